import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { arrayOfBytes, bytesOfArray } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import { fromBase64, jsonObject } from '../../messages/base64';

/** What many choose first, whatever the framework. */
const ANYBODYS = [
  'secret',
  'changeme',
  'change me',
  'password',
  'mysecret',
  'my secret',
  'my_secret',
  'supersecret',
  'super secret',
  'test',
  'key',
  'default',
];

/** Secrets that documentation and its copies print, by scheme: whoever reads the page can sign a value. */
const PRINTED = {
  // jwt.io, jsonwebtoken and their like
  jwt: [
    'your-256-bit-secret',
    'your-384-bit-secret',
    'your-512-bit-secret',
    'a-string-secret-at-least-256-bits-long',
    'shhhhh',
    'shhhhhhared-secret',
    'your-secret-key',
    'your_jwt_secret',
    'your-jwt-secret',
    'jwt-secret',
    'jwt_secret',
    'secretKey',
    'secret-key',
    'secret_key',
  ],
  // express-session and cookie-parser
  express: [
    'keyboard cat',
    'keyboardcat',
    'cats',
    'your secret',
    'your-secret',
    'secret-key',
    'session secret',
    'optional secret string',
    'foo',
    'bar',
  ],
  // Flask
  flask: [
    'dev',
    'secret key',
    'secret_key',
    'super secret key',
    'super-secret',
    'your secret key',
    'your_secret_key',
    'development key',
    'you-will-never-guess',
    'hard to guess string',
    '_5#y2L"F4Q8z\n\xec]/',
    '192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf',
  ],
  // Django's own test suite, cookiecutter-django and settings that were copied
  django: [
    'django_tests_secret_key',
    'django-insecure',
    '!!!SET DJANGO_SECRET_KEY!!!',
    'your-secret-key',
    'your-secret-key-here',
    'your_secret_key',
    'SECRET_KEY',
    'secret-key',
    'secretkey',
    'fake-key',
    'not-so-secret',
    'CHANGEME!!!',
    'dev',
    'foo',
  ],
} as const;

type Scheme = keyof typeof PRINTED;
interface Signed {
  readonly scheme: Scheme;
  readonly signature: Bytes;
  /** The signature under a secret; several where a framework derives more than one key from it. */
  readonly sign: (secret: Bytes) => readonly Uint8Array[];
}

/** Whether a value is signed in a way that can be checked here. */
export const isSecretCheckable = (value: Bytes): boolean => signedIn(value) !== null;

/**
 * The known secret that signs a value, by trying a short list: on this machine alone, and only when somebody asks.
 * @returns null = none of them does, or the value is signed in no way that can be checked
 */
export function knownSecretOf(value: Bytes): string | null {
  const signed = signedIn(value);
  if (signed === null) return null;
  const isOf = (secret: string): boolean =>
    signed.sign(bytesOf(secret)).some((octets) => bytesOfArray([...octets]) === signed.signature);
  return triedOn(signed).find(isOf) ?? null;
}

const triedOn = ({ scheme }: Signed): readonly string[] => [...PRINTED[scheme], ...ANYBODYS];

/** How many secrets are tried on a value. */
export function secretsTried(value: Bytes): number {
  const signed = signedIn(value);
  return signed === null ? 0 : triedOn(signed).length;
}

const LONGEST = 4096;

function signedIn(value: Bytes): Signed | null {
  if (value.length > LONGEST) return null;
  const plain = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return jwtIn(plain) ?? expressIn(plain) ?? flaskIn(plain) ?? djangoIn(plain);
}

const HASHES = { HS256: sha256, HS384: sha384, HS512: sha512 } as const;

/** @see RFC 7515 §5.2 */
function jwtIn(text: string): Signed | null {
  const [, content, head, signature] = /^(([\w-]+)\.[\w-]+)\.([\w-]+)$/.exec(text) ?? [];
  if (content === undefined || head === undefined || signature === undefined) return null;
  const algorithm = jsonObject(fromBase64(head))?.alg;
  const hash = algorithm === 'HS256' || algorithm === 'HS384' || algorithm === 'HS512' ? HASHES[algorithm] : null;
  const octets = fromBase64(signature);
  if (hash === null || octets === null) return null;
  return {
    scheme: 'jwt',
    signature: octets,
    sign: (secret) => [hmac(hash, arrayOfBytes(secret), arrayOfBytes(bytesOf(content)))],
  };
}

/** @see https://github.com/tj/node-cookie-signature */
function expressIn(text: string): Signed | null {
  const [, content, signature] = /^s:(.*)\.([A-Za-z0-9+/]{43})=?$/s.exec(text) ?? [];
  const octets = signature === undefined ? null : fromBase64(signature);
  if (content === undefined || octets === null) return null;
  return {
    scheme: 'express',
    signature: octets,
    sign: (secret) => [hmac(sha256, arrayOfBytes(secret), arrayOfBytes(bytesOf(content)))],
  };
}

/** Flask's session: a key derived from the secret with the salt `cookie-session`. @see https://itsdangerous.palletsprojects.com/en/stable/signer/ */
function flaskIn(text: string): Signed | null {
  const [, content, signature] = /^(\.?[\w-]+\.[\w-]{5,8})\.([\w-]{27})$/.exec(text) ?? [];
  const octets = signature === undefined ? null : fromBase64(signature);
  if (content === undefined || octets === null) return null;
  return {
    scheme: 'flask',
    signature: octets,
    sign: (secret) => [
      hmac(sha1, hmac(sha1, arrayOfBytes(secret), arrayOfBytes(bytesOf('cookie-session'))), arrayOfBytes(bytesOf(content))),
    ],
  };
}

/** What Django puts before the secret and derives a key with: sessions in cookies, `signing.dumps`, messages. */
const DJANGO_SALTS = [
  'django.contrib.sessions.backends.signed_cookiessigner',
  'django.core.signingsigner',
  'django.contrib.messagessignerdjango.http.cookies',
];

/** Django: `value:time:signature`, with SHA-256, up to 3.0 with SHA-1. @see https://docs.djangoproject.com/en/stable/topics/signing/ */
function djangoIn(text: string): Signed | null {
  const [, content, signature] = /^([\w.=-]+:[A-Za-z0-9]{6}):([\w-]{27}|[\w-]{43})$/.exec(text) ?? [];
  const octets = signature === undefined ? null : fromBase64(signature);
  if (content === undefined || octets === null) return null;
  const hash = octets.length === 20 ? sha1 : sha256;
  return {
    scheme: 'django',
    signature: octets,
    sign: (secret) =>
      DJANGO_SALTS.map((salt) => hmac(hash, hash(arrayOfBytes(bytesOf(salt + secret))), arrayOfBytes(bytesOf(content)))),
  };
}

/** Secrets and contents are of one octet a character, as they are written. */
const bytesOf = (text: string): Bytes => text as Bytes;
