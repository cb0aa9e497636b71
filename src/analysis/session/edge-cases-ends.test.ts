import { describe, expect, it } from 'vitest';
import { signInScript, siteIn } from '../../../test/build/sign-in-script';

describe('applications that are not tidy about the end', () => {
  it('leave a remember-me token that still signs in', () => {
    const { signIns } = signInScript(`
      GET /mail 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password remember_me=on] 302 /mail | sid={B}; HttpOnly | remember_token={R:64}; Max-Age=2592000; HttpOnly
      -> /mail 200
      GET /logout 302 /login | sid=; Max-Age=0
      -> /login 200
      GET /mail 200 | sid={C}; HttpOnly
    `);
    expect(signIns).toMatchObject([
      { how: 'credentials', id: 'rotated', by: ['sid'], left: ['sid deleted', 'remember_token left'] },
      { how: 'remembered', id: 'issued', by: ['sid', 'remember_token'] },
    ]);
  });

  it('sign out by a link that is called nothing of the kind', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /bye 302 / | sid=; Max-Age=0
      -> / 200
    `);
    expect(signIns).toMatchObject([{ end: 'signed out by link', left: ['sid deleted'] }]);
  });

  it('leave the id alive on the server after sign-out: it is sent again and served', () => {
    const { signIns } = signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /logout 302 /
      -> / 200
      GET /account 200
    `);
    expect(signIns).toMatchObject([{ end: 'signed out by link', left: ['sid left'], reuse: 'authenticated' }]);
  });

  it('leave the cookie but kill the session: the old id is refused', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /account 200
      GET /logout 302 /
      -> / 200
      GET /account 302 /login
      -> /login 200
    `);
    expect(signIns).toMatchObject([{ end: 'signed out by link', left: ['sid left'], reuse: 'refused' }]);
  });

  it('serve public pages to an old id: that says nothing of it', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /logout 302 /
      -> / 200
      GET /home 200
    `);
    expect(signIns).toMatchObject([{ left: ['sid left'], reuse: 'cannot-tell' }]);
  });

  it('ask before signing out, on a page that changes nothing', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /logout 200
      GET /mail 200
      POST /logout [csrf_token={T}] 302 / | sid={C}; HttpOnly
      -> / 200
    `);
    expect(signIns).toMatchObject([{ end: 'signed out by form', left: ['sid replaced'] }]);
  });

  it('end a session by themselves: it expired on the server', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /mail | sid={B}; HttpOnly
      -> /mail 200
      GET /mail 200
      wait 7200
      GET /mail 302 /login?timeout
      -> /login?timeout 200
    `);
    expect(signIns).toMatchObject([{ end: 'expired by server' }]);
  });

  it('let the cookie expire', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /mail | sid={B}; HttpOnly; Max-Age=600
      -> /mail 200
      GET /mail 200
      wait 700
      without sid
      GET /mail 302 /login
      -> /login 200
    `);
    expect(signIns).toMatchObject([{ end: 'expired by cookie' }]);
  });

  it('lose the session with the browser, and let in whoever is remembered', () => {
    const { signIns } = signInScript(`
      GET /mail 302 /login
      -> /login 200
      POST /login [user password remember] 302 /mail | sid={A}; HttpOnly | remember_token={B:60}; Max-Age=2592000; HttpOnly
      -> /mail 200
      GET /mail 200
      without sid
      GET /mail 200 | sid={C}; HttpOnly
      GET /mail 200
    `);
    expect(signIns).toMatchObject([
      { how: 'credentials', by: ['sid'], end: 'expired by cookie' },
      { how: 'remembered', id: 'issued', by: ['sid', 'remember_token'], end: null },
    ]);
  });

  it('refuse one page to an ordinary user: that is no expiry', () => {
    const { signIns } = signInScript(`
      GET /mail 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /mail | sid={B}; HttpOnly
      -> /mail 200
      GET /admin 302 /login
      -> /login 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ end: null }]);
  });

  it('sign a second user in over the first', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
      GET /login 200
      POST /login [user password] 302 /home | sid={C}; HttpOnly
      -> /home 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([
      { id: 'rotated', end: null },
      { id: 'rotated', end: null },
    ]);
  });

  it('were signed in to before the recording began', () => {
    const { attempts, signIns } = signInScript(`
      with sid={A}
      GET /home 200
      GET /mail 200
      GET /logout 302 /login | sid=; Max-Age=0
      -> /login 200
      GET /mail 302 /login
      -> /login 200
    `);
    expect(attempts).toEqual([]);
    expect(signIns).toMatchObject([{ how: 'already', id: 'cannot-tell', by: ['sid'], end: 'signed out by link' }]);
  });

  it('keep a token whose name says that somebody is signed in, and no source is given where none is known', () => {
    const [signIn] = siteIn('with .AspNetCore.Identity.Application={A:64}\nGET /home 200').signIns;
    expect(signIn?.evidence).toMatchObject([{ kind: 'name-of-framework', slots: { owner: 'ASP.NET Core' } }]);
    expect(signIn?.evidence[0]?.slots).not.toHaveProperty('source');
  });

  it('take an anonymous id from before the recording for nobody’s', () => {
    const { signIns } = signInScript(`
      with sid={A}
      GET / 200
      GET /account 302 /login
      -> /login 200
    `);
    expect(signIns).toEqual([]);
  });

  it('share their sessions between two servers: one signs out, the other refuses the old id', () => {
    const { signIns } = signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET https://app.example:8443/account 200
      GET https://app.example/logout 302 /
      -> https://app.example/ 200
      GET https://app.example:8443/account 302 /login
      -> https://app.example:8443/login 200
    `);
    expect(signIns).toMatchObject([{ id: 'rotated', left: ['sid left'], reuse: 'refused' }]);
  });

  it('share them badly: the second server still serves the old id', () => {
    const { signIns } = signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /logout 302 /
      -> / 200
      GET https://app.example:8443/account 200
    `);
    expect(signIns).toMatchObject([{ left: ['sid left'], reuse: 'authenticated' }]);
  });

  it('keep a token in a script: handed back, and still good', () => {
    const { signIns } = signInScript(`
      GET / 200
      fetch GET /api/me 401
      fetch POST /api/token [username password] 200
      fetch GET /api/me (authorization=Bearer_{A}{B}) 200
      fetch POST /api/token/revoke [token] (authorization=Bearer_{A}{B}) 200
      fetch GET /api/me (authorization=Bearer_{A}{B}) 200
    `);
    expect(signIns).toMatchObject([{ carriedBy: 'bearer-header', end: 'signed out by script', reuse: 'authenticated' }]);
  });

  it('keep a token in a script, which drops it', () => {
    const { signIns } = signInScript(`
      GET / 200
      fetch POST /api/token [username password] 200
      fetch GET /api/me (authorization=Bearer_{A}{B}) 200
      fetch GET /api/me 401
    `);
    expect(signIns).toMatchObject([{ carriedBy: 'bearer-header', end: 'expired by script' }]);
  });
});
