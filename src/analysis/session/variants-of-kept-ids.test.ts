import { describe, expect, it } from 'vitest';
import { ownSite } from '../../../test/build/applications/application';
import { scriptOf, signInScript } from '../../../test/build/sign-in-script';

const own = (lines: string) => scriptOf(ownSite(lines));
const b64 = (text: string) => Buffer.from(text).toString('base64url');

describe('an id that stays, and one that outlives the sign-out', () => {
  it('step-up: password keeps id, second factor keeps id; token issued at first, deleted at second', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /verify | pre2fa={P:40}; HttpOnly; Max-Age=300
      -> /verify 200
      POST /verify [otp] 302 /account | pre2fa=; Max-Age=0
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });
  it('rotates at the form page, not at sign-in', () => {
    expect(
      signInScript(`
      GET /account 302 /login | sid={A}; HttpOnly
      -> /login 200 | sid={B}; HttpOnly
      POST /login [user password] 302 /account
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'not-rotated' }]);
  });
  it('id in another domain scope: the new one shadows beside the old one', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly; Path=/account
      -> /account 200
      GET /account/orders 200
    `).signIns[0]?.id,
    ).not.toBe('not-rotated');
  });
  it('the same id set again with new attributes is no rotation', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={A}; HttpOnly; Max-Age=86400
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'not-rotated' }]);
  });
  it('express: the id stays, re-signed with another secret', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | connect.sid=s%3A{A:32}.{X:43}; HttpOnly
      POST /login [user password] 302 /account | connect.sid=s%3A{A:32}.{Y:43}; HttpOnly
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'not-rotated' }]);
  });
  it('java with a route suffix changed by the balancer', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | JSESSIONID=0A1B2C3D4E5F60718293A4B5C6D7E8F9.jvm1; HttpOnly
      POST /login [user password] 302 /account | JSESSIONID=0A1B2C3D4E5F60718293A4B5C6D7E8F9.jvm2; HttpOnly
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'not-rotated' }]);
  });
  it.each([
    ['websphere', '0000{A:23}:1a2b3c4d', '0001{A:23}:1a2b3c4d'],
    ['weblogic', '{A:52}!-1234567890!1795435200', '{A:52}!-1234567890!1795435999'],
    ['case only differs', '0a1b2c3d4e5f60718293a4b5c6d7e8f9', '0A1B2C3D4E5F60718293A4B5C6D7E8F9'],
    ['quoted', '{A}', '"{A}"'],
    ['padding', 'QWxhZGRpbjpvcGVuIHNlc2FtZTEyMzQ', 'QWxhZGRpbjpvcGVuIHNlc2FtZTEyMzQ%3D'],
    ['percent-encoded', 'a1b2c3d4e5f6/718293a4b5c6d7e8f9', 'a1b2c3d4e5f6%2F718293a4b5c6d7e8f9'],
    [
      'php array json',
      encodeURIComponent('["f9c7aa0012deadbeef4455667788",1]'),
      encodeURIComponent('["f9c7aa0012deadbeef4455667788",2]'),
    ],
    ['braces', '{sid=f9c7aa0012deadbeef4455667788;t=1}', '{sid=f9c7aa0012deadbeef4455667788;t=2}'],
    ['hyphen time', 'f9c7aa0012deadbeef4455667788-1795435200', 'f9c7aa0012deadbeef4455667788-1795435260'],
    ['user prefix', '0-f9c7aa0012deadbeef4455667788', '42-f9c7aa0012deadbeef4455667788'],
    ['uuid and user', '3fa85f64-5717-4562-b3fc-2c963f66afa6', '3fa85f64-5717-4562-b3fc-2c963f66afa6_anna'],
    [
      'xml',
      encodeURIComponent('<s id="f9c7aa0012deadbeef4455667788" n="1"/>'),
      encodeURIComponent('<s id="f9c7aa0012deadbeef4455667788" n="2"/>'),
    ],
    [
      'itsdangerous of a sid',
      `${b64('"f9c7aa0012deadbeef4455667788"')}.abcdef.{X:27}`,
      `${b64('"f9c7aa0012deadbeef4455667788"')}.abcdeg.{Y:27}`,
    ],
    ['flask-session signed', 'f9c7aa00-12de-4dbe-8f44-55667788aabb.{X:27}', 'f9c7aa00-12de-4dbe-8f44-55667788aabb.{Y:27}'],
    ['base64 json list', b64('["f9c7aa0012deadbeef4455667788","x"]'), b64('["f9c7aa0012deadbeef4455667788","y"]')],
    [
      'php serialised object',
      encodeURIComponent('O:4:"Sess":2:{s:3:"sid";s:28:"f9c7aa0012deadbeef4455667788";s:1:"n";i:1;}'),
      encodeURIComponent('O:4:"Sess":2:{s:3:"sid";s:28:"f9c7aa0012deadbeef4455667788";s:1:"n";i:2;}'),
    ],
    [
      'rails-signed sid',
      `${b64('"f9c7aa0012deadbeef4455667788"')}--0123456789abcdef0123456789abcdef01234567`,
      `${b64('"f9c7aa0012deadbeef4455667788"')}--fedcba9876543210fedcba9876543210fedcba98`,
    ],
    [
      'jwt with jti kept',
      `${b64('{"alg":"HS256"}')}.${b64('{"session_id":"f9c7aa0012deadbeef4455667788","anon":true}')}.{X:43}`,
      `${b64('{"alg":"HS256"}')}.${b64('{"session_id":"f9c7aa0012deadbeef4455667788","sub":"7"}')}.{Y:43}`,
    ],
  ])('an id that stays within its wrapping: %s', (_, before, after) => {
    const id = signInScript(`
      GET /account 302 /login
      -> /login 200 | app=${before}; HttpOnly
      POST /login [user password] 302 /account | app=${after}; HttpOnly
      -> /account 200
      GET /account 200
      GET /orders 200
    `).signIns[0]?.id;
    expect(['not-rotated', 'cannot-tell']).toContain(id);
  });
  it('sign-out deletes the cookie of one host while the shared id lives on the other', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      fetch POST /api/login [email password] 200 | sid={B}; HttpOnly
      GET /account 200
      fetch POST /api/logout [] 200 | sid=; Max-Age=0
      with sid={B}
      fetch GET /account 200
    `).signIns,
    ).toMatchObject([{ end: 'signed out by script', reuse: 'authenticated' }]);
  });
  it('sign-out replaced the cookie by an anonymous one; the old one served on', () => {
    expect(
      signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      POST /logout [csrf={T}] 302 / | sid={C}; HttpOnly
      -> / 200
      with sid={B}
      GET /account 200
    `).signIns,
    ).toMatchObject([{ end: 'signed out by form', reuse: 'authenticated' }]);
  });
  it('two browsers tabs: JWT still accepted by the API after sign-out', () => {
    expect(
      signInScript(`
      GET / 200
      fetch GET /api/me 401
      fetch POST /api/login [email password] 200
      fetch GET /api/me (authorization=Bearer_{A}{B}) 200
      fetch DELETE /api/session (authorization=Bearer_{A}{B}) 204
      fetch GET /api/me (authorization=Bearer_{A}{B}) 200
    `).signIns,
    ).toMatchObject([{ reuse: 'authenticated' }]);
  });
  it('single sign-out at the provider leaves the application signed in', () => {
    const r = own(`
      GET /account 302 https://idp.test/authorize?client_id=a&response_type=code&scope=openid&state={S:24}
      -> https://idp.test/authorize?client_id=a&response_type=code&scope=openid&state={S:24} 200
      POST https://idp.test/login [username password] 302 https://app.example/cb?code=c&state={S:24}
      -> https://app.example/cb?code=c&state={S:24} 302 /account | sid={B}; HttpOnly
      -> https://app.example/account 200
      GET https://app.example/logout 302 https://idp.test/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&client_id=a
      -> https://idp.test/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&client_id=a 302 https://app.example/
      -> https://app.example/ 200
      GET https://app.example/account 200
    `);
    expect(r.signIns).toMatchObject([{ id: 'issued', reuse: 'authenticated' }]);
  });
});
