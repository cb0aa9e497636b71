import { describe, expect, it } from 'vitest';
import { told } from '../../../test/build/told';

describe('applications that are not tidy', () => {
  it('change their id on anonymous pages, which is no rotation, and keep it at sign-in: fixation', () => {
    const { signIns } = told(`
      GET / 200 | sid={A}; HttpOnly
      GET /about 200 | sid={B}; HttpOnly
      GET /news 200 | sid={C}; HttpOnly
      GET /login 200 | sid={D}; HttpOnly
      POST /login [user password] 302 /home
      -> /home 200
      GET /home 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });

  it('change their id on every page, signed in or not: nothing can be told of rotation', () => {
    const { attempts, signIns } = told(`
      GET / 200 | sid={A}; HttpOnly
      GET /login 200 | sid={B}; HttpOnly
      POST /login [user password] 302 /login?failed | sid={C}; HttpOnly
      -> /login?failed 200 | sid={D}; HttpOnly
      POST /login [user password] 302 /home | sid={E}; HttpOnly
      -> /home 200 | sid={F}; HttpOnly
      GET /mail 200 | sid={G}; HttpOnly
      GET /mail 200 | sid={H}; HttpOnly
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
    expect(signIns).toMatchObject([{ id: 'changes-anyway', by: ['sid'] }]);
  });

  it('change their id while nobody is signed in and keep it afterwards: the one that signed in is new', () => {
    const { signIns } = told(`
      GET / 200 | sid={A}; HttpOnly
      GET /login 200 | sid={B}; HttpOnly
      GET /login 200 | sid={C}; HttpOnly
      POST /login [user password] 302 /home | sid={D}; HttpOnly
      -> /home 200
      GET /mail 200
      GET /mail 200
      GET /home 200
    `);
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['sid'] }]);
  });

  it('change the id at a wrong password too: that is no sign-in', () => {
    const { attempts, signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      GET /login 200
      POST /login [user password] 200 | sid={B}; HttpOnly
      POST /login [user password] 200 | sid={C}; HttpOnly
      GET /account 302 /login
      -> /login 200
    `);
    expect(attempts).toEqual(['password refused', 'password refused']);
    expect(signIns).toEqual([]);
  });

  it('issue the id only at sign-in', () => {
    const { signIns } = told(`
      GET /login 200
      POST /login [user password] 302 /home | token={A:40}; HttpOnly
      -> /home 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'issued', by: ['token'] }]);
  });

  it('keep an anonymous session beside the one that counts', () => {
    const { signIns } = told(`
      GET / 200 | anon.sid={A}; HttpOnly
      GET /login 200
      POST /login [user password] 302 /home | auth.sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
      GET /logout 302 / | auth.sid=; Max-Age=0
      -> / 200
      GET /mail 302 /login
      -> /login 200
    `);
    expect(signIns).toMatchObject([{ id: 'issued', by: ['auth.sid'], left: ['auth.sid deleted', 'anon.sid left'] }]);
  });

  it('keep two sessions of which the one that counts is rotated', () => {
    const { signIns } = told(`
      GET / 200 | PHPSESSID={A:26}; path=/ | app_session={B}; HttpOnly
      GET /login 200
      POST /login [user password] 302 /home | app_session={C}; HttpOnly
      -> /home 200
      GET /mail 200
      GET /logout 302 / | app_session=; Max-Age=0
      -> / 200
    `);
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['app_session'] }]);
  });

  it('leave open which of two counts: cannot tell', () => {
    const { signIns } = told(`
      GET / 200 | PHPSESSID={A:26}; path=/; HttpOnly
      GET /login 200
      POST /login [user password] 302 /home | u8s={B}; Max-Age=1209600
      -> /home 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'cannot-tell' }]);
  });

  it('issue a remember-me token beside an id that stays: fixation all the same', () => {
    const { signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password remember_me=on] 302 /home | remember_token={B:64}; Max-Age=2592000; HttpOnly
      -> /home 200
      GET /mail 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });

  it('leave a remember-me token that still signs in', () => {
    const { signIns } = told(`
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
    const { signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /bye 302 / | sid=; Max-Age=0
      -> / 200
    `);
    expect(signIns).toMatchObject([{ end: 'signed out by link', left: ['sid deleted'] }]);
  });

  it('leave the id alive on the server after sign-out: it is sent again and served', () => {
    const { signIns } = told(`
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
    const { signIns } = told(`
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
    const { signIns } = told(`
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
    const { signIns } = told(`
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
    const { signIns } = told(`
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
    const { signIns } = told(`
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

  it('refuse one page to an ordinary user: that is no expiry', () => {
    const { signIns } = told(`
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

  it('ask for the user name first and the password after', () => {
    const { attempts, signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login/identifier [email] 302 /login/password
      -> /login/password 200
      POST /login/password [password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
    `);
    expect(attempts).toEqual(['user-name continued', 'password succeeded']);
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['sid'] }]);
  });

  it('ask for a code after the password, and rotate the id once', () => {
    const { attempts, signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [email password] 302 /login/otp | sid={B}; HttpOnly
      -> /login/otp 200
      POST /login/otp [otp_code] 200
      POST /login/otp [otp_code] 302 /home
      -> /home 200
      GET /mail 200
    `);
    expect(attempts).toEqual(['password continued', 'second-factor refused', 'second-factor succeeded']);
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['sid'] }]);
  });

  it('sign in at another site and come back with a code', () => {
    const { attempts, signIns } = told(`
      GET /home 302 /auth/start
      -> /auth/start 302 https://sso.other/authorize?client_id=x | sid={A}; HttpOnly
      -> https://sso.other/authorize?client_id=x 200
      POST https://sso.other/login [username password] 302 https://app.example/auth/callback?code=c1&state=s1 | sso={S:40}; HttpOnly
      -> https://app.example/auth/callback?code=c1&state=s1 302 /home | sid={B}; HttpOnly
      -> https://app.example/home 200
      GET https://app.example/home 200
      GET https://app.example/mail 200
    `);
    expect(attempts).toEqual(['external succeeded']);
    expect(signIns).toMatchObject([{ how: 'external', id: 'rotated', by: ['sid'] }]);
  });

  it('let the browser ask for the password', () => {
    const { attempts, signIns } = told(`
      GET /manager/html 401 <www-authenticate: Basic realm="Tomcat Manager Application">
      GET /manager/html (authorization=Basic) 200 | JSESSIONID={A}; Path=/manager; HttpOnly
      GET /manager/html/list (authorization=Basic) 200
    `);
    expect(attempts).toEqual(['http-authentication succeeded']);
    expect(signIns).toMatchObject([{ how: 'http-authentication', carriedBy: 'http-authentication', id: 'no-cookie' }]);
  });

  it('answer one form with 200 whatever comes, and nothing follows: cannot tell', () => {
    const { attempts } = told(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 200
    `);
    expect(attempts).toEqual(['password cannot-tell']);
  });

  it('let in with 200 and no redirect', () => {
    const { attempts, signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      GET /login 200
      POST /login [user password] 200 | sid={B}; HttpOnly
      GET /mail 200
      GET /mail/1 200
      GET /logout 302 /login | sid=; Max-Age=0
      -> /login 200
    `);
    expect(attempts).toEqual(['password succeeded']);
    expect(signIns).toMatchObject([{ id: 'rotated' }]);
  });

  it('serve the form and the inside under one address', () => {
    const { attempts, signIns } = told(`
      GET /index.php?route=/ 200 | phpMyAdmin={A:26}; path=/; HttpOnly; SameSite=Strict | pma_lang=en; path=/; HttpOnly
      POST /index.php?route=/ [set_session pma_username pma_password server=1 token={T}] 200 | phpMyAdmin={B:26}; path=/; HttpOnly
      POST /index.php?route=/ [set_session pma_username pma_password server=1 token={T}] 302 /index.php?route=/ | phpMyAdmin={C:26}; path=/; HttpOnly | pmaUser-1={D:80}; path=/; HttpOnly; Max-Age=2592000 | pmaAuth-1={E:80}; path=/; HttpOnly
      -> /index.php?route=/ 200
      GET /index.php?route=/server/databases 200
      POST /index.php?route=/logout [token={T}] 302 /index.php?route=/ | pmaAuth-1=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; path=/
      -> /index.php?route=/ 200
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
    expect(signIns).toMatchObject([{ end: 'signed out by form' }]);
  });

  it('sign a second user in over the first', () => {
    const { signIns } = told(`
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
    const { signIns } = told(`
      GET /home 200
      GET /home 302 /login
      -> /login 200
    `);
    expect(signIns).toEqual([]);
  });

  it('let somebody register, and sign them in by it', () => {
    const { attempts, signIns } = told(`
      GET /register 200 | sid={A}; HttpOnly
      POST /register [username email password password_confirm] 302 /welcome | sid={B}; HttpOnly
      -> /welcome 200
      GET /account 200
      POST /logout [] 302 / | sid=; Max-Age=0
      -> / 200
    `);
    expect(attempts).toEqual(['registration succeeded']);
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['sid'] }]);
  });

  it('take the password of a new user in an administrator’s form: that is no sign-in', () => {
    const { signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /admin | sid={B}; HttpOnly
      -> /admin 200
      GET /admin/users/new 200
      POST /admin/users [username email password1 password2 role] 302 /admin/users
      -> /admin/users 200
    `);
    expect(signIns).toHaveLength(1);
  });

  it('set a cookie of preferences at sign-in: it is not what counts', () => {
    const { signIns } = told(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | theme=dark; Max-Age=31536000 | lang=en-GB; Max-Age=31536000
      -> /home 200
      GET /mail 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });
});
