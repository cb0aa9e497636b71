import { describe, expect, it } from 'vitest';
import { signInScript } from '../../../test/build/sign-in-script';

describe('applications that are not tidy about signing in', () => {
  it('ask for the user name first and the password after', () => {
    const { attempts, signIns } = signInScript(`
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
    const { attempts, signIns } = signInScript(`
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
    const { attempts, signIns } = signInScript(`
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
    const { attempts, signIns } = signInScript(`
      GET /manager/html 401 <www-authenticate: Basic realm="Tomcat Manager Application">
      GET /manager/html (authorization=Basic) 200 | JSESSIONID={A}; Path=/manager; HttpOnly
      GET /manager/html/list (authorization=Basic) 200
    `);
    expect(attempts).toEqual(['http-authentication succeeded']);
    expect(signIns).toMatchObject([{ how: 'http-authentication', carriedBy: 'http-authentication', id: 'no-cookie' }]);
  });

  it('answer one form with 200 whatever comes, and nothing follows: cannot tell', () => {
    const { attempts } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 200
    `);
    expect(attempts).toEqual(['password cannot-tell']);
  });

  it('let in with 200 and no redirect', () => {
    const { attempts, signIns } = signInScript(`
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
    const { attempts, signIns } = signInScript(`
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

  it('let somebody register, and sign them in by it', () => {
    const { attempts, signIns } = signInScript(`
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
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /admin | sid={B}; HttpOnly
      -> /admin 200
      GET /admin/users/new 200
      POST /admin/users [username email password1 password2 role] 302 /admin/users
      -> /admin/users 200
    `);
    expect(signIns).toHaveLength(1);
  });
});
