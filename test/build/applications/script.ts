import type { Application } from './application';

/** Applications in JavaScript, and services that sign in for them. */
export const SCRIPT: readonly Application[] = [
  {
    app: 'Ghost',
    source: 'https://github.com/TryGhost/Ghost/blob/main/ghost/core/core/server/services/auth/session/express-session.js',
    traffic: `
      GET /ghost/ 200
      fetch GET /ghost/api/admin/users/me/ 403
      fetch POST /ghost/api/admin/session [username password] (app-pragma=no-cache) 422
      fetch POST /ghost/api/admin/session [username password] (app-pragma=no-cache) 201 | ghost-admin-api-session=s%3A{A:32}.{SA:43}; Path=/ghost; Expires=Sun, 30 May 2027 12:00:00 GMT; HttpOnly; Secure; SameSite=None
      fetch GET /ghost/api/admin/users/me/ 200
      fetch POST /ghost/api/admin/posts/ [title] (app-pragma=no-cache) 201
      fetch DELETE /ghost/api/admin/session (app-pragma=no-cache) 204
      fetch GET /ghost/api/admin/users/me/ 403
    `,
    roles: { 'ghost-admin-api-session': 'session-id' },
    by: ['ghost-admin-api-session'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    reuse: 'refused',
    csrf: 'custom-header header app-pragma',
  },
  {
    app: 'NextAuth 4, credentials',
    source: 'https://next-auth.js.org/configuration/options#cookies',
    traffic: `
      GET /signin 200
      fetch GET /api/auth/csrf 200 | __Host-next-auth.csrf-token={T}{U}%7C{H}{I}; Path=/; HttpOnly; Secure; SameSite=Lax | __Secure-next-auth.callback-url=https%3A%2F%2Fapp.example; Path=/; HttpOnly; Secure; SameSite=Lax
      fetch POST /api/auth/callback/credentials [username password csrfToken={T}{U} callbackUrl json=true] 401
      fetch POST /api/auth/callback/credentials [username password csrfToken={T}{U} callbackUrl json=true] 200 | __Secure-next-auth.session-token=${jwe('a')}; Path=/; Expires=Wed, 30 Dec 2026 12:00:00 GMT; HttpOnly; Secure; SameSite=Lax
      fetch GET /api/auth/session 200 | __Secure-next-auth.session-token=${jwe('b')}; Path=/; Expires=Wed, 30 Dec 2026 12:00:00 GMT; HttpOnly; Secure; SameSite=Lax
      GET /dashboard 200
      fetch GET /api/auth/session 200 | __Secure-next-auth.session-token=${jwe('c')}; Path=/; Expires=Wed, 30 Dec 2026 12:00:00 GMT; HttpOnly; Secure; SameSite=Lax
      fetch POST /api/auth/signout [csrfToken={T}{U} callbackUrl json=true] 200 | __Secure-next-auth.session-token=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax
      GET /signin 200
    `,
    roles: {
      '__Secure-next-auth.session-token': 'auth-token',
      '__Host-next-auth.csrf-token': 'csrf-token',
      '__Secure-next-auth.callback-url': 'preference',
    },
    by: ['__Secure-next-auth.session-token'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'double-submit field csrfToken',
  },
  {
    app: 'Auth.js 5 with sessions in a database',
    source: 'https://authjs.dev/concepts/session-strategies',
    traffic: `
      GET /login 200 | __Host-authjs.csrf-token={T}{U}%7C{H}{I}; Path=/; HttpOnly; Secure; SameSite=Lax
      POST /api/auth/callback/credentials [email password csrfToken={T}{U}] 302 /dashboard | __Secure-authjs.session-token=3f2504e0-4f89-11d3-9a0c-0305e82c3301; Path=/; Expires=Wed, 30 Dec 2026 12:00:00 GMT; HttpOnly; Secure; SameSite=Lax
      -> /dashboard 200
      GET /settings 200
      POST /api/auth/signout [csrfToken={T}{U}] 302 / | __Secure-authjs.session-token=; Path=/; Max-Age=0
      -> / 200
    `,
    by: ['__Secure-authjs.session-token'],
    id: 'issued',
    end: 'signed out by form',
    csrf: 'double-submit field csrfToken',
  },
  {
    app: 'Supabase on a server, cut into chunks',
    source: 'https://github.com/supabase/ssr/blob/main/src/cookies.ts',
    traffic: `
      GET /login 200
      POST /login [email password] 303 /private | sb-abcdefghijklmnopqrst-auth-token.0=base64-${supabase('a', 3180)}; Path=/; Max-Age=34560000; SameSite=Lax | sb-abcdefghijklmnopqrst-auth-token.1=${supabase('a', 700)}; Path=/; Max-Age=34560000; SameSite=Lax
      -> /private 200
      GET /private 200
      GET /notes 200 | sb-abcdefghijklmnopqrst-auth-token.0=base64-${supabase('b', 3180)}; Path=/; Max-Age=34560000; SameSite=Lax | sb-abcdefghijklmnopqrst-auth-token.1=${supabase('b', 690)}; Path=/; Max-Age=34560000; SameSite=Lax
      POST /signout [] 303 /login | sb-abcdefghijklmnopqrst-auth-token.0=; Max-Age=0; Path=/ | sb-abcdefghijklmnopqrst-auth-token.1=; Max-Age=0; Path=/
      -> /login 200
    `,
    roles: {
      'sb-abcdefghijklmnopqrst-auth-token.0': 'auth-token',
      'sb-abcdefghijklmnopqrst-auth-token.1': 'auth-token',
    },
    by: ['sb-abcdefghijklmnopqrst-auth-token.0'],
    id: 'issued',
    end: 'signed out by form',
    csrf: null,
  },
  {
    app: 'Clerk, seen from the application',
    source: 'https://clerk.com/docs/how-clerk-works/cookies',
    traffic: `
      with __client_uat=0 __client_uat_Ab3dEf9h=0
      GET /sign-in 200
      GET /sign-in/callback 307 /dashboard | __session=${jwt('a')}; Path=/; SameSite=Lax; Secure | __session_Ab3dEf9h=${jwt('a')}; Path=/; SameSite=Lax; Secure | __client_uat=1764500000; Path=/; Max-Age=34560000 | __client_uat_Ab3dEf9h=1764500000; Path=/; Max-Age=34560000
      -> /dashboard 200
      GET /dashboard 200 | __session=${jwt('b')}; Path=/; SameSite=Lax; Secure | __session_Ab3dEf9h=${jwt('b')}; Path=/; SameSite=Lax; Secure
      GET /settings 200
    `,
    roles: {
      __session: 'auth-token',
      __session_Ab3dEf9h: 'auth-token',
      __client_uat: 'preference',
      __client_uat_Ab3dEf9h: 'preference',
    },
  },
  {
    app: 'Firebase, a session cookie made on the server',
    source: 'https://firebase.google.com/docs/auth/admin/manage-cookies',
    traffic: `
      GET /login 200 | csrfToken={T}; Path=/
      fetch POST /sessionLogin [idToken=${jwt('i')} csrfToken={T}] 200 | __session=${jwt('s')}; Max-Age=432000; Path=/; HttpOnly; Secure
      GET /profile 200
      GET /profile 200
      POST /sessionLogout [] 302 /login | __session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT
      -> /login 200
    `,
    roles: { __session: 'auth-token', csrfToken: 'csrf-token' },
    csrf: 'double-submit field csrfToken',
  },
  {
    app: 'Kibana',
    source: 'https://www.elastic.co/guide/en/kibana/current/security-settings-kb.html',
    traffic: `
      GET /app/home 302 /login?next=%2Fapp%2Fhome
      -> /login?next=%2Fapp%2Fhome 200
      fetch POST /internal/security/login [providerType providerName currentURL params.username params.password] (kbn-version=8.17.0 kbn-xsrf=kibana) 401
      fetch POST /internal/security/login [providerType providerName currentURL params.username params.password] (kbn-version=8.17.0 kbn-xsrf=kibana) 200 | sid=Fe26.2**{A:80}*{B:22}*{C:80}**{D:64}*{E:43}; HttpOnly; Path=/
      GET /app/home 200
      fetch POST /api/saved_objects/_find [type] (kbn-version=8.17.0 kbn-xsrf=kibana) 200
      GET /api/security/logout 302 /security/logged_out | sid=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Path=/
      -> /security/logged_out 200
    `,
    roles: { sid: 'session-id' },
    by: ['sid'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'PocketBase, its token in a cookie of a server-rendered page',
    source: 'https://github.com/pocketbase/js-sdk#ssr-integration',
    traffic: `
      GET /login 200
      POST /login [email password] 303 / | pb_auth=${encodeURIComponent(JSON.stringify({ token: jwt('p'), record: { id: 'a1b2c3d4e5f6g7h', email: 'anna@shop.example' } }))}; Path=/; Expires=Mon, 14 Dec 2026 12:00:00 GMT; HttpOnly; Secure; SameSite=Strict
      -> / 200
      GET /items 200
      POST /logout [] 303 / | pb_auth=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT
      -> / 200
    `,
    roles: { pb_auth: 'auth-token' },
    by: ['pb_auth'],
    id: 'issued',
    end: 'signed out by form',
  },
  {
    app: 'PocketBase, a page that keeps the token itself',
    source: 'https://pocketbase.io/docs/authentication/',
    traffic: `
      GET /_/ 200
      fetch POST /api/collections/_superusers/auth-with-password [identity password] 400
      fetch POST /api/collections/_superusers/auth-with-password [identity password] 200
      fetch GET /api/collections (authorization=${jwt('q')}) 200
      fetch POST /api/collections/posts/records [title] (authorization=${jwt('q')}) 200
    `,
    by: [],
    id: 'no-cookie',
    attempts: ['password refused', 'password succeeded'],
  },
  {
    app: 'Directus, session mode',
    source: 'https://directus.io/docs/api/authentication',
    traffic: `
      GET /admin/login 200
      fetch POST /auth/login [email password mode=session] 401
      fetch POST /auth/login [email password mode=session] 200 | directus_session_token=${jwt('a', 'session')}; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax
      fetch GET /users/me 200
      fetch POST /auth/refresh [mode=session] 200 | directus_session_token=${jwt('b', 'session')}; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax
      fetch PATCH /users/me/track/page [last_page] 200
      fetch POST /auth/logout [mode=session] 204 | directus_session_token=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT
      GET /admin/login 200
    `,
    roles: { directus_session_token: 'auth-token' },
    by: ['directus_session_token'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
  },
  {
    app: 'Strapi 5: a refresh token in a cookie, the access token in a header',
    source: 'https://docs.strapi.io/cms/configurations/admin-panel',
    traffic: `
      GET /admin/auth/login 200
      fetch POST /admin/login [email password deviceId rememberMe=false] 400
      fetch POST /admin/login [email password deviceId rememberMe=true] 200 | strapi_admin_refresh=${jwt('r')}; Path=/admin; Expires=Wed, 30 Dec 2026 12:00:00 GMT; HttpOnly; SameSite=Lax
      fetch GET /admin/users/me (authorization=Bearer_${jwt('t')}) 200
      fetch POST /content-manager/collection-types/x [title] (authorization=Bearer_${jwt('t')}) 201
      fetch POST /admin/access-token 200
      fetch GET /admin/users/me (authorization=Bearer_${jwt('u')}) 200
      fetch POST /admin/logout (authorization=Bearer_${jwt('u')}) 200 | strapi_admin_refresh=; Path=/admin; Expires=Thu, 01 Jan 1970 00:00:00 GMT
    `,
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
  },
  {
    app: 'Portainer',
    source: 'https://github.com/portainer/portainer/tree/develop/api/http/security',
    traffic: `
      GET / 200 | _gorilla_csrf=${'MTc2NDUwMDAwMHxJa2RpTDJ4VU5tRXhXbkEzZFhKUmNEVlFZVkEzVDJGRFYwVkpkWFZ0YWxwcFVrRTlJZ289fA'}; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax
      fetch POST /api/auth [username password] 422
      fetch POST /api/auth [username password] 200 | portainer_api_key=${jwt('k')}; Path=/; Expires=Mon, 30 Nov 2026 20:00:00 GMT; HttpOnly; SameSite=Strict
      fetch GET /api/users/me 200
      fetch PUT /api/settings [x] (x-csrf-token={M:88}) 200
      fetch POST /api/auth/logout (x-csrf-token={N:88}) 204 | portainer_api_key=; Path=/; Max-Age=0
      fetch GET /api/users/me 401
    `,
    roles: { portainer_api_key: 'auth-token', _gorilla_csrf: 'csrf-token' },
    by: ['portainer_api_key'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'paired header x-csrf-token',
  },
];

function part(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

function jwt(mark: string, member = 'jti'): string {
  const claims = { sub: '42', [member]: `${mark}3f9c2d7e8a1b4c5d`, iat: 1764500000, exp: 1764586400 };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${Buffer.alloc(32, `${mark}Zq7`).toString('base64url')}`;
}

function jwe(mark: string): string {
  const octets = (length: number) => Buffer.alloc(length, `${mark}Zq7`).toString('base64url');
  return `${part({ alg: 'dir', enc: 'A256GCM' })}..${octets(12)}.${octets(300)}.${octets(16)}`;
}

function supabase(mark: string, length: number): string {
  return Buffer.from(`{"access_token":"${jwt(mark)}${mark.repeat(length)}`)
    .toString('base64url')
    .slice(0, length);
}
