import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { authorize, call, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/phpmyadmin/phpmyadmin/pull/14420
  [
    'signed in over https first: over http nobody can sign in any more',
    (ok) => {
      const [safe, plain] = ['https://db.corp.test', 'http://db.corp.test'];
      const name = ok ? 'phpMyAdmin_https' : 'phpMyAdmin';
      return [
        page(`${safe}/index.php`, { sets: [`${name}=${ID}; path=/; secure; HttpOnly`] }),
        page(`${plain}/index.php`, { sets: [`phpMyAdmin=${OTHER}; path=/; HttpOnly`] }),
        post(
          `${plain}/index.php`,
          { pma_username: 'a', pma_password: 'b', token: 'tokAAAAAAAAAAAA1' },
          { ...to('/index.php?route=/'), sets: [`phpMyAdmin=${OTHER}1; path=/; HttpOnly`] },
        ),
        hop(`${plain}/index.php?route=/`, { status: ok ? 200 : 403 }),
      ];
    },
    { kind: 'scheme-change', cookie: 'phpMyAdmin', cause: 'withheld', fix: 'over https' },
  ],
  // https://github.com/rejetto/hfs/issues/245
  [
    'cookie problem over http, when https is fine',
    (ok) => {
      const [safe, plain] = ['https://files.corp.test', 'http://files.corp.test'];
      return [
        ...(ok
          ? []
          : [
              call(`POST ${safe}/~/api/login`, {
                fields: LOGIN,
                sets: [`hfs_session=${ID}${OTHER}; path=/; secure; httponly`],
              }),
            ]),
        call(`POST ${plain}/~/api/login`, { fields: LOGIN, sets: [`hfs_session=${OTHER}${ID}; path=/; httponly`] }),
        call(`POST ${plain}/~/api/refresh_session`, { status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'scheme-change', cookie: 'hfs_session', cause: 'rejected', fix: 'Secure' },
  ],
  // https://github.com/fauxvo/shelflife/pull/12
  [
    'signed in on the LAN, and back at the form: the cookie is Secure',
    (ok) => {
      const app = 'http://192.168.1.20:3000';
      return [
        page(`${app}/`, to('/login')),
        call(`POST ${app}/api/auth/plex/callback`, {
          fields: { pinId: '7' },
          sets: [`session=${ID}${OTHER}; Path=/; HttpOnly${ok ? '' : '; Secure'}; SameSite=Lax`],
        }),
        page(`${app}/`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'scheme-change', cookie: 'session', cause: 'rejected', fix: 'leave Secure out' },
  ],
  // https://github.com/OWASP/SecurityShepherd/issues/147
  [
    'over http no challenge opens: the token against forgery is Secure',
    (ok) => {
      const app = 'http://shepherd.corp.test';
      return [
        page(`${app}/login.jsp`, { sets: ['JSESSIONID=0C1D77A2E3B94F5586D1A0B2C3D4E5F6; Path=/; HttpOnly'] }),
        post(
          `${app}/login`,
          { login: 'a', pwd: 'b' },
          {
            ...to('/index.jsp'),
            sets: ['JSESSIONID=A34E160948D0BBB81EFE06FAE3CA2EBE; Path=/; HttpOnly', `token=${ID}; Path=/${ok ? '' : '; Secure'}`],
          },
        ),
        hop(`${app}/index.jsp`),
        call(`POST ${app}/getModule`, { fields: { moduleId: '1', csrfToken: ID }, status: ok ? 200 : 403 }),
      ];
    },
    { kind: 'scheme-change', cookie: 'token', cause: 'rejected', fix: 'leave Secure out' },
  ],
  // https://github.com/giuseppe99barchetta/SuggestArr/issues/286
  [
    'below a path every reload signs out',
    (ok) => {
      const app = 'https://home.example/suggest';
      return [
        call(`POST ${app}/api/auth/login`, {
          fields: LOGIN,
          sets: [`refresh_token=${ID}${OTHER}; Path=${ok ? '/suggest' : ''}/api/auth/refresh; HttpOnly; Secure; SameSite=Strict`],
        }),
        page(`${app}/dashboard`),
        call(`POST ${app}/api/auth/refresh`, { status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'session-lost', cookie: 'refresh_token', cause: 'withheld', fix: 'Path' },
  ],
  // https://github.com/grafana/grafana/pull/22266
  [
    'asked for /grafana without a slash: after the sign-in a redirect loop',
    (ok) => {
      const app = 'https://mon.example/grafana';
      const after = ok ? '/grafana/' : '/grafana';
      return [
        page(`${app}`, { ...to('/grafana/login') }),
        hop(`${app}/login`),
        call(`POST ${app}/login`, {
          fields: { user: 'a', password: 'b' },
          sets: [`grafana_session=${ID}; Path=/grafana/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax`],
        }),
        page(`https://mon.example${after}`, ok ? {} : to('/grafana/login')),
        ...(ok ? [] : [hop(`${app}/login`, to('/grafana'))]),
        ...(ok ? [] : [hop('https://mon.example/grafana', to('/grafana/login'))]),
      ];
    },
    { kind: 'sign-in-loop', cookie: 'grafana_session', cause: 'withheld', fix: 'Path=/grafana' },
  ],
  // https://github.com/intrafind/ihub-apps/pull/1331
  [
    'below a path the session of the sign-in does not go to its callback',
    (ok) => {
      const app = 'https://tools.example/ihub';
      const back = `${app}/api/auth/oidc/callback`;
      return [
        page(`${app}/api/auth/oidc/login`, {
          ...to(authorize(back)),
          sets: [`oidc.session=s%3A${ID}.${OTHER}; Path=${ok ? '/ihub' : ''}/api/auth/oidc; HttpOnly; Secure; SameSite=Lax`],
        }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        {
          ask: `GET ${back}?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok
            ? { ...to('/ihub/'), sets: [`authToken=${OTHER}${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`] }
            : { status: 401 }),
        },
        ...(ok ? [hop(`${app}/`, { from: 'https://idp.example' })] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'oidc.session', cause: 'withheld', fix: 'Path' },
  ],
  // https://github.com/wikisource/ia-upload/pull/41
  [
    'an empty cookie path: signed in below one folder alone',
    (ok) => {
      const app = 'https://upload.example';
      return [
        page(`${app}/oauth/login`, {
          ...to(authorize(`${app}/oauth/callback`)),
          sets: [`ia-upload-session=${ID}; ${ok ? 'path=/; ' : ''}secure; HttpOnly`],
        }),
        { ask: `GET ${authorize(`${app}/oauth/callback`)}`, isRedirect: true },
        { ask: `GET ${app}/oauth/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', ...to('/commons/init') },
        hop(`${app}/commons/init`, { from: 'https://idp.example', ...(ok ? {} : to('/oauth/login')) }),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'ia-upload-session', cause: 'withheld', fix: 'Path=/' },
  ],
  // https://github.com/arXiv/arxiv-auth/pull/62
  [
    'signed in at the main host, then at beta: an endless loop at its sign-in',
    (ok) => {
      const [main, beta] = ['https://papers.example', 'https://beta.papers.example'];
      const domain = ok ? 'Domain=papers.example; ' : '';
      return [
        post(`${main}/login`, LOGIN, {
          ...to('/user'),
          sets: [`tapir_session=${ID}; Path=/; Domain=papers.example; Secure; HttpOnly`],
        }),
        hop(`${main}/user`),
        post(`${beta}/login`, LOGIN, { ...to('/user'), sets: [`tapir_session=${OTHER}; Path=/; ${domain}Secure; HttpOnly`] }),
        hop(`${beta}/user`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${beta}/login`)]),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: 'tapir_session', cause: 'shadowed', fix: 'Domain=papers.example' },
  ],
  // https://github.com/GetSimpleCMS/GetSimpleCMS/issues/389
  [
    'the sign-in does not fail and leads back to the sign-in: the name is there twice',
    (ok) => {
      const site = 'https://simple.example';
      return [
        ...(ok
          ? []
          : [page(`${site}/admin/setup.php`, { sets: [`GS_ADMIN_USERNAME=${OTHER}; Path=/admin/; Secure; HttpOnly`] })]),
        post(
          `${site}/admin/index.php`,
          { userid: 'a', pwd: 'b' },
          {
            ...to('/admin/pages.php'),
            sets: [`GS_ADMIN_USERNAME=${ID}; Path=/; Secure; HttpOnly`],
          },
        ),
        hop(`${site}/admin/pages.php`, ok ? {} : to('/admin/index.php?redirect=pages.php')),
        ...(ok ? [] : [hop(`${site}/admin/index.php?redirect=pages.php`)]),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: 'GS_ADMIN_USERNAME', cause: 'shadowed', fix: 'Path=/admin/' },
  ],
  // https://github.com/tbar0970/jethro-pmm/issues/818
  [
    'two session cookies, one with a dot: signed out at the next page',
    (ok) => {
      const site = 'https://church.example';
      const domain = ok ? '' : 'domain=church.example; ';
      return [
        page(`${site}/members/`, { sets: [`JethroSession=${OTHER}; path=/; ${domain}secure; HttpOnly; SameSite=Lax`] }),
        post(
          `${site}/members/`,
          { email: 'a', password: 'b' },
          {
            ...to('/members/?view=home'),
            sets: [`JethroSession=${ID}; path=/; secure; HttpOnly; SameSite=Lax`],
          },
        ),
        hop(`${site}/members/?view=home`),
        page(`${site}/members/?view=persons`, ok ? {} : to('/members/?view=login')),
        ...(ok ? [] : [hop(`${site}/members/?view=login`)]),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: 'JethroSession', cause: 'shadowed', fix: 'Domain=church.example' },
  ],
];

describe('schemes, paths, two of one name', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
