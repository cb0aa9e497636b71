import { describe, expect, it } from 'vitest';
import { signInScript } from '../../../../test/build/sign-in-script';

describe('the story of a sign-in is right for', () => {
  it('express-session that regenerates the id and destroys it', () => {
    const story = signInScript(`
      GET / 200 | connect.sid=s%3A{A:32}.{SA:43}; Path=/; HttpOnly
      GET /account 302 /login
      -> /login 200
      POST /login [username password] 302 /account | connect.sid=s%3A{B:32}.{SB:43}; Path=/; HttpOnly
      -> /account 200
      GET /settings 200
      POST /logout [] 302 / | connect.sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT
      -> / 200
      GET /account 302 /login
      -> /login 200
    `);
    expect(story).toEqual({
      attempts: ['password succeeded'],
      signIns: [
        {
          how: 'credentials',
          id: 'rotated',
          carriedBy: 'session',
          by: ['connect.sid'],
          end: 'signed out by form',
          left: ['connect.sid deleted'],
          reuse: null,
        },
      ],
    });
  });

  it('express-session that keeps the id: fixation', () => {
    const story = signInScript(`
      GET /login 200 | connect.sid=s%3A{A:32}.{SA:43}; Path=/; HttpOnly
      GET /account 302 /login
      -> /login 200
      POST /login [username password] 302 /account
      -> /account 200
      GET /account 200
    `);
    expect(story.signIns).toMatchObject([{ id: 'not-rotated', by: ['connect.sid'] }]);
  });

  it('Django, refused in place, then signed in: the id is issued at sign-in', () => {
    const story = signInScript(`
      GET /admin/ 302 /admin/login/?next=/admin/
      -> /admin/login/?next=/admin/ 200 | csrftoken={T:32}; expires=Mon, 22 Nov 2027 02:00:00 GMT; Max-Age=31449600; Path=/; SameSite=Lax
      POST /admin/login/?next=/admin/ [csrfmiddlewaretoken={M:64} username password next] 200 | csrftoken={T:32}; Max-Age=31449600; Path=/; SameSite=Lax
      POST /admin/login/?next=/admin/ [csrfmiddlewaretoken={M:64} username password next] 302 /admin/ | csrftoken={U:32}; Max-Age=31449600; Path=/; SameSite=Lax | sessionid={S:32}; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax
      -> /admin/ 200
      GET /admin/auth/user/ 200
      POST /admin/logout/ [csrfmiddlewaretoken={N:64}] 200 | sessionid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax
      GET /admin/ 302 /admin/login/?next=/admin/
      -> /admin/login/?next=/admin/ 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([
      { id: 'issued', carriedBy: 'session', by: ['sessionid'], end: 'signed out by form', left: ['sessionid deleted'] },
    ]);
  });

  it('Rails with Devise: the session is in the cookie, which changes on every page', () => {
    const story = signInScript(`
      GET / 200 | _shop_session={A:80}%2F{A2:60}--{I1:16}--{G1:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      GET /users/sign_in 200 | _shop_session={B:80}%2F{B2:60}--{I2:16}--{G2:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      POST /users/sign_in [authenticity_token={T:86} user[email] user[password] user[remember_me]=0 commit] 422 | _shop_session={C:80}%2F{C2:60}--{I3:16}--{G3:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      POST /users/sign_in [authenticity_token={T:86} user[email] user[password] user[remember_me]=0 commit] 303 / | _shop_session={D:80}{D3:44}%2F{D2:60}--{I4:16}--{G4:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      -> / 200 | _shop_session={E:80}{E3:44}%2F{E2:60}--{I5:16}--{G5:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      GET /orders 200 | _shop_session={F:80}{F3:44}%2F{F2:60}--{I6:16}--{G6:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      DELETE /users/sign_out [authenticity_token={T:86}] 303 / | _shop_session={G:80}%2F{G2:60}--{I7:16}--{G7:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      -> / 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([
      { carriedBy: 'session-in-cookie', id: 'self-contained', by: ['_shop_session'], end: 'signed out by form' },
    ]);
  });

  it('Laravel: its encrypted id looks new on every page, so that nothing is said of rotation', () => {
    const story = signInScript(`
      GET /login 200 | XSRF-TOKEN=eyJpdiI6{X1:90}; Max-Age=7200; path=/; samesite=lax | laravel_session={A:200}; Max-Age=7200; path=/; httponly; samesite=lax
      POST /login [_token={T:40} email password] 302 /login | XSRF-TOKEN=eyJpdiI6{X2:90}; Max-Age=7200; path=/; samesite=lax | laravel_session={B:200}; Max-Age=7200; path=/; httponly; samesite=lax
      -> /login 200 | XSRF-TOKEN=eyJpdiI6{X3:90}; Max-Age=7200; path=/; samesite=lax | laravel_session={C:200}; Max-Age=7200; path=/; httponly; samesite=lax
      POST /login [_token={T:40} email password remember] 302 /dashboard | XSRF-TOKEN=eyJpdiI6{X4:90}; Max-Age=7200; path=/; samesite=lax | laravel_session={D:200}; Max-Age=7200; path=/; httponly; samesite=lax
      -> /dashboard 200 | XSRF-TOKEN=eyJpdiI6{X5:90}; Max-Age=7200; path=/; samesite=lax | laravel_session={E:200}; Max-Age=7200; path=/; httponly; samesite=lax
      GET /profile 200 | XSRF-TOKEN=eyJpdiI6{X6:90}; Max-Age=7200; path=/; samesite=lax | laravel_session={F:200}; Max-Age=7200; path=/; httponly; samesite=lax
      POST /logout [_token={U:40}] 302 / | XSRF-TOKEN=eyJpdiI6{X7:90}; Max-Age=7200; path=/; samesite=lax | laravel_session={G:200}; Max-Age=7200; path=/; httponly; samesite=lax
      -> / 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([{ id: 'changes-anyway', by: ['laravel_session'], end: 'signed out by form' }]);
  });

  it('Tomcat FORM: the page asked for is answered with the form, and the id changes', () => {
    const story = signInScript(`
      GET /app/protected/ 200 | JSESSIONID={A}; Path=/app; HttpOnly
      POST /app/protected/j_security_check [j_username j_password] 200
      POST /app/protected/j_security_check [j_username j_password] 303 /app/protected/ | JSESSIONID={B}; Path=/app; HttpOnly
      -> /app/protected/ 200
      GET /app/protected/index.jsp 200
      GET /app/protected/index.jsp?logoff=true 302 /app/protected/ | JSESSIONID={C}; Path=/app; HttpOnly
      -> /app/protected/ 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([{ id: 'rotated', carriedBy: 'session', by: ['JSESSIONID'], end: 'signed out by link' }]);
  });

  it('plain PHP that forgets to regenerate: fixation', () => {
    const story = signInScript(`
      GET /index.php 200 | PHPSESSID={A:26}; path=/
      POST /login.php [user pass] 302 index.php?error=1
      -> /index.php?error=1 200
      POST /login.php [user pass] 302 members.php
      -> /members.php 200
      GET /members.php?page=2 200
      GET /logout.php 302 index.php
      -> /index.php 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([
      { id: 'not-rotated', by: ['PHPSESSID'], end: 'signed out by link', left: ['PHPSESSID left'] },
    ]);
  });

  it('WordPress: signed tokens issued at sign-in, deleted at sign-out by a link', () => {
    const hash = '5bd7a9c61cda6e66fc921a05bc80ee93';
    const token = (letter: string) => `admin%7C1795515191%7C{${letter}:43}%7C{${letter}1}{${letter}2}`;
    const story = signInScript(`
      GET /wp-admin/ 302 /wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1
      -> /wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1 200 | wordpress_test_cookie=WP%20Cookie%20check; path=/
      POST /wp-login.php [log pwd wp-submit redirect_to testcookie] 200 | wordpress_test_cookie=WP%20Cookie%20check; path=/
      POST /wp-login.php [log pwd rememberme wp-submit redirect_to testcookie] 302 /wp-admin/ | wordpress_test_cookie=WP%20Cookie%20check; path=/ | wordpress_${hash}=${token('A')}; path=/wp-content/plugins; HttpOnly | wordpress_${hash}=${token('A')}; path=/wp-admin; HttpOnly | wordpress_logged_in_${hash}=${token('B')}; path=/; HttpOnly
      -> /wp-admin/ 200 | wp-settings-time-1=1795342591; expires=Mon, 22 Nov 2027 00:00:00 GMT; path=/
      GET /wp-admin/profile.php 200
      GET /wp-login.php?action=logout&_wpnonce=1a2b3c4d5e 302 /wp-login.php?loggedout=true | wordpress_${hash}=%20; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/wp-admin | wordpress_logged_in_${hash}=%20; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/
      -> /wp-login.php?loggedout=true 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([{ id: 'issued', end: 'signed out by link' }]);
    expect(story.signIns[0]?.by).toContain(`wordpress_logged_in_${hash}`);
    expect(story.signIns[0]?.left).toContain(`wordpress_logged_in_${hash} deleted`);
  });

  it('MediaWiki: signing out by link asks first', () => {
    const story = signInScript(`
      GET /index.php?title=Main_Page 200
      GET /index.php?title=Special:UserLogin&returnto=Main+Page 200 | my_wiki_session={A:32}; path=/; HttpOnly
      POST /index.php?title=Special:UserLogin&returnto=Main+Page [wpName wpPassword wploginattempt wpLoginToken title] 200
      POST /index.php?title=Special:UserLogin&returnto=Main+Page [wpName wpPassword wploginattempt wpLoginToken title] 302 /index.php?title=Main_Page | my_wiki_session={B:32}; path=/; HttpOnly | my_wikiUserID=1; expires=Wed, 22 Dec 2027 00:00:00 GMT; path=/; HttpOnly | my_wikiUserName=Admin; expires=Wed, 22 Dec 2027 00:00:00 GMT; path=/; HttpOnly
      -> /index.php?title=Main_Page 200
      GET /index.php?title=Special:Watchlist 200
      GET /index.php?title=Special:UserLogout&returnto=Main+Page 200
      POST /index.php?title=Special:UserLogout&returnto=Main+Page [wpEditToken title] 200 | my_wiki_session={C:32}; path=/; HttpOnly | my_wikiUserID=; expires=Thu, 01 Jan 1970 00:00:01 GMT; path=/ | my_wikiUserName=Admin; path=/; HttpOnly
      GET /index.php?title=Main_Page 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([
      { id: 'rotated', by: ['my_wiki_session'], end: 'signed out by form', left: ['my_wiki_session replaced'] },
    ]);
  });

  it('Auth.js with credentials: an encrypted token issued to a fetch', () => {
    const story = signInScript(`
      GET / 200
      fetch GET /api/auth/session 200
      GET /protected 302 /api/auth/signin?callbackUrl=%2Fprotected
      -> /api/auth/signin?callbackUrl=%2Fprotected 200 | next-auth.csrf-token={T}{T2}%7C{H}{H2}; Path=/; HttpOnly; SameSite=Lax | next-auth.callback-url=https%3A%2F%2Fapp.example; Path=/; HttpOnly; SameSite=Lax
      fetch POST /api/auth/callback/credentials [redirect csrfToken={T}{T2} callbackUrl username password json] 401
      fetch POST /api/auth/callback/credentials [redirect csrfToken={T}{T2} callbackUrl username password json] 200 | next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..{V:16}.{W:86}.{X:22}; Path=/; Expires=Wed, 23 Dec 2026 12:00:00 GMT; HttpOnly; SameSite=Lax
      GET /protected 200
      fetch POST /api/auth/signout [csrfToken={T}{T2} callbackUrl json] 200 | next-auth.session-token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax
      GET /protected 302 /api/auth/signin?callbackUrl=%2Fprotected
      -> /api/auth/signin?callbackUrl=%2Fprotected 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([
      {
        id: 'issued',
        carriedBy: 'token',
        by: ['next-auth.session-token'],
        end: 'signed out by script',
        left: ['next-auth.session-token deleted'],
      },
    ]);
  });

  it('Keycloak, at its own site: the sign-in session goes on as another', () => {
    const story = signInScript(
      `
      GET /realms/x/protocol/openid-connect/auth?client_id=app&redirect_uri=r&state=s&response_type=code 200 | AUTH_SESSION_ID={A:48}; Path=/realms/x/; Secure; HttpOnly; SameSite=None | KC_RESTART=eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0..{V:22}.{W:86}.{X:22}; Path=/realms/x/; Secure; HttpOnly; SameSite=None
      POST /realms/x/login-actions/authenticate?session_code=c&execution=e&client_id=app [username password credentialId] 200
      POST /realms/x/login-actions/authenticate?session_code=d&execution=e&client_id=app [username password credentialId] 302 https://app.example/callback?state=s&code=c | KEYCLOAK_IDENTITY=eyJhbGciOiJIUzUxMiJ9.eyJleHAiOjE3OTUzNzg1OTEsInN1YiI6IngifQ.{S:86}; Path=/realms/x/; Secure; HttpOnly; SameSite=None | KC_RESTART=; Path=/realms/x/; Max-Age=0; Secure; HttpOnly
      -> https://app.example/callback?state=s&code=c 302 /home | sid={B:40}; Path=/; HttpOnly
      -> https://app.example/home 200
    `,
      'https://sso.other',
    );
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([{ id: 'issued', carriedBy: 'token', by: ['KEYCLOAK_IDENTITY'] }]);
  });

  it('ASP.NET Core Identity: a sealed ticket issued at sign-in', () => {
    const story = signInScript(`
      GET /Identity/Account/Login 200 | .AspNetCore.Antiforgery.VyLW6ORzMgk=CfDJ8{T:86}; path=/; samesite=strict; httponly
      POST /Identity/Account/Login [Input.Email Input.Password Input.RememberMe=false __RequestVerificationToken=CfDJ8{F:86}] 200
      POST /Identity/Account/Login [Input.Email Input.Password Input.RememberMe=false __RequestVerificationToken=CfDJ8{F:86}] 302 / | .AspNetCore.Identity.Application=CfDJ8{S:86}; path=/; secure; samesite=lax; httponly
      -> / 200
      GET /Identity/Account/Manage 200
      POST /Identity/Account/Logout?returnUrl=%2F [__RequestVerificationToken=CfDJ8{G:86}] 302 / | .AspNetCore.Identity.Application=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly
      -> / 200
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([
      { id: 'issued', carriedBy: 'session-in-cookie', by: ['.AspNetCore.Identity.Application'], end: 'signed out by form' },
    ]);
  });

  it('a single-page application with a JWT that a script keeps', () => {
    const story = signInScript(`
      GET / 200
      fetch GET /api/me 401
      fetch POST /api/login [email password] 401
      fetch POST /api/login [email password] 200
      fetch GET /api/me (authorization=Bearer_eyJhbGciOiJIUzI1NiJ9.{P:60}.{S:43}) 200
      fetch POST /api/orders [item] (authorization=Bearer_eyJhbGciOiJIUzI1NiJ9.{P:60}.{S:43}) 201
    `);
    expect(story.attempts).toEqual(['password refused', 'password succeeded']);
    expect(story.signIns).toMatchObject([{ id: 'no-cookie', carriedBy: 'bearer-header', by: [] }]);
  });

  it('a single-page application with a JWT in a cookie', () => {
    const story = signInScript(`
      GET / 200
      fetch GET /api/me 401
      fetch POST /api/login [email password] 200 | access_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.{S:43}; Path=/; HttpOnly; Secure; SameSite=Strict
      fetch GET /api/me 200
      fetch POST /api/logout [] 204 | access_token=; Path=/; Max-Age=0
      fetch GET /api/me 401
    `);
    expect(story.signIns).toMatchObject([
      { id: 'issued', carriedBy: 'token', by: ['access_token'], end: 'signed out by script' },
    ]);
  });
});
