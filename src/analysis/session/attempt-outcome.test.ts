import { describe, expect, it } from 'vitest';
import { signInScript, siteIn } from '../../../test/build/sign-in-script';

describe('pages that differ in their query only', () => {
  it('are told apart: a wrong password led to one, the right one to the other, and the id stayed', () => {
    const { attempts, signIns } = signInScript(`
      GET /app.php 200 | sid={A}; HttpOnly
      POST /app.php [user password] 302 /app.php?failed=1
      -> /app.php?failed=1 200
      POST /app.php [user password] 302 /app.php
      -> /app.php 200
      GET /app.php?show=orders 200
      GET /app.php?logout=Logout 302 /app.php
      -> /app.php 200
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
    expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'], end: 'signed out by link' }]);
  });

  it('where the name of the parameter says nothing', () => {
    const { attempts } = signInScript(`
      GET /app.php 200 | sid={A}; HttpOnly
      POST /app.php [user password] 302 /app.php?m=3
      -> /app.php?m=3 200
      POST /app.php [user password] 302 /app.php
      -> /app.php 200
      GET /app.php?show=orders 200
      GET /app.php?show=account 200
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
  });
});

it('a wrong password is refused though no Referer tells of its form', () => {
  const { attempts } = signInScript(`
    no-referrer
    GET /enter 200 | sid={A}; HttpOnly
    POST /check [user password] 302 /enter
    -> /enter 200
    POST /check [user password] 302 /home | sid={B}; HttpOnly
    -> /home 200
    GET /mail 200
  `);
  expect(attempts).toEqual(['password refused', 'password succeeded']);
});

describe('a sign-in that was accepted and lost', () => {
  const storyOf = (lines: string, origin?: string) =>
    siteIn(lines, origin).attempts.map(({ outcome, loss }) =>
      [outcome, loss?.why, loss?.name].filter((each) => each != null).join(' '),
    );

  it('no cookie was set, as behind a proxy that speaks http to the server', () => {
    const lines = `
      GET /account 302 /login
      -> /login 200
      POST /login [user password] 302 /account
      -> /account 302 /login
      -> /login 200
    `;
    expect(storyOf(lines)).toEqual(['lost not-set']);
    expect(siteIn(lines).attempts[0]?.missing).toEqual(['whether-the-credentials-were-right']);
    expect(signInScript(lines).signIns).toEqual([]);
  });

  it('the browser refused the cookie', () => {
    expect(
      storyOf(
        `
        GET /account 302 /login
        -> /login 200
        POST /login [user password] 302 /account | sid={A}; HttpOnly; Secure
        -> /account 302 /login
        -> /login 200
        `,
        'http://app.example',
      ),
    ).toEqual(['lost refused sid']);
  });

  it('the cookie was stored and did not go along', () => {
    expect(
      storyOf(`
        GET /account 302 /login
        -> /login 200
        POST /login [user password] 302 /account | sid={A}; HttpOnly; Path=/login
        -> /account 302 /login
        -> /login 200
      `),
    ).toEqual(['lost withheld sid']);
  });

  it('a wrong password is refused, not lost, where the right one leads to the same place', () => {
    const { attempts } = signInScript(`
      GET /home 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home
      -> /home 302 /login
      -> /login 200
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
  });

  it('led on with the session from before, which the next page does not know: cannot tell', () => {
    const lines = `
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account
      -> /account 302 /login
      -> /login 200
    `;
    expect(siteIn(lines).attempts).toMatchObject([{ outcome: 'cannot-tell', missing: ['whether-the-credentials-were-right'] }]);
  });

  it('a form that leads back to itself is refused', () => {
    const { attempts } = signInScript(`
      GET /account 302 /login
      -> /login 200
      POST /login [user password] 302 /login?error=1
      -> /login?error=1 200
    `);
    expect(attempts).toEqual(['password refused']);
  });
});

describe('pages and calls that everybody gets', () => {
  it('tell by their length that somebody was let in, where nothing else does', () => {
    const { attempts, signIns } = signInScript(`
      GET /app 200 <content-length: 2000> | sid={A}; HttpOnly
      POST /app [login pass] 200 <content-length: 2080>
      POST /app [login pass] 200 <content-length: 9080>
      GET /app?x=1 200 <content-length: 9000>
      GET /app?logout=Logout 200 <content-length: 2000>
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
    expect(signIns).toMatchObject([{ id: 'not-rotated', end: 'signed out by link' }]);
  });

  it('tell it of an interface for scripts, before, during and after', () => {
    const { attempts, signIns } = signInScript(`
      GET / 200 | sid={A}; HttpOnly
      fetch GET /api/session 200 <content-length: 20>
      fetch POST /api/session [login pass] 200 <content-length: 40>
      fetch POST /api/session [login pass] 200 <content-length: 240>
      fetch GET /api/session 200 <content-length: 230>
      fetch GET /api/orders 200
      fetch DELETE /api/session 204
      fetch GET /api/session 200 <content-length: 20>
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
    expect(signIns).toMatchObject([{ id: 'not-rotated', end: 'signed out by script', reuse: 'refused' }]);
  });

  it('but a message on the form is no sign-in', () => {
    const { attempts } = signInScript(`
      GET /app 200 <content-length: 2000> | sid={A}; HttpOnly
      POST /app [login pass] 302 /app
      -> /app 200 <content-length: 2180>
    `);
    expect(attempts).toEqual(['password cannot-tell']);
  });
});

describe('without a Referer', () => {
  it.each([
    ['a form on the first page', 'GET / 200 | sid={A}; HttpOnly', 'POST /check [user password] 302 /\n-> / 200'],
    [
      'a query that tells where to go',
      'GET /enter?next=/home 200 | sid={A}; HttpOnly',
      'POST /check [user password] 303 /enter?next=/home\n-> /enter?next=/home 200',
    ],
    ['an answer in place', 'GET /enter 200 | sid={A}; HttpOnly', 'POST /check [user password] 200'],
    ['a call', 'GET / 200 | sid={A}; HttpOnly', 'fetch POST /check [user password] 200'],
  ])('a wrong password is refused: %s', (_, page, wrong) => {
    const { attempts } = signInScript(`
      no-referrer
      ${page}
      ${wrong}
      ${wrong.startsWith('fetch') ? 'fetch ' : ''}POST /check [user password] ${wrong.startsWith('fetch') ? '200' : '302 /home'} | sid={B}; HttpOnly
      GET /home 200
      GET /mail 200
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
  });
});
