import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { momentsIn } from '../../../test/build/sign-in-script';

const seal = (text: string, round: number, hash = 'sha256') =>
  createHmac(hash, 'key').update(`${text} ${round}`).digest('base64url');

/** Values as applications make them anew while the same user stays signed in. */
const FORMS: readonly (readonly [string, (round: number) => string])[] = [
  [
    'a JWT dated anew',
    (round) => {
      const head = Buffer.from('{"alg":"HS256"}').toString('base64url');
      const claims = Buffer.from(JSON.stringify({ sub: '7', iat: 1795435200 + round, exp: 1795436100 + round }));
      return `${head}.${claims.toString('base64url')}.${seal('jwt', round)}`;
    },
  ],
  [
    'a session of Flask signed anew',
    (round) =>
      `${Buffer.from('{"_user_id":"7","_fresh":true}').toString('base64url')}.a${round}bcd.${seal('flask', round, 'sha1')}`,
  ],
  ['an encrypted session of ASP.NET Core', (round) => `CfDJ8${seal('a', round)}${seal('b', round)}`],
  [
    'an encrypted cookie of Laravel',
    (round) =>
      encodeURIComponent(
        Buffer.from(JSON.stringify({ iv: `abc${round}`, value: seal('v', round), mac: seal('m', round), tag: '' })).toString(
          'base64',
        ),
      ),
  ],
  ['an id dated and signed anew', (round) => `{A:32}.${1795435200 + round}.${seal('id', round)}`],
  ['something opaque that each form renews', (round) => seal('opaque', round)],
];

const kinds = (lines: string) =>
  momentsIn(lines).flatMap((moment) => (moment.kind === 'privilege-change' || moment.kind === 'id-renewed' ? [moment.kind] : []));

describe('a value that is sealed or dated anew is no change of privilege', () => {
  it.each(FORMS)('%s, with every form', (_, value) => {
    const lines = `
      GET /login 200
      POST /login [user password] 302 /home | auth=${value(1)}; HttpOnly
      -> /home 200
      GET /mail 200
      POST /save [x csrf_token={T}] 302 /mail | auth=${value(2)}; HttpOnly
      -> /mail 200
      GET /mail 200
      POST /note [x csrf_token={T}] 303 /mail | auth=${value(3)}; HttpOnly
      -> /mail 200
    `;
    expect(kinds(lines)).not.toContain('privilege-change');
  });

  it.each(FORMS)('%s, with every answer', (_, value) => {
    const answers = Array.from({ length: 6 }, (_each, round) => `GET /page/${round} 200 | auth=${value(round + 3)}; HttpOnly`);
    const lines = `
      GET /login 200 | auth=${value(1)}; HttpOnly
      POST /login [user password] 302 /home | auth=${value(2)}; HttpOnly
      -> /home 200
      ${answers.join('\n')}
    `;
    expect(kinds(lines)).not.toContain('privilege-change');
  });

  it.each(FORMS)('%s, by a call that renews', (_, value) => {
    const lines = `
      GET / 200
      fetch POST /api/login [email password] 200 | auth=${value(1)}; HttpOnly
      fetch GET /api/me 200
      wait 600
      fetch POST /api/auth/refresh 200 | auth=${value(2)}; HttpOnly
      fetch GET /api/me 200
    `;
    expect(kinds(lines)).not.toContain('privilege-change');
  });
});

describe('another id while signed in', () => {
  it('with a form to confirm the password is reported as that', () => {
    const lines = `
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /sudo 200
      POST /sudo [password] 302 /admin | sid={C}; HttpOnly
      -> /admin 200
    `;
    expect(momentsIn(lines)).toContainEqual(
      expect.objectContaining({ kind: 'privilege-change', what: 'confirmed', idChanged: true }),
    );
  });

  it('with one form of which nothing is known is reported, and not why', () => {
    const lines = `
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
      POST /role [x] 302 /admin | sid={C}; HttpOnly
      -> /admin 200
      GET /mail 200
    `;
    expect(momentsIn(lines)).toContainEqual(
      expect.objectContaining({ kind: 'privilege-change', what: 'id-changed', certainty: 'cannot-tell' }),
    );
  });
});
