import { describe, expect, it } from 'vitest';
import { signInScript } from '../../../test/build/sign-in-script';

describe('what remembers or knows the device carries nothing while a session stayed', () => {
  it('devise rememberable, sid stays, sign-out by form, unnamed choice', () => {
    expect(
      signInScript(`
      GET /dash 302 /users/sign_in
      -> /users/sign_in 200 | _app_session={A}; HttpOnly
      POST /users/sign_in [authenticity_token={T:86} user[email] user[password] user[remember_me]=1] 303 /dash | remember_user_token={R:80}--{S:40}; HttpOnly; Max-Age=1209600
      -> /dash 200
      GET /items 200
      POST /users/sign_out [_method=delete authenticity_token={T2:86}] 303 / | remember_user_token=; Max-Age=0
      -> / 200
    `).signIns,
    ).toMatchObject([{ id: 'not-rotated', by: ['_app_session'] }]);
  });
  it('a device cookie of a year and an issued session with remember: session issued', () => {
    const r = signInScript(`
      GET /login 200 | did={D:36}; HttpOnly; Max-Age=31536000
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
    `).signIns;
    expect(r).toMatchObject([{ id: 'issued', by: ['sid'] }]);
  });
  it('trusted-device cookie of second factor is no winner', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | JSESSIONID={A:32}; HttpOnly
      POST /login [username password] 302 /login/2fa
      -> /login/2fa 200
      POST /login/2fa [otp trust_device=on] 302 /account | tdv={R:60}; HttpOnly; Max-Age=7776000
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'not-rotated', by: ['JSESSIONID'] }]);
  });
});

describe('returns by what remembers', () => {
  it('persistent token renewed by an XHR', () => {
    const r = signInScript(`
      GET / 200
      fetch GET /api/user 401
      fetch POST /api/login [username password remember-me=true] 200 | SESSION={A}; HttpOnly | remember-me={R:60}; HttpOnly; Max-Age=1209600
      fetch GET /api/user 200
      fetch GET /api/orders 200
      without SESSION
      fetch GET /api/user 200 | SESSION={C}; HttpOnly | remember-me={S:60}; HttpOnly; Max-Age=1209600
      fetch GET /api/orders 200
    `).signIns;
    expect(r).toMatchObject([
      { id: 'issued', by: ['SESSION'], end: 'expired by cookie' },
      { how: 'remembered', by: ['SESSION', 'remember-me'] },
    ]);
  });
  it('returned after the browser was closed: recording begins with the token alone', () => {
    const r = signInScript(`
      with keepme={K:50}
      GET /account 200 | sess={C}; HttpOnly
      GET /orders 200
      without keepme
      without sess
      GET /account 302 /login
      -> /login 200
    `).signIns;
    expect(r.map(({ how }) => how)).not.toContain('credentials');
  });
});

describe('what comes right after a sign-out', () => {
  it('hop carries the old id and is served the guarded page: alive', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /logout 302 /account
      -> /account 200
    `).signIns,
    ).toMatchObject([{ reuse: 'authenticated' }]);
  });
  it('hop goes to guarded page and is refused: dead', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      POST /logout [csrf={T}] 303 /account
      -> /account 302 /login
      -> /login 200
    `).signIns,
    ).toMatchObject([{ reuse: 'refused' }]);
  });
  it('deleted at sign-out but path differs: still sent and served', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /logout 302 / | sid=; Max-Age=0; Path=/logout
      -> / 200
      GET /account 200
    `).signIns,
    ).toMatchObject([{ reuse: 'authenticated', end: 'signed out by link' }]);
  });
  it('a token that is left and is served', () => {
    expect(
      signInScript(`
      GET / 200
      fetch GET /api/me 401
      fetch POST /api/login [email password] 200 | jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.{A:43}; HttpOnly
      fetch GET /api/me 200
      fetch POST /api/logout [] 204 | jwt=; Max-Age=0
      with jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.{A:43}
      fetch GET /api/me 200
    `).signIns,
    ).toMatchObject([{ reuse: 'authenticated' }]);
  });
  it('Clear-Site-Data at sign-out', () => {
    const r = signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      POST /logout [csrf={T}] 303 / <clear-site-data: "cookies", "storage">
      -> / 200
      GET /account 302 /login
      -> /login 200
    `).signIns;
    expect(r).toMatchObject([{ end: 'signed out by form', left: ['sid deleted'] }]);
  });
});
