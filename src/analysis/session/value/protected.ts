import type { Bytes } from '../../facts/units';
import { fromBase64, jsonObject, readable } from './base64';
import { noteText } from './contents';
import type { Format } from './reading';
import { closed, found, open, type Recogniser } from './recogniser';

/** Express: `s:value.signature`. @see https://github.com/tj/node-cookie-signature */
export const expressSigned: Recogniser = (text) => {
  const match = /^s:(.*)\.([A-Za-z0-9+/]{43}=?)$/s.exec(text);
  if (match?.[1] === undefined) return null;
  return found('express-signed', [open('value', match[1]), closed('signature', 32)], [match[1]]);
};

/** Rails: `data--digest` signed, `data--iv--tag` encrypted. @see https://api.rubyonrails.org/classes/ActiveSupport/MessageVerifier.html */
export const rails: Recogniser = (text, budget) => {
  const signed = /^([A-Za-z0-9+/_=-]+)--([0-9a-f]{40}|[0-9a-f]{64})$/.exec(text);
  if (signed?.[1] !== undefined) {
    const inner = open64(signed[1]);
    return found('rails-signed', [inner.part, closed('signature', (signed[2] ?? '').length / 2)], inner.texts);
  }
  const pieces = text.split('--').map((piece) => fromBase64(piece));
  if (pieces.length !== 3 || pieces[1]?.length !== 12 || pieces[2]?.length !== 16) return null;
  return encrypted('rails-encrypted', pieces[0]?.length ?? 0, budget);
};

/** Django: `value:time:signature`, or `value:signature`. @see https://docs.djangoproject.com/en/stable/topics/signing/ */
export const djangoSigned: Recogniser = (text) => {
  const match = /^(.+?)(?::([A-Za-z0-9]{6}))?:([A-Za-z0-9_-]{27}|[A-Za-z0-9_-]{43})$/s.exec(text);
  if (match?.[1] === undefined) return null;
  const inner = open64(match[1].replace(/^\./, ''));
  return found('django-signed', [inner.part, closed('signature', 32)], inner.texts);
};

/** Flask and others on itsdangerous: `payload.time.signature`; a leading dot means compressed. @see https://itsdangerous.palletsprojects.com */
export const itsdangerous: Recogniser = (text, budget) => {
  const match = /^(\.?)([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{5,8})\.([A-Za-z0-9_-]{27}|[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{86})$/.exec(
    text,
  );
  if (match?.[2] === undefined) return null;
  if (match[1] === '.') {
    budget.note('compressed');
    return found('itsdangerous', [closed('payload', Math.floor((match[2].length * 3) / 4)), closed('signature', 20)]);
  }
  const inner = open64(match[2]);
  return found('itsdangerous', [inner.part, closed('signature', 20)], inner.texts);
};

/** Fernet: version 0x80, the time of issue in the clear, then ciphertext. @see https://github.com/fernet/spec */
export const fernet: Recogniser = (text, budget) => {
  if (!text.startsWith('gAAAA')) return null;
  const octets = fromBase64(text);
  if (octets === null || octets.length < 73 || (octets.length - 57) % 16 !== 0) return null;
  let issued = 0;
  for (let i = 1; i <= 8; i++) issued = issued * 256 + octets.charCodeAt(i);
  budget.note('encrypted');
  return found('fernet', [open('issued at', `${issued}`), closed('ciphertext', octets.length - 57)]);
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
  return found('paseto-public', [open('payload', claims), closed('signature', tail)], [claims]);
};

/** Laravel: base64 of `{iv, value, mac}`. @see https://laravel.com/docs/encryption */
export const laravel: Recogniser = (text, budget) => {
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

/** WordPress: `user|expiry|token|hash`. @see https://developer.wordpress.org/reference/functions/wp_generate_auth_cookie/ */
export const wordpress: Recogniser = (text, budget) => {
  const match = /^([^|]{1,120})\|(\d{10})\|([A-Za-z0-9]{43})\|([0-9a-f]{64})$/.exec(text);
  if (match?.[1] === undefined) return null;
  budget.note('personal-data', { what: 'user-name', place: '' });
  noteText(match[1], budget);
  return found('wordpress', [open('user', match[1]), open('expires', match[2] ?? ''), closed('token', 43), closed('hash', 32)]);
};

/** `token|hash` or `token.hash`, as double-submit cookies are written (Auth.js, csrf-csrf). */
export const tokenAndHash: Recogniser = (text) => {
  const match = /^([0-9a-f]{32,128})[|.]([0-9a-f]{64})$/.exec(text);
  if (match?.[1] === undefined) return null;
  return found('token-and-hash', [open('token', match[1]), closed('hash', 32)]);
};

function encrypted(format: Format, octets: number, budget: Parameters<Recogniser>[1]) {
  budget.note('encrypted');
  return found(format, [closed('ciphertext', octets)]);
}

/** The contents of a signed value: base64 if it is that, else as it stands. */
function open64(chars: string) {
  const octets = fromBase64(chars);
  const inner = octets === null ? null : readable(octets);
  if (octets !== null && inner !== null) return { part: open('payload', inner), texts: [octets] };
  const plain = readable(chars as Bytes);
  return plain === null ? { part: closed('payload', chars.length), texts: [] } : { part: open('payload', plain), texts: [chars] };
}
