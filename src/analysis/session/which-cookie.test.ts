import { describe, expect, it } from 'vitest';
import { sessionsIn, signInScript, siteIn } from '../../../test/build/sign-in-script';

const roleOf = (name: string, lines: string) =>
  [...sessionsIn(lines).roles].find(([key]) => key.startsWith(`${name}\t`))?.[1].role;

describe('a token that remembers is no silent winner over a session id that stayed', () => {
  const SIGN_IN = `
    GET /account 302 /login
    -> /login 200 | PHPSESSID={A:26}; HttpOnly
    POST /login [username password remember=1] 302 /account | rme={R:40}; HttpOnly; Max-Age=2592000
    -> /account 200
    GET /orders 200
    GET /logout 302 / | rme=; Max-Age=0
  `;

  it('the session id counts, and it was not changed', () => {
    expect(signInScript(`${SIGN_IN}-> / 200`).signIns).toMatchObject([{ id: 'not-rotated', by: ['PHPSESSID'] }]);
  });

  it('all the more when the session id alone is still served after the sign-out', () => {
    expect(signInScript(`${SIGN_IN}-> / 200\nGET /account 200`).signIns).toMatchObject([
      { id: 'not-rotated', by: ['PHPSESSID'], reuse: 'authenticated' },
    ]);
  });

  it('where a page is served with the token and without the session, the token counts', () => {
    const { signIns } = signInScript(`
      GET /account 302 /login
      -> /login 200 | visitor_sid={A:26}; HttpOnly
      POST /login [username password remember=1] 302 /account | login={R:40}; HttpOnly; Max-Age=2592000
      -> /account 200
      without visitor_sid
      GET /account 200
      GET /orders 200
    `);
    expect(signIns[0]).toMatchObject({ id: 'issued', by: ['login'] });
  });

  it('with nothing that says which, cannot tell', () => {
    const lines = `
      GET / 200 | app={A:26}; HttpOnly
      GET /login 200
      POST /login [user password] 302 /home | u8s={B}; Max-Age=1209600
      -> /home 200
      GET /mail 200
    `;
    const [signIn] = siteIn(lines).signIns;
    const named = [...(signIn?.carriers ?? []), ...(signIn?.rivals ?? [])].map(({ life }) => life.name);
    expect(signIn?.id).toBe('cannot-tell');
    expect(named.sort()).toEqual(['app', 'u8s']);
  });

  it('gives the evidence for each, and no value in it', () => {
    const [signIn] = siteIn(`${SIGN_IN}-> / 200`).signIns;
    expect(signIn?.carriers[0]?.evidence.map(({ kind }) => kind)).toContain('carried-when-served');
    expect(signIn?.rivals.map(({ life }) => life.name)).toEqual(['rme']);
  });
});

describe('a short word is evidence against every secret role', () => {
  const LINES = `
    GET /login 200 | sid={A}; HttpOnly
    POST /login [user password remember=1] 302 /home | sid={B}; HttpOnly | appUser=Admin; HttpOnly; Max-Age=15552000 | keep={K}; HttpOnly; Max-Age=15552000
    -> /home 200
    GET /mail 200
  `;
  it('a user name issued with the choice to be remembered is no remember-me token', () => {
    expect(['session-id', 'auth-token', 'remember-me', 'csrf-token']).not.toContain(roleOf('appUser', LINES));
  });

  it('the token issued beside it is', () => {
    const { roles } = sessionsIn(LINES);
    expect([...roles].find(([key]) => key.startsWith('keep'))?.[1]).toMatchObject({ role: 'remember-me' });
    expect([...roles].find(([key]) => key.startsWith('keep'))?.[1].confidence).not.toBe('low');
  });

  it.each([
    'session=guest',
    'auth=true',
    'login=Admin',
    'remember=yes',
    'remember=Admin',
    'session=anna%40shop.example',
    'token=Anna%20Smith',
    'sid=abc',
    'token=anon',
  ])('%s is none', (pair) => {
    const name = pair.slice(0, pair.indexOf('='));
    expect(['session-id', 'auth-token', 'remember-me', 'csrf-token']).not.toContain(
      roleOf(name, `GET / 200 | ${pair}; HttpOnly\nGET /a 200\nGET /b 200`),
    );
  });
});

describe('a value of JSON may hold an id', () => {
  const json = (id: string, rest = '') =>
    Buffer.from(`{"sessionid":"${id}","sign":"${rest}"}`).toString('base64url').replace(/=+$/, '');
  const lines = (before: string, after: string) => `
    GET /login 200 | uid=${before}; HttpOnly
    GET /home 302 /login
    -> /login 200
    POST /login [user password] 302 /home | uid=${after}; HttpOnly
    -> /home 200
    GET /home 200
  `;
  const [A, B] = ['f9c7aa0012deadbeef4455667788', '01bb33dd55ff7799aabbccddeeff'];

  it('that stays at sign-in though the rest changes: fixation', () => {
    expect(signInScript(lines(json(A, 'one'), json(A, 'two'))).signIns).toMatchObject([{ id: 'not-rotated' }]);
  });

  it('that changes: rotated', () => {
    expect(signInScript(lines(json(A, 'one'), json(B, 'two'))).signIns).toMatchObject([{ id: 'rotated' }]);
  });
});

it('what a page is like tells that a session lives, where every page is served to everybody', () => {
  const lines = (after: string) => `
    GET /index.php 200 <content-length: 5210> | sid={A}; HttpOnly
    GET /index.php 200 <content-length: 5214>
    POST /login [user password] 302 /index.php | sid={B}; HttpOnly
    -> /index.php 200 <content-length: 9310>
    GET /index.php 200 <content-length: 9302>
    GET /logout 302 /index.php
    -> /index.php 200 <content-length: ${after}>
    GET /index.php 200 <content-length: ${after}>
  `;
  expect(signInScript(lines('9305')).signIns).toMatchObject([{ reuse: 'authenticated' }]);
  expect(signInScript(lines('5211')).signIns).toMatchObject([{ reuse: 'refused' }]);
  expect(signInScript(lines('7000')).signIns).toMatchObject([{ reuse: 'cannot-tell' }]);
});

it('a return by a token that remembers is reported, and what it opens is not held against the session', () => {
  const { signIns } = signInScript(`
    GET /account 302 /login
    -> /login 200 | sid={A}; HttpOnly
    POST /login [user password remember=1] 302 /account | sid={B}; HttpOnly | keep={K:40}; HttpOnly; Max-Age=2592000
    -> /account 200
    GET /orders 200
    without sid
    GET /account 200 | sid={C}; HttpOnly
    GET /orders 200
    GET /account 200
  `);
  expect(signIns).toMatchObject([
    { how: 'credentials', id: 'rotated', by: ['sid'], end: 'expired by cookie' },
    { how: 'remembered', by: ['sid', 'keep'] },
  ]);
});

describe('what remembers is known by what it does, whatever its name and the name of the choice', () => {
  const START = `
    GET /account 302 /login
    -> /login 200 | sess={A}; HttpOnly
    POST /login [user password] 302 /account | pl={K:40}; HttpOnly; Max-Age=2592000 | sess={B}; HttpOnly
    -> /account 200
    GET /orders 200
    without sess
  `;
  it.each([
    ['at once', 'GET /account 200 | sess={C}; HttpOnly'],
    ['by a redirect to itself', 'GET /account 302 /account | sess={C}; HttpOnly\n-> /account 200'],
    ['with a new token', 'GET /account 200 | sess={C}; HttpOnly | pl={L:40}; HttpOnly; Max-Age=2592000'],
  ])('a return %s', (_, page) => {
    const lines = `${START}${page}\nGET /orders 200\nGET /account 200`;
    expect(signInScript(lines).signIns).toMatchObject([
      { how: 'credentials', id: 'rotated', by: ['sess'], end: 'expired by cookie' },
      { how: 'remembered', by: ['sess', 'pl'] },
    ]);
    expect(roleOf('pl', lines)).toBe('remember-me');
  });

  it('by calls of a script', () => {
    const lines = `
      GET / 200 | sess={A}; HttpOnly
      fetch GET /api/me 401
      fetch POST /api/login [email password] 200 | sess={B}; HttpOnly | pl={K:40}; HttpOnly; Max-Age=2592000
      fetch GET /api/me 200
      without sess
      fetch GET /api/me 200 | sess={C}; HttpOnly
      fetch GET /api/me 200
    `;
    expect(signInScript(lines).signIns).toMatchObject([{ by: ['sess'] }, { how: 'remembered' }]);
  });

  it.each(['keep', 'stay_signed_in', 'autoLogin', 'cookieuser', 'trust_device', 'recordarme', 'angemeldet_bleiben'])(
    'the choice %s',
    (field) => {
      const lines = `
        GET /account 302 /login
        -> /login 200 | PHPSESSID={A:26}; HttpOnly
        POST /login [user password ${field}=1] 303 /account | q7={R:40}; HttpOnly; Max-Age=7776000
        -> /account 200
        GET /orders 200
      `;
      expect(roleOf('q7', lines)).toBe('remember-me');
      expect(signInScript(lines).signIns).toMatchObject([{ id: 'not-rotated', by: ['PHPSESSID'] }]);
    },
  );
});

it('a cookie for another part of the site, which lay in the jar, has no part in a sign-in', () => {
  const { signIns } = signInScript(`
    GET /shop/login 200 | shop_sid={A}; HttpOnly; Path=/shop
    GET /admin/login 200 | admin_sid={B}; HttpOnly; Path=/admin
    POST /admin/login [user password] 302 /admin/home
    -> /admin/home 200
    GET /admin/mail 200
  `);
  expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['admin_sid'] }]);
});

it('the hop right after a sign-out carries the old id: a new one in its place shows that it is dead', () => {
  const { signIns } = signInScript(`
    GET /login 200 | sid={A}; HttpOnly
    POST /login [user password] 302 /account | sid={B}; HttpOnly
    -> /account 200
    GET /logout 302 /
    -> / 200 | sid={C}; HttpOnly
    GET / 200
  `);
  expect(signIns).toMatchObject([{ left: ['sid replaced'], reuse: 'refused' }]);
});
