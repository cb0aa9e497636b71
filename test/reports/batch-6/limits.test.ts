import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { authorize, call, hop, ID, OTHER, page, STATE, to } from '../steps';

const long = (times: number): string => `${ID}${OTHER}`.repeat(times);

const REPORTS: readonly MendedReport[] = [
  // https://github.com/openhab/openhab-core/issues/287
  [
    '431: the cookies of another application on another port',
    (ok) => {
      const [other, app] = ['http://nas.corp.test:9981', 'http://nas.corp.test:8080'];
      const part = `%7B%22columns%22%3A%22${'a1b2c3d4'.repeat(ok ? 20 : 480)}%22%7D`;
      return [
        page(`${other}/extjs.html`, {
          writes: ['ys-epggrid', 'ys-dvrgrid', 'ys-channels'].map((name) => `${name}=${part}; Path=/; Max-Age=31536000`),
        }),
        page(`${app}/start/index`, { status: ok ? 200 : 431 }),
      ];
    },
    { kind: 'cookie-limits', cookie: 'ys-epggrid', cause: 'too-large', fix: 'fewer and smaller' },
  ],
  // https://github.com/gitpod-io/gitpod/issues/2283
  [
    '431 now and then: every workspace leaves a token',
    (ok) => {
      const app = 'https://pods.example';
      const tokens = Array.from({ length: ok ? 3 : 90 }, (_, n) => `_pods_ws_${ID.slice(0, 8)}${n}_owner_=${long(1)}${n}`);
      return [
        ...tokens.map((pair) => call(`GET ${app}/api/ws`, { sets: [`${pair}; Path=/; Secure; HttpOnly; SameSite=Lax`] })),
        page(`${app}/workspaces`, { status: ok ? 200 : 431 }),
      ];
    },
    { kind: 'cookie-limits', cookie: `_pods_ws_${ID.slice(0, 8)}10_owner_`, cause: 'too-large', fix: 'delete' },
  ],
  // https://github.com/streamlit/streamlit/issues/14488
  [
    'large cookies of /admin go to every other application of the host: too large',
    (ok) => {
      const host = 'https://apps.example';
      const path = ok ? '/admin' : '/';
      return [
        page(`${host}/admin/oauth2callback?code=c0de&state=${STATE}`, {
          ...to('/admin/'),
          sets: [0, 1, 2].map((n) => `_streamlit_user_tokens_${n}=${long(55)}; Path=${path}; HttpOnly; Secure; SameSite=Lax`),
        }),
        hop(`${host}/admin/`),
        page(`${host}/reports/`, { status: ok ? 200 : 400 }),
      ];
    },
    { kind: 'cookie-limits', cookie: '_streamlit_user_tokens_0', cause: 'too-large', fix: 'server' },
  ],
  // https://github.com/auth0/express-openid-connect/issues/282
  [
    'the chunks of the session are too large: an endless redirect',
    (ok) => {
      const app = 'https://chunk.example';
      const back = `${app}/callback`;
      return [
        page(`${app}/`, {
          ...to(authorize(back)),
          sets: [`auth_verification=${OTHER}.${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`],
        }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        {
          ask: `GET ${back}?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...to('/'),
          sets: [
            `appSession.0=${long(ok ? 60 : 64)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
            `appSession.1=${long(20)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
          ],
        },
        hop(`${app}/`, { from: 'https://idp.example', ...(ok ? {} : to(authorize(back))) }),
        ...(ok ? [] : [{ ask: `GET ${authorize(back)}`, isRedirect: true } as const]),
      ];
    },
    { kind: 'chunks-incomplete', cookie: 'appSession.0', cause: 'rejected', fix: '4,096' },
  ],
  // https://github.com/envoyproxy/envoy/pull/43135
  [
    'the token’s cookie cannot be stored for its size: redirects without end',
    (ok) => {
      const app = 'https://mesh.example';
      const back = `${app}/oauth2/callback`;
      return [
        page(`${app}/`, { ...to(authorize(back)), sets: [`OauthNonce=${OTHER}; Path=/; Max-Age=600; Secure; HttpOnly`] }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        {
          ask: `GET ${back}?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...to('/'),
          sets: [
            `OauthHMAC=${ID}; Path=/; Max-Age=3600; Secure; HttpOnly`,
            `IdToken=${long(ok ? 20 : 70)}; Path=/; Max-Age=3600; Secure; HttpOnly`,
          ],
        },
        hop(`${app}/`, { from: 'https://idp.example', ...(ok ? {} : to(authorize(back))) }),
        ...(ok ? [] : [{ ask: `GET ${authorize(back)}`, isRedirect: true } as const]),
      ];
    },
    { kind: 'cookie-limits', cookie: 'IdToken', cause: 'rejected', fix: '4,096' },
  ],
  // https://github.com/e2b-dev/dashboard/pull/498
  [
    'renewed tokens grow over the limit: signed out in the middle of the work',
    (ok) => {
      const app = 'https://boxes.example';
      const line = (times: number) => `e2b_session=${long(times)}; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax`;
      return [
        page(`${app}/api/auth/callback?code=c0de&state=${STATE}`, { ...to('/dashboard'), sets: [line(50)] }),
        hop(`${app}/dashboard`),
        page(`${app}/dashboard/keys`, { after: 3600, sets: [line(ok ? 52 : 66)] }),
        page(`${app}/dashboard/usage`, { after: 3600, ...(ok ? {} : to('/login', 307)) }),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'cookie-limits', cookie: 'e2b_session', cause: 'rejected', fix: '4,096' },
  ],
  // https://github.com/supabase/ssr/issues/169
  [
    'a part of the chunks is from before: the session cannot be read',
    (ok) => {
      const app = 'https://supa.example';
      const chunk = (n: number, value: string) =>
        `sb-abc-auth-token.${n}=${value}; Path=/; Max-Age=34560000; SameSite=Lax; Secure`;
      const [old, now] = [`base64-${long(40)}`, `base64-${long(41)}`];
      return [
        page(`${app}/auth/callback?code=c0de`, {
          ...to('/'),
          sets: [chunk(0, old), chunk(1, `${OTHER}${long(40)}`), chunk(2, long(10))],
        }),
        hop(`${app}/`),
        page(`${app}/notes`, {
          after: 3600,
          sets: ok
            ? [chunk(0, now), chunk(1, `${ID}${long(40)}`), chunk(2, long(12))]
            : [chunk(0, now), chunk(1, `${ID}${long(40)}`)],
        }),
        page(`${app}/notes/1`, ok ? {} : to('/login', 307)),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'chunks-incomplete', cookie: 'sb-abc-auth-token.2', cause: 'incomplete', fix: 'every chunk' },
  ],
  // https://github.com/UPDOT/payload-auth-plugin/issues/35
  [
    'where the server’s time zone is not UTC the nonce has expired as it arrives',
    (ok) => {
      const app = 'http://localhost:3000';
      const back = `${app}/api/admin/oauth/callback/idp`;
      const when = ok ? 'Mon, 23 Nov 2026 12:05:00 GMT' : 'Mon Nov 23 2026 07:05:00 GMT-0500 (Eastern Standard Time)';
      const line = (name: string, value: string) =>
        `__session-oauth-${name}=${value};Path=/;HttpOnly;SameSite=lax;Expires=${when}`;
      return [
        page(`${app}/api/admin/oauth/authorization/idp`, {
          ...to(authorize(back)),
          sets: [line('nonce', 'TDzRZkybqrllBhk_c8_8eZ1w7GCdM29LtoJKwjkFFAw'), line('state', STATE)],
        }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        {
          ask: `GET ${back}?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok ? { ...to('/admin'), sets: [`payload-token=${ID}${OTHER}; Path=/; HttpOnly; SameSite=Lax`] } : { status: 500 }),
        },
        ...(ok ? [hop(`${app}/admin`, { from: 'https://idp.example' })] : []),
      ];
    },
    { kind: 'dead-on-arrival', cookie: '__session-oauth-nonce', cause: 'dead-on-arrival', fix: 'Max-Age' },
  ],
  // https://github.com/h2o/h2o/issues/3120
  [
    'four Set-Cookie lines are folded into one, and WordPress lets nobody in',
    (ok) => {
      const site = 'https://blog.example';
      const sets = [
        `wordpress_test_cookie=WP%20Cookie%20check; path=/; secure`,
        `wordpress_sec_ab12=admin%7C1796000000%7C${ID}; expires=Tue, 24 Nov 2026 12:00:00 GMT; path=/wp-admin; secure; HttpOnly`,
        `wordpress_logged_in_ab12=admin%7C1796000000%7C${OTHER}; expires=Tue, 24 Nov 2026 12:00:00 GMT; path=/; secure; HttpOnly`,
      ];
      return [
        page(`${site}/wp-login.php`),
        {
          ask: `POST ${site}/wp-login.php`,
          from: site,
          fields: { log: 'a', pwd: 'b' },
          ...to('/wp-admin/'),
          sets: ok ? sets : [sets.join(', ')],
        },
        hop(`${site}/wp-admin/`, ok ? {} : to('/wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1')),
        ...(ok ? [] : [hop(`${site}/wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1`)]),
      ];
    },
    { kind: 'second-cookie-lost', cookie: 'wordpress_sec_ab12', cause: 'not-set', fix: 'Set-Cookie' },
  ],
  // https://github.com/wanghongenpin/proxypin/issues/901
  [
    'a proxy joins two lines with a semicolon, and the session is deleted as it is set',
    (ok) => {
      const site = 'https://crm.example';
      const sets = [`PHPSESSID=${ID}; path=/`, '7b24_logout=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/'];
      return [
        page(`${site}/desk`, to('/oauth/login')),
        hop(`${site}/oauth/login`),
        {
          ask: `POST ${site}/oauth/login`,
          from: site,
          fields: { login: 'a', password: 'b' },
          ...to('/desk'),
          sets: ok ? sets : [sets.join(';')],
        },
        hop(`${site}/desk`, ok ? {} : to('/oauth/login')),
        ...(ok ? [] : [hop(`${site}/oauth/login`)]),
      ];
    },
    { kind: 'session-not-set', cookie: 'PHPSESSID', cause: 'dead-on-arrival', fix: 'two Set-Cookie headers' },
  ],
];

describe('sizes, times, lines', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
