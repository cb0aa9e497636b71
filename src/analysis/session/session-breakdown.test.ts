import { describe, expect, it } from 'vitest';
import { signInScript, siteIn } from '../../../test/build/sign-in-script';

describe('a session that comes apart', () => {
  const kinds = (lines: string) => siteIn(lines).breakdowns.map(({ kind, name }) => `${name} ${kind}`);
  const SIGNED_IN = `
    GET /account 302 /login
    -> /login 200
    POST /login [user password] 302 /account | sid={A}; HttpOnly
    -> /account 200
  `;

  it('one id is taken and refused by turns: two servers that share no store', () => {
    expect(
      kinds(`${SIGNED_IN}
        GET /account 302 /login
        -> /login 200
        GET /account 200
        GET /account 302 /login
        -> /login 200
        GET /account 200
      `),
    ).toEqual(['sid served-and-refused']);
  });

  it('a session that the server ended once does not', () => {
    expect(
      kinds(`${SIGNED_IN}\nGET /account 200\nGET /account 302 /login\n-> /login 200\nGET /account 302 /login\n-> /login 200`),
    ).toEqual([]);
  });

  it('each page gives a new id, which never comes back', () => {
    expect(
      kinds(
        `
        GET / 200 | sid={A}; HttpOnly; Domain=other.example
        GET /a 200 | sid={B}; HttpOnly; Domain=other.example
        GET /b 200 | sid={C}; HttpOnly; Domain=other.example
      `.replaceAll('Domain=other.example', 'Path=/nowhere'),
      ),
    ).toEqual(['sid never-comes-back']);
  });

  it('ids that are new on each page and come back do not', () => {
    expect(kinds('GET / 200 | sid={A}\nGET /a 200 | sid={B}\nGET /b 200 | sid={C}\nGET /c 200 | sid={D}')).toEqual([]);
  });

  it('the same by calls of a script', () => {
    expect(
      kinds(`
        GET / 200 | sid={A}; HttpOnly
        fetch POST /api/login [user password] 200 | sid={B}; HttpOnly
        fetch GET /api/me 200
        fetch GET /api/me 401
        fetch GET /api/orders 200
        fetch GET /api/orders 401
        fetch GET /api/me 200
      `),
    ).toEqual(['sid served-and-refused']);
  });

  it('each refusal gives another id: two servers that share no store, and no refused password', () => {
    const lines = `${SIGNED_IN}
      GET /account 302 /login | sid={C}; HttpOnly
      -> /login 200 | sid={D}; HttpOnly
      GET /account 302 /login | sid={E}; HttpOnly
      -> /login 200 | sid={F}; HttpOnly
      GET /account 302 /login | sid={G}; HttpOnly
      -> /login 200 | sid={H}; HttpOnly
    `;
    expect(kinds(lines)).toEqual(['sid replaced-by-turns']);
    expect(signInScript(lines).attempts).toEqual(['password succeeded']);
  });

  it('the id that came with the answer to the credentials is unknown to the next: cannot tell, and nothing refused', () => {
    const attempt = (letters: string) => `
      POST /login [user password] 302 /home | sid={${letters}1}; HttpOnly
      -> /home 302 /login | sid={${letters}2}; HttpOnly
      -> /login 200 | sid={${letters}3}; HttpOnly
    `;
    const lines = `GET /login 200 | sid={A}; HttpOnly${attempt('B')}${attempt('C')}`;
    expect(signInScript(lines).attempts).toEqual(['password cannot-tell', 'password cannot-tell']);
    expect(kinds(lines)).toEqual(['sid not-recognised']);
  });

  it('a script gets a new id with each call, which never comes back', () => {
    const calls = ['A', 'B', 'C', 'D'].map((letter) => `fetch GET /api/cart 200 | cart_sid={${letter}}; Path=/nowhere`);
    expect(kinds(`GET / 200\n${calls.join('\n')}`)).toEqual(['cart_sid never-comes-back']);
  });
});

describe('a session that ends without a sign-out', () => {
  const endOf = (lines: string) => signInScript(lines).signIns.map(({ end }) => end);

  it.each([401, 440, 419])('by a call that is answered with %i', (status) => {
    const lines = `
      GET / 200 | sid={A}; HttpOnly
      fetch POST /api/login [user password] 200 | sid={B}; HttpOnly
      fetch GET /api/me 200
      wait 4000
      fetch GET /api/me ${status}
    `;
    expect(endOf(lines)).toEqual(['expired by server']);
  });

  it('by a page that everybody gets and that knows nobody any more', () => {
    const lines = `
      GET /index 200 <content-length: 4000> | sid={A}; HttpOnly
      POST /login [user password] 302 /index | sid={B}; HttpOnly
      -> /index 200 <content-length: 9000>
      GET /index 200 <content-length: 9010>
      wait 4000
      GET /index 200 <content-length: 4010>
    `;
    expect(endOf(lines)).toEqual(['expired by server']);
  });

  it('by its time', () => {
    const lines = `
      GET / 200
      fetch POST /api/login [user password] 200 | sid={B}; HttpOnly; Max-Age=600
      fetch GET /api/me 200
      wait 1200
      without sid
      fetch GET /api/me 401
    `;
    expect(endOf(lines)).toEqual(['expired by cookie']);
  });

  it('by a form that is called nothing, whose answer gives another id: that is a sign-out', () => {
    const lines = `
      GET /app 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /app | sid={B}; HttpOnly
      -> /app 200
      POST /app [action=out] 302 / | sid={C}; HttpOnly
      -> / 200
      GET /app 302 /login
      -> /login 200
    `;
    expect(endOf(lines)).toEqual(['signed out by form']);
  });
});
