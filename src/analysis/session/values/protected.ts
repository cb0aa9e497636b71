import { arrayOfBytes, bytesOfArray, cut } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import { fromBase64, jsonObject, readable } from '../../messages/base64';
import { inflate } from '../../messages/inflate';
import { noteText } from './contents';
import type { Format } from './reading';
import { found, type Recogniser, readablePart, unreadablePart } from './recogniser';

/** Express: `s:value.signature`. @see https://github.com/tj/node-cookie-signature */
export const expressSigned: Recogniser = (text) => {
  const match = /^s:(.*)\.([A-Za-z0-9+/]{43}=?)$/s.exec(text);
  if (match?.[1] === undefined) return null;
  return found('express-signed', [readablePart('value', match[1]), unreadablePart('signature', 32)], [match[1]]);
};

/** Rails: `data--digest` signed, `data--iv--tag` encrypted. @see https://api.rubyonrails.org/classes/ActiveSupport/MessageVerifier.html */
export const railsToken: Recogniser = (text, budget) => {
  const signed = /^([A-Za-z0-9+/_=-]+)--([0-9a-f]{40}|[0-9a-f]{64})$/.exec(text);
  if (signed?.[1] !== undefined) {
    const inner = open64(signed[1]);
    // Up to Rails 5.1 what is signed is the ciphertext and its initialisation vector.
    const sealed = inner.texts[0] === undefined ? null : cipherAndVector(inner.texts[0]);
    if (sealed !== null) return encrypted('rails-encrypted', sealed, budget);
    return found('rails-signed', [inner.part, unreadablePart('signature', (signed[2] ?? '').length / 2)], inner.texts);
  }
  const pieces = text.split('--').map((piece) => fromBase64(piece));
  if (pieces.length !== 3 || pieces[1]?.length !== 12 || pieces[2]?.length !== 16) return null;
  return encrypted('rails-encrypted', pieces[0]?.length ?? 0, budget);
};

/** Django: `value:time:signature`, or `value:signature`. @see https://docs.djangoproject.com/en/stable/topics/signing/ */
export const djangoSigned: Recogniser = (text, budget) => {
  const match = /^(.+?)(?::([A-Za-z0-9]{6}))?:([A-Za-z0-9_-]{27}|[A-Za-z0-9_-]{43})$/s.exec(text);
  if (match?.[1] === undefined) return null;
  if (match[1].startsWith('.')) {
    budget.note('compressed');
    const inside = uncompressed(match[1].slice(1));
    if (inside !== null)
      return found('django-signed', [readablePart('payload', inside), unreadablePart('signature', 32)], [inside]);
  }
  const inner = open64(match[1].replace(/^\./, ''));
  return found('django-signed', [inner.part, unreadablePart('signature', 32)], inner.texts);
};

/** Flask and others on itsdangerous: `payload.time.signature`; a leading dot means compressed. @see https://itsdangerous.palletsprojects.com */
export const itsdangerous: Recogniser = (text, budget) => {
  const match = /^(\.?)([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{5,8})\.([A-Za-z0-9_-]{27}|[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{86})$/.exec(
    text,
  );
  if (match?.[2] === undefined) return null;
  if (match[1] === '.') {
    budget.note('compressed');
    const inside = uncompressed(match[2]);
    if (inside === null)
      return found('itsdangerous', [
        unreadablePart('payload', Math.floor((match[2].length * 3) / 4)),
        unreadablePart('signature', 20),
      ]);
    return found('itsdangerous', [readablePart('payload', inside), unreadablePart('signature', 20)], [inside]);
  }
  const inner = open64(match[2]);
  return found('itsdangerous', [inner.part, unreadablePart('signature', 20)], inner.texts);
};

/** Fernet: version 0x80, the time of issue in the clear, then ciphertext. @see https://github.com/fernet/spec */
export const fernet: Recogniser = (text, budget) => {
  if (!text.startsWith('gAAAA')) return null;
  const octets = fromBase64(text);
  if (octets === null || octets.length < 73 || (octets.length - 57) % 16 !== 0) return null;
  let issued = 0;
  for (let i = 1; i <= 8; i++) issued = issued * 256 + octets.charCodeAt(i);
  budget.note('encrypted');
  return found('fernet', [readablePart('issued at', `${issued}`), unreadablePart('ciphertext', octets.length - 57)]);
};

/** @see https://github.com/paseto-standard/paseto-spec */
export const paseto: Recogniser = (text, budget) => {
  const match = /^v([1-4])\.(local|public)\.([A-Za-z0-9_-]+)(?:\.[A-Za-z0-9_-]+)?$/.exec(text);
  if (match?.[3] === undefined) return null;
  const octets = fromBase64(match[3]) ?? ('' as Bytes);
  if (match[2] === 'local') return encrypted('paseto-local', octets.length, budget);
  const tail = match[1] === '1' ? 256 : match[1] === '3' ? 96 : 64;
  const claims = octets.slice(0, Math.max(0, octets.length - tail));
  budget.note('signature-not-verified', { alg: `PASETO v${match[1]}` });
  return found('paseto-public', [readablePart('payload', claims), unreadablePart('signature', tail)], [claims]);
};

/** Laravel: base64 of `{iv, value, mac}`. @see https://laravel.com/docs/encryption */
export const laravelToken: Recogniser = (text, budget) => {
  if (!text.startsWith('eyJpdiI6')) return null;
  const octets = fromBase64(text);
  const content = jsonObject(octets);
  if (content === null || !('value' in content) || !('mac' in content)) return null;
  return encrypted('laravel-encrypted', String(content.value).length, budget);
};

/** ASP.NET Core data protection: magic 09 F0 C9 F0. @see https://learn.microsoft.com/aspnet/core/security/data-protection/ */
export const aspnet: Recogniser = (text, budget) =>
  /^CfDJ8[A-Za-z0-9_-]{40,}$/.test(text) ? encrypted('aspnet-protected', Math.floor((text.length * 3) / 4), budget) : null;

/** @see https://github.com/hapijs/iron */
export const iron: Recogniser = (text, budget) =>
  /^Fe26\.2\*/.test(text) ? encrypted('iron-sealed', text.length, budget) : null;

/**
 * Plug and Phoenix: `SFMyNTY` is HS256, then an Erlang term and its signature; `QTEyOEdDTQ` is A128GCM, with key, vector, ciphertext
 * and tag. @see https://hexdocs.pm/plug_crypto/Plug.Crypto.MessageVerifier.html
 */
export const plug: Recogniser = (text, budget) => {
  const signed = /^SFMyNTY\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]{43}$/.exec(text);
  if (signed?.[1] !== undefined)
    return found('plug-signed', [
      unreadablePart('term', Math.floor((signed[1].length * 3) / 4)),
      unreadablePart('signature', 32),
    ]);
  return /^QTEyOEdDTQ(?:\.[A-Za-z0-9_-]+){4}$/.test(text) ? encrypted('plug-encrypted', text.length, budget) : null;
};

/** WordPress: `user|expiry|token|hash`. @see https://developer.wordpress.org/reference/functions/wp_generate_auth_cookie/ */
export const wordpressToken: Recogniser = (text, budget) => {
  const match = /^([^|]{1,120})\|(\d{10})\|([A-Za-z0-9]{43})\|([0-9a-f]{64})$/.exec(text);
  if (match?.[1] === undefined) return null;
  budget.note('personal-data', { what: 'user-name', place: '' });
  noteText(match[1], budget);
  return found('wordpress', [
    readablePart('user', match[1]),
    readablePart('expires', match[2] ?? ''),
    unreadablePart('token', 43),
    unreadablePart('hash', 32),
  ]);
};

/** `token|hash` or `token.hash`, as double-submit cookies are written (Auth.js, csrf-csrf). */
export const tokenAndHash: Recogniser = (text) => {
  const match = /^([0-9a-f]{32,128})[|.]([0-9a-f]{64})$/.exec(text);
  if (match?.[1] === undefined) return null;
  return found('token-and-hash', [readablePart('token', match[1]), unreadablePart('hash', 32)]);
};

/** @fastify/secure-session: ciphertext and a nonce of 24 octets, by libsodium. @see https://github.com/fastify/fastify-secure-session */
export const sodium: Recogniser = (text, budget) => {
  const match = /^([A-Za-z0-9+/]{24,}={0,2});([A-Za-z0-9+/]{32})$/.exec(text);
  const octets = match?.[1] === undefined ? null : fromBase64(match[1]);
  return octets === null ? null : encrypted('sodium-sealed', octets.length, budget);
};

/** DokuWiki: the user, whether to stay, and the password encrypted. @see https://www.dokuwiki.org/devel:auth */
export const encryptedPassword: Recogniser = (text, budget) => {
  const match = /^([A-Za-z0-9+/]{2,200}={0,2})\|([01])\|([A-Za-z0-9+/]{20,}={0,2})$/.exec(text);
  const user = match?.[1] === undefined ? null : fromBase64(match[1]);
  const shown = user === null ? null : readable(user);
  if (match?.[3] === undefined || shown === null) return null;
  budget.note('encrypted');
  budget.note('personal-data', { what: 'user-name', place: '' });
  noteText(shown, budget);
  return found('encrypted-password', [
    readablePart('user', shown),
    unreadablePart('ciphertext', Math.floor((match[3].length * 3) / 4)),
  ]);
};

/** The length of the ciphertext in `base64--base64` where the second is an initialisation vector of 16 octets; null = it is not that. */
function cipherAndVector(text: string): number | null {
  const [cipher, vector, ...rest] = text.split('--').map((piece) => fromBase64(piece));
  return cipher != null && vector?.length === 16 && rest.length === 0 ? cipher.length : null;
}

/** Octets that a compressed payload may become. */
const MOST_INFLATED = 16_384;

/** The text of base64 of a zlib stream; null = it is not that. @see RFC 1950 */
function uncompressed(chars: string): string | null {
  const octets = fromBase64(chars);
  if (octets === null || octets.length < 7) return null;
  const { octets: out, end } = inflate(arrayOfBytes(cut(octets, 2)), MOST_INFLATED);
  return end === 'broken' ? null : readable(bytesOfArray([...out]));
}

function encrypted(format: Format, octets: number, budget: Parameters<Recogniser>[1]) {
  budget.note('encrypted');
  return found(format, [unreadablePart('ciphertext', octets)]);
}

/** The contents of a signed value: base64 if it is that, else as it stands. */
function open64(chars: string) {
  const octets = fromBase64(chars);
  const inner = octets === null ? null : readable(octets);
  if (octets !== null && inner !== null) return { part: readablePart('payload', inner), texts: [octets] };
  const plain = readable(chars as Bytes);
  return plain === null
    ? { part: unreadablePart('payload', chars.length), texts: [] }
    : { part: readablePart('payload', plain), texts: [chars] };
}
