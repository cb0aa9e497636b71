import type { Application } from './application';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const jwt = (claims: object, label: string): string =>
  `${base64url('{"alg":"ES256","typ":"JWT"}')}.${base64url(JSON.stringify(claims))}.{${label}:86}`;
const laravel = (label: string): string =>
  encodeURIComponent(
    base64(JSON.stringify({ iv: `${label}${'0'.repeat(22)}=`, value: label.repeat(200), mac: label.repeat(64), tag: '' })),
  );
/** A page's data as Remix signs it. */
const remix = (data: object, label: string): string => `${encodeURIComponent(base64(JSON.stringify(data)))}.{${label}:43}`;

/** Applications whose pages are drawn by scripts, and sign in by calls. */
export const FRONT_ENDS: readonly Application[] = [
  {
    app: 'Laravel Livewire with remember: session and token sealed anew by each answer',
    source: 'https://laravel.com/docs/session',
    traffic: `
      GET /dashboard 302 /login | laravel_session=${laravel('a')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7200 | XSRF-TOKEN=${laravel('b')}; Path=/; SameSite=Lax; Max-Age=7200
      -> /login 200 | laravel_session=${laravel('c')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7200 | XSRF-TOKEN=${laravel('d')}; Path=/; SameSite=Lax; Max-Age=7200
      fetch POST /livewire/update [_token={T1:40} components[0][updates][form.email] components[0][updates][form.password] components[0][updates][form.remember]=1] (x-livewire=) 200 | laravel_session=${laravel('e')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7200 | XSRF-TOKEN=${laravel('f')}; Path=/; SameSite=Lax; Max-Age=7200 | remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d=${laravel('g')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000
      GET /dashboard 200 | laravel_session=${laravel('h')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7200 | XSRF-TOKEN=${laravel('i')}; Path=/; SameSite=Lax; Max-Age=7200
      fetch POST /livewire/update [_token={T2:40} components[0][calls]] (x-livewire=) 200 | laravel_session=${laravel('j')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7200 | XSRF-TOKEN=${laravel('k')}; Path=/; SameSite=Lax; Max-Age=7200
      GET /dashboard 200 | laravel_session=${laravel('l')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7200 | XSRF-TOKEN=${laravel('m')}; Path=/; SameSite=Lax; Max-Age=7200
    `,
    roles: {
      laravel_session: 'session-id',
      'XSRF-TOKEN': 'csrf-token',
      remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d: 'remember-me',
    },
    by: ['laravel_session'],
    attempts: ['password succeeded'],
  },
  {
    app: 'NextAuth 5: the encrypted token in two chunks, cut into three by a later answer',
    source: 'https://github.com/nextauthjs/next-auth/blob/main/packages/core/src/lib/utils/cookie.ts',
    traffic: `
      GET /inside 307 /signin
      -> /signin 200
      fetch GET /api/auth/csrf 200 | authjs.csrf-token={C}{D}%7C{E}{F}; Path=/; HttpOnly; SameSite=Lax
      fetch POST /api/auth/callback/credentials [csrfToken={C}{D} username password callbackUrl json=true] 200 | authjs.session-token.0=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..{I:22}.${'{J:88}{K:88}'.repeat(20)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000 | authjs.session-token.1={L:88}.{M:43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000
      GET /inside 200
      fetch GET /api/auth/session 200 | authjs.session-token.0=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..{N:22}.${'{O:88}{P:88}'.repeat(20)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000 | authjs.session-token.1=${'{Q:88}{R:88}'.repeat(20)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000 | authjs.session-token.2={S:20}.{T:43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000
      GET /inside 200
      fetch POST /api/auth/signout [csrfToken={C}{D} callbackUrl json=true] 200 | authjs.session-token.0=; Path=/; Max-Age=0 | authjs.session-token.1=; Path=/; Max-Age=0 | authjs.session-token.2=; Path=/; Max-Age=0
      GET /inside 307 /signin
      -> /signin 200
    `,
    roles: {
      'authjs.session-token.0': 'auth-token',
      'authjs.session-token.1': 'auth-token',
      'authjs.session-token.2': 'auth-token',
      'authjs.csrf-token': 'csrf-token',
    },
    by: ['authjs.session-token.0'],
    id: 'issued',
    attempts: ['password succeeded'],
    csrf: 'double-submit field csrfToken',
    end: 'signed out by script',
    reuse: null,
  },
  {
    app: 'Remix: JSON and its signature in one cookie',
    source: 'https://remix.run/docs/en/main/utils/sessions',
    traffic: `
      GET /notes 302 /login
      -> /login 200
      fetch POST /login?_data=routes%2Flogin [email password redirectTo remember=on] 204 <x-remix-redirect: /notes> | __session=${remix({ userId: 'clx7a8b9c0d1e2f3g4h5i6j7k' }, 'S')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800
      GET /notes 200
      POST /notes/new [title body] 302 /notes/1
      -> /notes/1 200
      POST /logout [] 302 / | __session=; Path=/; Max-Age=0
      -> / 200
    `,
    roles: { __session: 'session-id' },
    by: ['__session'],
    id: 'issued',
    end: 'signed out by form',
    csrf: null,
  },
  {
    app: 'an application with its own access and refresh tokens in cookies, renewed by a call',
    source: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps',
    traffic: `
      GET / 200
      fetch GET /api/me 401
      fetch POST /api/auth/login [email password] 401
      fetch POST /api/auth/login [email password] 200 | access_token=${jwt({ sub: '7', exp: 1795436100 }, 'A')}; Path=/; HttpOnly; SameSite=Strict; Max-Age=900 | refresh_token={R:86}; Path=/api/auth; HttpOnly; SameSite=Strict; Max-Age=2592000
      fetch GET /api/me 200
      wait 901
      without access_token
      fetch GET /api/me 401
      fetch POST /api/auth/refresh [] 200 | access_token=${jwt({ sub: '7', exp: 1795437000 }, 'B')}; Path=/; HttpOnly; SameSite=Strict; Max-Age=900 | refresh_token={S:86}; Path=/api/auth; HttpOnly; SameSite=Strict; Max-Age=2592000
      fetch GET /api/me 200
    `,
    roles: { access_token: 'auth-token', refresh_token: 'remember-me' },
    by: ['access_token'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
  },
  {
    app: 'a token issued beside a session id that stays, each sent with all that is served: not told which counts',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    traffic: `
      GET /account 302 /login
      -> /login 200 | SESSIONID={A}; Path=/; HttpOnly
      POST /login [user password] 302 /account | access_token=${jwt({ sub: '7', exp: 1795436100 }, 'A')}; Path=/; HttpOnly
      -> /account 200
      GET /account/orders 200
      GET /account 200
    `,
    roles: { SESSIONID: 'session-id', access_token: 'auth-token' },
    id: 'cannot-tell',
    attempts: ['password succeeded'],
  },
  {
    app: 'a session bound to the device: registered at sign-in, its short cookie renewed by proof',
    source: 'https://w3c.github.io/webappsec-dbsc/',
    traffic: `
      GET /account 302 /login
      -> /login 200
      POST /login [email password] 303 /account <secure-session-registration: (ES256);path="/bind/start";challenge="c1"> | auth={A:60}; Path=/; HttpOnly; Secure; Max-Age=600
      -> /account 200
      fetch POST /bind/start [] (secure-session-response=j) 200 | auth={B:60}; Path=/; HttpOnly; Secure; Max-Age=600
      GET /account 200
      wait 601
      without auth
      fetch POST /bind/refresh [] (sec-secure-session-id=q) 403 <secure-session-challenge: "c2">
      fetch POST /bind/refresh [] (sec-secure-session-id=q secure-session-response=k) 200 | auth={C:60}; Path=/; HttpOnly; Secure; Max-Age=600
      GET /account 200
      GET /account/orders 200
    `,
    roles: { auth: 'device-bound-session' },
    by: ['auth'],
    id: 'issued',
    attempts: ['password succeeded'],
    end: null,
  },
  {
    app: 'the same beside a long-lived session that stays: the bound one is renewed, the other is what was there before: fixation',
    source: 'https://w3c.github.io/webappsec-dbsc/',
    traffic: `
      GET /account 302 /login
      -> /login 200 | SID={A}; Path=/; HttpOnly; Secure
      POST /login [email password] 303 /account <secure-session-registration: (ES256 RS256);path="/dbsc/start";challenge="c1";id="s1">
      -> /account 200
      fetch POST /dbsc/start [] (secure-session-response=j) 200 | bound={B:60}; Path=/; HttpOnly; Secure; Max-Age=300
      GET /account 200
      wait 301
      without bound
      fetch POST /dbsc/refresh [] (sec-secure-session-id=s1 secure-session-response=k) 200 | bound={C:60}; Path=/; HttpOnly; Secure; Max-Age=300
      GET /account 200
      GET /account/orders 200
    `,
    roles: { SID: 'session-id', bound: 'device-bound-session' },
    by: ['SID'],
    id: 'not-rotated',
    end: null,
  },
  {
    app: 'SvelteKit form actions: the id in a cookie, an answer in JSON that redirects',
    source: 'https://svelte.dev/docs/kit/form-actions',
    traffic: `
      GET /app 303 /signin
      -> /signin 200 | session={A:32}; Path=/; HttpOnly; SameSite=Lax
      fetch POST /signin?/login [email password] (x-sveltekit-action=true) 200 <content-length: 60>
      fetch POST /signin?/login [email password] (x-sveltekit-action=true) 200 <content-length: 44> | session={B:32}; Path=/; HttpOnly; SameSite=Lax
      GET /app 200
      fetch POST /app?/rename [name] (x-sveltekit-action=true) 200
      fetch POST /signout [] (x-sveltekit-action=true) 200 | session=; Path=/; Max-Age=0
      GET /app 303 /signin
      -> /signin 200
    `,
    roles: { session: 'session-id' },
    by: ['session'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'custom-header header x-sveltekit-action',
    end: 'signed out by script',
  },
];
