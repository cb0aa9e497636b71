import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes } from '../../engine/base/bytes';
import { type Bytes, instant } from '../../engine/base/units';
import { readToken } from './token';

const base64url = (text: string): string => Buffer.from(text, 'latin1').toString('base64url');
const octets = (count: number): string => Buffer.alloc(count, 0xa7).toString('base64url');
const jwt = (header: object, claims: object, signature = octets(32)): Bytes =>
  bytes(`${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}.${signature}`);
const notes = (value: string, around?: Parameters<typeof readToken>[1]) =>
  readToken(bytes(value), around).notes.map(({ kind, slots }) => [kind, ...Object.values(slots)].join(' '));

describe('a JWT', () => {
  const AT = instant(Date.UTC(2026, 10, 23));
  const seconds = AT / 1000;

  it('is decoded, and its signature is not verified', () => {
    const {
      format,
      jwt: claims,
      notes: found,
    } = readToken(jwt({ alg: 'HS256', typ: 'JWT', kid: 'k' }, { sub: 'u', iat: seconds, exp: seconds + 900 }));
    expect(format).toBe('jwt');
    expect(claims).toMatchObject({
      alg: 'HS256',
      keyId: 'k',
      issuedAt: AT,
      expires: AT + 900_000,
      lifetime: 900,
      names: ['sub', 'iat', 'exp'],
    });
    expect(found.map(({ kind }) => kind)).toContain('signature-not-verified');
  });

  it('is noted when it is not signed, whatever the case of none, or has an empty signature', () => {
    for (const alg of ['none', 'None', 'NONE']) expect(notes(jwt({ alg }, { sub: 'u' }, ''))).toContain(`alg-none ${alg}`);
    expect(notes(jwt({ alg: 'HS256' }, { sub: 'u' }, ''))).toContain('alg-none HS256');
  });

  it('is noted when it never expires, has expired, or is not valid yet', () => {
    const around = { at: AT, cookieExpires: null };
    expect(notes(jwt({ alg: 'HS256' }, { sub: 'u' }), around)).toContain('no-expiry');
    expect(notes(jwt({ alg: 'HS256' }, { exp: seconds }), around)).toContain(`expired ${AT}`);
    expect(notes(jwt({ alg: 'HS256' }, { exp: seconds + 1 }), around)).not.toContain(`expired ${AT + 1000}`);
    expect(notes(jwt({ alg: 'HS256' }, { nbf: seconds + 5 }), around)).toContain(`not-yet-valid ${AT + 5000}`);
  });

  it('is held against its cookie’s own lifetime, a minute forgiven', () => {
    const around = { at: AT, cookieExpires: instant(AT + 3_600_000) };
    expect(notes(jwt({ alg: 'HS256' }, { exp: seconds + 7200 }), around)).toContain('outlives-cookie 3600');
    expect(notes(jwt({ alg: 'HS256' }, { exp: seconds + 1800 }), around)).toContain('outlived-by-cookie 1800');
    expect(notes(jwt({ alg: 'HS256' }, { exp: seconds + 3660 }), around).join()).not.toMatch(/outliv/);
  });

  it('has times that are no numbers, or in milliseconds, noted', () => {
    expect(notes(jwt({ alg: 'HS256' }, { exp: 'soon' }))).toContain('expiry-not-a-number exp');
    expect(notes(jwt({ alg: 'HS256' }, { exp: AT }))).toContain('expiry-in-milliseconds exp');
    expect(readToken(jwt({ alg: 'HS256' }, { exp: AT })).jwt?.expires).toBe(AT);
  });

  it('has personal, secret and internal claims noted by name, never by content', () => {
    const value = jwt(
      { alg: 'HS256', jku: 'https://k' },
      { email: 'm@example.org', user: { password: 'hunter2' }, db: 'pg.internal', email_verified: true },
    );
    const { notes: found } = readToken(value);
    const said = found.map(({ kind, slots }) => `${kind} ${slots.place ?? slots.parameter ?? ''}`);
    expect(said).toEqual(
      expect.arrayContaining([
        'personal-data email',
        'sensitive-claim user.password',
        'internal-address db',
        'key-from-header jku',
      ]),
    );
    expect(JSON.stringify(found)).not.toMatch(/example\.org|hunter2|pg\.internal/);
  });

  it('that is cut short is noted as malformed', () => {
    expect(notes('eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln')).toContain('malformed-jwt');
    expect(notes('eyJhbGci.eyJzdWIi.c2ln')).toContain('malformed-jwt');
  });
});

it.each([
  ['an encrypted JWT', `${base64url('{"alg":"dir","enc":"A256GCM"}')}..${octets(12)}.${octets(40)}.${octets(16)}`, 'jwe'],
  ['Express, signed', `s%3A${octets(24)}.${Buffer.alloc(32, 7).toString('base64').replace('=', '')}`, 'express-signed'],
  ['Express, JSON', 'j%3A%7B%22a%22%3A1%7D', 'express-json'],
  [
    'Rails, encrypted',
    `${Buffer.alloc(90, 5).toString('base64')}--${Buffer.alloc(12, 5).toString('base64')}--${Buffer.alloc(16, 5).toString('base64')}`,
    'rails-encrypted',
  ],
  [
    'Rails up to 5.1, encrypted',
    `${Buffer.from(`${Buffer.alloc(96, 5).toString('base64')}--${Buffer.alloc(16, 9).toString('base64')}`).toString('base64')}--${'0a'.repeat(20)}`,
    'rails-encrypted',
  ],
  [
    '@fastify/secure-session',
    `${Buffer.alloc(80, 6).toString('base64')}%3B${Buffer.alloc(24, 8).toString('base64')}`,
    'sodium-sealed',
  ],
  [
    'DokuWiki, with the password encrypted',
    encodeURIComponent(`${Buffer.from('ann').toString('base64')}|0|${Buffer.alloc(32, 250).toString('base64')}`),
    'encrypted-password',
  ],
  [
    'a JWT within a JWT',
    `${base64url('{"alg":"RS256","cty":"JWT"}')}.${base64url(jwt({ alg: 'HS256' }, { sub: 'u' }))}.${octets(256)}`,
    'jwt',
  ],
  [
    'Django, compressed',
    `.${deflateSync('{"user":"1","cart":["a","a","a","a"]}').toString('base64url')}:1tABCD:${octets(32)}`,
    'django-signed',
  ],
  ['Rails, signed', `${Buffer.from('"hello"').toString('base64')}--${'0a'.repeat(20)}`, 'rails-signed'],
  ['Flask', `${base64url('{"_user_id":"1"}')}.aSKJjQ.${octets(20)}`, 'itsdangerous'],
  ['Flask, compressed', `.${octets(40)}.aSKJjQ.${octets(20)}`, 'itsdangerous'],
  ['Django, signed', `${base64url('{"a":1}')}:1tABCD:${octets(32)}`, 'django-signed'],
  [
    'Fernet',
    Buffer.concat([Buffer.from([0x80, 0, 0, 0, 0, 0x6a, 1, 2, 3]), Buffer.alloc(80, 9)]).toString('base64url'),
    'fernet',
  ],
  ['PASETO, local', `v4.local.${octets(60)}`, 'paseto-local'],
  ['PASETO, public', `v2.public.${Buffer.from(`{"sub":"u"}${'s'.repeat(64)}`).toString('base64url')}`, 'paseto-public'],
  ['Laravel', Buffer.from('{"iv":"aa","value":"bb","mac":"cc","tag":""}').toString('base64'), 'laravel-encrypted'],
  ['ASP.NET Core', `CfDJ8${octets(60)}`, 'aspnet-protected'],
  ['hapi', `Fe26.2**${octets(32)}*${octets(16)}`, 'iron-sealed'],
  ['WordPress', `admin%7C1795515191%7C${'a1'.repeat(21)}b%7C${'0f'.repeat(32)}`, 'wordpress'],
  ['Auth.js', `${'0f'.repeat(32)}%7C${'1e'.repeat(32)}`, 'token-and-hash'],
  ['base64 of JSON', Buffer.from('{"theme":"dark"}').toString('base64'), 'json'],
  ['BIG-IP', '1677787402.36895.0000', 'big-ip'],
  ['PHP, serialised', 'a:1:{s:4:"user";s:5:"alice";}', 'serialised-php'],
  ['Java, serialised', 'rO0ABXNyABFqYXZhLnV0aWw', 'serialised-java'],
  ['a word', 'dashboard', 'plain'],
  ['a random id', 'k3u6hnv3b0p6k2fjq8c0h4o7d1', 'plain'],
])('knows %s', (_, value, format) => {
  expect(readToken(bytes(value)).format).toBe(format);
});

it('reads what is compressed in a signed session, and no more of it than is allowed', () => {
  const session = (payload: Buffer) => bytes(`.${deflateSync(payload).toString('base64url')}.aSKJjQ.${octets(20)}`);
  const { layer } = readToken(session(Buffer.from('{"_user_id":"7"}')));
  expect(layer.parts[0]?.text).toContain('_user_id');
  expect(readToken(session(Buffer.alloc(3_000_000, 97))).notes.map(({ kind }) => kind)).toContain('compressed');
});

it('says that a token lies within another, and reads the one inside', () => {
  const { notes: found, jwt: claims } = readToken(
    bytes(`${base64url('{"alg":"RS256","cty":"JWT"}')}.${base64url(jwt({ alg: 'HS256' }, { sub: 'u', exp: 1 }))}.${octets(256)}`),
  );
  expect(found.map(({ kind }) => kind)).toContain('nested');
  expect(claims?.names).toEqual(['sub', 'exp']);
});

describe('reading is bounded', () => {
  it('stops after four wrappings and says so', () => {
    let value = 'x y';
    for (let n = 0; n < 6; n++) value = encodeURIComponent(value);
    expect(notes(value)).toContain('too-deep 4');
  });

  it('does not look into more than 4 kB', () => {
    expect(notes('%41'.repeat(40_000))).toEqual(['too-large 120000 4096']);
  });

  it('survives 4 kB of nested brackets and of base64 within base64', () => {
    expect(() => readToken(bytes('['.repeat(4096)))).not.toThrow();
    let value = '{"a":"b"}';
    while (value.length < 3000) value = Buffer.from(value).toString('base64');
    expect(notes(value).join()).toMatch(/too-deep/);
  });

  it('never throws, whatever the octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (value) => void readToken(bytes(value))),
      { numRuns: 200 },
    );
  });

  it('keeps notes free of what was read', () => {
    const secret = 'SECRETcontents9';
    for (const value of [secret, `{"password":"${secret}"}`, base64url(`{"apiKey":"${secret}"}`), `a=${secret}&b=1`]) {
      expect(JSON.stringify(readToken(bytes(value)).notes)).not.toContain(secret);
    }
  });
});

it.each([
  ['m@example.org', 'personal-data email '],
  ['tel=+49 170 1234567&x=1', 'personal-data phone '],
  ['backend=10.1.2.3', 'internal-address ipv4 '],
  ['node=app-1.internal', 'internal-address host '],
])('notes what is personal or internal in a plain value: %s', (value, note) => {
  expect(
    notes(value)
      .map((each) => `${each} `)
      .join(),
  ).toContain(note.trim());
});

it.each(['192.0.2.1', '127.0.0.1', '1.2.3', 'v10.1.2.3.4', '4111111111111111', '1795342591'])('notes nothing in %s', (value) => {
  expect(notes(value)).toEqual([]);
});

describe('what a hostile value makes of itself', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
  const contentOf = (value: string) => readToken(bytes(value)).layer.parts[0]?.text ?? '';

  it('nested 2000 deep, is shown at no more than its own length', () => {
    expect(contentOf(deep(2000))).toHaveLength(4001);
  });

  it('is indented at usual depths', () => {
    expect(contentOf('{"a":{"b":1}}')).toBe('{\n  "a": {\n    "b": 1\n  }\n}');
  });

  it('keeps numbers beyond those of JavaScript, and a name that comes twice', () => {
    expect(contentOf('{"a":1e999,"id":12345678901234567890,"a":"x, {","b":[ ]}')).toBe(
      '{\n  "a": 1e999,\n  "id": 12345678901234567890,\n  "a": "x, {",\n  "b": []\n}',
    );
    const claims = `${base64url('{"alg":"HS256"}')}.${base64url('{"sub":12345678901234567890}')}.c2ln`;
    expect(readToken(bytes(claims)).layer.parts[1]?.text).toBe('{\n  "sub": 12345678901234567890\n}');
  });

  it('wide and as deep as is indented, stays below 64 times its length', () => {
    const wide = `${'['.repeat(15)}[${Array(1900).fill('1').join()}]${']'.repeat(15)}`;
    expect(contentOf(wide).length).toBeLessThan(wide.length * 64);
    expect(contentOf(wide)).toContain('\n');
  });
});
