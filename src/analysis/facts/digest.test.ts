import { expect, test } from 'vitest';
import { bytes } from '../engine/base/bytes';
import { isCustomHeader, isPasswordLike, secret, secretHeader } from './digest';

const digest = (value: string) => `digest of ${value.length}`;

test.each([
  'password',
  'user[password]',
  'Passwd',
  'j_password',
  'pwd',
  'pw',
  'userPin',
  'p',
  'pin',
  'user.pin',
  'otp',
  'one-time-code',
  'client_secret',
  'cvv2',
  'card-number',
  'iban',
  'kennwort',
  'Пароль',
  'tan',
])('keeps nothing of a field called %s', (name) => {
  expect(isPasswordLike(name)).toBe(true);
  expect(secret(name, bytes('a long enough value'), digest)).toEqual({ name, digest: null });
});

test.each(['user', 'email', '_csrf', 'authenticity_token', 'spinner', 'pinned', 'tangent', 'codec', 'state', 'id'])(
  'keeps a digest of a field called %s',
  (name) => {
    expect(secret(name, bytes('a-long-enough-value'), digest)).toEqual({ name, digest: 'digest of 19' });
  },
);

test.each(['', 'yes', '1234567', '123456789012', '+49 170 1234567', '4111-1111-1111-1111', 'correct horse battery'])(
  'keeps nothing of the value "%s"',
  (value) => {
    expect(secret('field', bytes(value), digest).digest).toBeNull();
  },
);

test('digests the credentials of a bearer token without the scheme', () => {
  const seen: string[] = [];
  secretHeader('authorization', bytes('Bearer eyJhbGciOi.x.y'), (value) => {
    seen.push(value);
    return '';
  });
  expect(seen).toEqual(['eyJhbGciOi.x.y']);
});

test.each(['Basic dXNlcjpwYXNzd29yZA==', 'digest username="u", response="0123456789"', 'NTLM TlRMTVNTUAAB'])(
  'keeps nothing of credentials that hold a password: %s',
  (value) => {
    expect(secretHeader('authorization', bytes(value), digest)).toEqual({ name: 'authorization', digest: null });
  },
);

test('a header of one word is digested whole', () => {
  expect(secretHeader('x-csrf-token', bytes('abcdefghij'), digest).digest).toBe('digest of 10');
});

test.each([
  'authorization',
  'requesttoken',
  'x-csrf-token',
  'x-xsrf-token',
  'x-csrftoken',
  'x-auth-token',
  'x-api-key',
  'session-id',
])('a token may be in %s', (name) => {
  expect(isCustomHeader(name)).toBe(true);
});

test.each(['accept', 'user-agent', 'cookie', 'referer', 'proxy-authorization', 'sec-fetch-site'])('no script made %s', (name) => {
  expect(isCustomHeader(name)).toBe(false);
});
