import { describe, expect, it } from 'vitest';
import { NOON } from '../../../../test/build/clock';
import { aChange, aCookie } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { sessionsIn } from '../../../../test/build/sign-in-script';
import { instant } from '../../engine/base/units';
import { Replay } from '../../replay/replay';
import { sessionsOf } from '../sessions';
import type { RoleVerdict } from '../shared/role-kinds';

/** The role of the cookie of this name in a trace. */
function verdict(name: string, lines: string): RoleVerdict {
  const { roles } = sessionsIn(lines);
  const found = [...roles].find(([key]) => key.startsWith(`${name}\t`))?.[1];
  if (found === undefined) throw new Error(`no cookie ${name}`);
  return found;
}

/** The role of a cookie that a page sets and later requests carry. */
const setBy = (line: string) => verdict(line.slice(0, line.indexOf('=')), `GET / 200 | ${line}\nGET /a 200\nGET /b 200`);

it.each([
  ['PHPSESSID={A:26}', 'session-id', 'PHP'],
  ['JSESSIONID={A}; HttpOnly', 'session-id', 'Java servlet'],
  ['connect.sid=s%3A{A:32}.{B:43}; HttpOnly', 'session-id', 'Express'],
  ['__Host-sessionid={A:32}; Secure; HttpOnly', 'session-id', 'Django'],
  ['_shop_session={A:60}; HttpOnly', 'session-id', 'Rails'],
  ['ASP.NET_SessionId={A:24}; HttpOnly', 'session-id', 'ASP.NET'],
  ['csrftoken={A:32}', 'csrf-token', 'Django'],
  ['XSRF-TOKEN={A}', 'csrf-token', 'Spring or Angular'],
  ['.AspNetCore.Antiforgery.x=CfDJ8{A:80}; HttpOnly', 'csrf-token', 'ASP.NET Core'],
  ['KEYCLOAK_IDENTITY=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.{S:43}; HttpOnly', 'auth-token', 'Keycloak'],
  ['remember_user_token={A:60}; Max-Age=1209600; HttpOnly', 'remember-me', 'Devise'],
  ['_ga=GA1.2.1234567890.1795342591; Max-Age=63072000', 'analytics', 'Google Analytics'],
  ['_fbp=fb.1.1795342591.1234567890; Max-Age=7776000', 'advertising', 'Meta'],
  ['OptanonConsent=isGpcEnabled=0&datestamp=x; Max-Age=31536000', 'consent', 'OneTrust'],
  ['AWSALB={A:86}; Max-Age=604800', 'load-balancer', 'AWS load balancer'],
  ['_vwo_uuid={A}; Max-Age=31536000', 'feature-flag', 'VWO'],
  ['woocommerce_cart_hash={A}', 'cart', 'WooCommerce'],
])('%s is known by its owner’s documentation', (line, role, framework) => {
  expect(setBy(line)).toMatchObject({ role, framework, confidence: 'high' });
});

it.each([
  ['theme=dark; Max-Age=31536000', 'preference'],
  ['lang=en-GB', 'preference'],
  ['event_filter=all', 'preference'],
  ['projects_sort=name_asc', 'preference'],
  ['my-cookie-consent=accepted; Max-Age=31536000', 'consent'],
  ['shop_cart={A}', 'cart'],
  ['srv_affinity=node7', 'load-balancer'],
  ['ab_variant=b', 'feature-flag'],
  ['api.jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.{S:43}; HttpOnly', 'auth-token'],
  ['mySessionId={A}; HttpOnly', 'session-id'],
  ['heroku-session-affinity={A:60}', 'load-balancer'],
  ['refresh_token={A:60}; Max-Age=2592000; HttpOnly', 'remember-me'],
  ['anti_xsrf={A}', 'csrf-token'],
])('%s is judged by words, value and lifetime together', (line, role) => {
  expect(setBy(line).role).toBe(role);
});

describe('a name is read by its words, not by substrings', () => {
  it.each(['assessment=done', 'descartes=on', 'obsession=2', 'gloryad=1'])('%s', (line) => {
    expect(['session-id', 'cart', 'advertising']).not.toContain(setBy(line).role);
  });
});

describe('what nothing shows is unknown', () => {
  it.each(['x1=abc123', 'q=zz-9_k'])('%s', (line) => {
    expect(setBy(line)).toMatchObject({ role: 'unknown', confidence: 'low' });
  });
});

it('a cookie called nothing of the kind is a session id when it carries the sign-in', () => {
  const { role, evidence } = verdict(
    'q7',
    `
      GET /account 302 /login
      -> /login 200
      POST /login [user password] 302 /account | q7={A}; HttpOnly
      -> /account 200
      GET /account 200
      GET /logout 302 / | q7=; Max-Age=0
      -> / 200
    `,
  );
  expect(role).toBe('session-id');
  expect(evidence.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'carries-sign-in',
      'first-set-by-credentials',
      'ended-at-sign-out',
      'value-looks-random',
      'http-only',
    ]),
  );
});

it('says what it was first set by and how often it was sent, by the exchange', () => {
  const { evidence } = verdict(
    'sid',
    'GET /login 200\nPOST /login [user password] 302 /home | sid={A}; HttpOnly\n-> /home 200\nGET /a 200',
  );
  const line = evidence.find(({ kind }) => kind === 'first-set-by-credentials');
  expect(line).toMatchObject({ slots: { method: 'POST', page: '/login', count: 2 }, exchanges: ['r2#0'] });
});

it('a cookie whose value a header repeats is a CSRF token, whatever its name', () => {
  const { role, evidence } = verdict('k', 'GET / 200 | k={A}\nfetch POST /api/x [item] (x-csrf-token={A}) 204');
  expect(role).toBe('csrf-token');
  expect(evidence[0]).toMatchObject({ kind: 'equals-header', slots: { name: 'x-csrf-token' } });
});

it('a session id that is also a field of a form is none', () => {
  const lines = 'GET / 200 | PHPSESSID={A:26}; HttpOnly\nPOST /upload [PHPSESSID={A:26} file] 200\nGET / 200';
  expect(verdict('PHPSESSID', lines).role).toBe('session-id');
});

it('a token issued with a choice to be remembered, beside a session, is a remember-me token', () => {
  const lines = `
    GET /login 200 | sid={A}; HttpOnly
    POST /login [user password remember=on] 302 /home | sid={B}; HttpOnly | keep={C}; Max-Age=2592000; HttpOnly
    -> /home 200
  `;
  expect(verdict('keep', lines).role).toBe('remember-me');
  expect(verdict('sid', lines).role).toBe('session-id');
});

it('no evidence holds a value', () => {
  const lines = `
    GET /login 200 | sid={A}; HttpOnly | csrf_token={T} | user_mail=alice%40example.org
    POST /login [user password csrf_token={T}] 302 /home | sid={B}; HttpOnly
    -> /home 200
    fetch POST /api [a] (x-csrf-token={T}) 200
  `;
  const { lives, roles, sites } = sessionsIn(lines);
  const said = JSON.stringify([
    ...roles.values(),
    sites.map(({ attempts, signIns }) => [attempts, signIns].flat().map(({ evidence }) => evidence)),
  ]);
  for (const { spans } of lives.all.values()) for (const { value } of spans) expect(said).not.toContain(value);
});

it.each(['Fnns0cV2pQ8rT4wZ6yB1aK', 'dMuP3xL9eN5hJ7gS2fR0uW', 'U2HlQ6kD8vC1mX4bT9oYzE'])(
  'the random value %s, set inside the page of another site and never sent, is no session id',
  (value) => {
    const cookie = aCookie(`__Host-ad-id=${value}`)
      .on('ads.example')
      .secure()
      .sameSite('none')
      .inPartition('https://shop.example');
    const recording = aRecording()
      .add(aResponse().from('https://shop.example/'))
      .after(5)
      .add(
        aResponse()
          .from('https://ads.example/pixel')
          .fetchedBy('https://shop.example', 'image')
          .sets(`__Host-ad-id=${value}; Path=/; Max-Age=604800; Secure; SameSite=None; Partitioned`)
          .telling(aChange().added(cookie.until(instant(NOON + 604_800_000)))),
      );
    const { roles } = sessionsOf(new Replay().add(recording.facts).rows, null);
    expect([...roles.values()].map(({ role }) => role)).toEqual(['advertising']);
  },
);

describe('a value that is cut into chunks', () => {
  const cut = (name: (n: number) => string, count: number) =>
    Array.from(
      { length: count },
      (_, n) => `${name(n)}=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0${'Zx9'.repeat(n < count - 1 ? 900 : 40)}; HttpOnly`,
    ).join(' | ');

  it.each([
    ['next-auth.session-token.0', cut((n) => `next-auth.session-token.${n}`, 3), 'next-auth.session-token', 'auth-token'],
    ['myapp_session_1', cut((n) => `myapp_session_${n}`, 2), 'myapp_session', 'session-id'],
    [
      '.AspNetCore.CookiesC2',
      `.AspNetCore.Cookies=chunks-2; HttpOnly | ${cut((n) => `.AspNetCore.CookiesC${n + 1}`, 2)}`,
      '.AspNetCore.Cookies',
      'auth-token',
    ],
  ])('%s is a chunk of it, with its role', (name, lines, whole, role) => {
    expect(verdict(name, `GET / 200 | ${lines}\nGET /a 200`)).toMatchObject({ role, chunkOf: whole });
  });

  it('is one cookie to the story', () => {
    const [signIn] = sessionsIn(`
      GET /login 200
      POST /login [user password] 302 /home | ${cut((n) => `app.session-token.${n}`, 3)}
      -> /home 200
      GET /mail 200
    `).sites.flatMap(({ signIns }) => signIns);
    expect(signIn?.carriers.map(({ life }) => life.name)).toEqual(['app.session-token.0']);
  });

  it('numbers at the end of short values are no chunks', () => {
    expect(verdict('size_0', 'GET / 200 | size_0={A} | size_1={B}\nGET /a 200')).not.toHaveProperty('chunkOf');
  });
});

describe('a device-bound session', () => {
  const lines = `
    GET /login 200
    POST /login [user password] 302 /home <secure-session-registration: (ES256);path="/dbsc/start"> | auth={A}; HttpOnly; Max-Age=600
    -> /home 200
    fetch POST /dbsc/start 200 | auth={B}; HttpOnly; Max-Age=600
    GET /mail 200
    fetch POST /dbsc/start 200 | auth={C}; HttpOnly; Max-Age=600
    GET /mail 200
  `;
  it('is known by its registration and by what renews it', () => {
    const { role, evidence } = verdict('auth', lines);
    expect(role).toBe('device-bound-session');
    expect(evidence[0]).toMatchObject({ kind: 'renewed-by-proof', exchanges: ['r3#0', 'r5#0'] });
  });
});
