import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { across, call, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/Ultimate-Multisite/ultimate-multisite/issues/320
  [
    'signed in to the main site, nobody can sign in to the one below it',
    (ok) => {
      const [main, sub] = ['https://sites.example', 'https://translate.sites.example'];
      const name = `wordpress_logged_in_${ok ? 'bb' : 'aa'}11`;
      return [
        post(
          `${main}/wp-login.php`,
          { log: 'a', pwd: 'b' },
          {
            ...to('/wp-admin/'),
            sets: [`wordpress_logged_in_aa11=admin%7C1796000000%7C${ID}; path=/; domain=.sites.example; secure; HttpOnly`],
          },
        ),
        hop(`${main}/wp-admin/`),
        post(
          `${sub}/wp-login.php`,
          { log: 'a', pwd: 'b' },
          {
            ...to('/wp-admin/'),
            sets: [`${name}=admin%7C1796000001%7C${OTHER}; path=/; domain=.translate.sites.example; secure; HttpOnly`],
          },
        ),
        hop(`${sub}/wp-admin/`, ok ? {} : to(`${sub}/wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1`)),
        ...(ok ? [] : [hop(`${sub}/wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1`)]),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: 'wordpress_logged_in_aa11', cause: 'shadowed', fix: 'different names' },
  ],
  // https://github.com/Ultimate-Multisite/ultimate-multisite/pull/827
  [
    'an endless redirect at wp-admin of a site in a folder',
    (ok) => {
      const site = 'https://net.example';
      const path = ok ? '/' : '/wp-admin';
      return [
        page(`${site}/wp-admin/`, to('/wp-login.php?redirect_to=%2Fwp-admin%2F')),
        post(
          `${site}/wp-login.php`,
          { log: 'a', pwd: 'b' },
          {
            ...to('/wp-admin/'),
            sets: [
              `wordpress_sec_aa11=admin%7C1796000000%7C${ID}; path=${path}; secure; HttpOnly`,
              `wordpress_logged_in_aa11=admin%7C1796000000%7C${OTHER}; path=/; secure; HttpOnly`,
            ],
          },
        ),
        hop(`${site}/wp-admin/`),
        page(`${site}/shop/wp-admin/`, ok ? {} : to('/wp-login.php?redirect_to=%2Fshop%2Fwp-admin%2F')),
        ...(ok ? [] : [hop(`${site}/wp-login.php?redirect_to=%2Fshop%2Fwp-admin%2F`)]),
      ];
    },
    // Not answered: wordpress_logged_in went along, and the other cookie’s Path reads as if it were meant for that folder alone.
    null,
  ],
  // https://github.com/mem0ai/mem0/issues/5457
  [
    'self-hosted on an address of the LAN: an endless redirect',
    (ok) => {
      const app = 'http://192.168.1.66:3010';
      return [
        call(`PUT ${app}/api/auth/refresh`, {
          fields: { refresh_token: 'r' },
          sets: [`mem0_refresh_token=${ID}${OTHER}; Path=/; HttpOnly${ok ? '' : '; Secure'}; SameSite=Lax`],
        }),
        page(`${app}/dashboard`, ok ? {} : to('/login', 307)),
        ...(ok ? [] : [hop(`${app}/login`)]),
        call(`POST ${app}/api/auth/refresh`, { status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'scheme-change', cookie: 'mem0_refresh_token', cause: 'rejected', fix: 'leave Secure out' },
  ],
  // https://github.com/esengine/DeepSeek-Reasonix/issues/5859
  [
    'away from loopback and without https the sign-in leads back to /login',
    (ok) => {
      const app = 'http://10.0.0.7:8787';
      return [
        page(`${app}/`, to('/login')),
        post(
          `${app}/login`,
          { password: '123' },
          {
            ...to('/'),
            sets: [`reasonix_auth=${ID}; Path=/; HttpOnly${ok ? '' : '; Secure'}; SameSite=Strict`],
          },
        ),
        hop(`${app}/`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'scheme-change', cookie: 'reasonix_auth', cause: 'rejected', fix: 'leave Secure out' },
  ],
  // https://github.com/hoppscotch/hoppscotch/issues/3394
  [
    'nobody can sign in to the admin page, over http',
    (ok) => {
      const [front, back] = ['http://hop.corp.test:3100', 'http://hop.corp.test:3170'];
      return [
        page(`${front}/`),
        across(`POST ${back}/v1/auth/verify`, front, 'same-site', {
          fields: { token: 't', deviceIdentifier: 'd' },
          sets: [`access_token=${ID}${OTHER}; Path=/; HttpOnly${ok ? '' : '; Secure'}; SameSite=Lax`],
        }),
        across(`GET ${back}/v1/auth/refresh`, front, 'same-site', ok ? { sends: `access_token=${ID}${OTHER}` } : { status: 401 }),
      ];
    },
    { kind: 'scheme-change', cookie: 'access_token', cause: 'rejected', fix: 'leave Secure out' },
  ],
  // https://github.com/elabftw/elabftw/issues/3749
  [
    'links in mails and in generated PDFs force a new sign-in',
    (ok) => {
      const app = 'https://lab.example';
      return [
        page(`${app}/experiments.php`, to('/login.php')),
        post(
          `${app}/app/controllers/LoginController.php`,
          { email: 'a', password: 'b' },
          {
            ...to('/experiments.php'),
            sets: [`PHPSESSID=${ID}; path=/; secure; HttpOnly; SameSite=${ok ? 'Lax' : 'Strict'}`],
          },
        ),
        hop(`${app}/experiments.php`),
        page(`${app}/experiments.php?mode=view&id=1`, { from: 'https://mail.example', ...(ok ? {} : to('/login.php')) }),
        ...(ok ? [] : [hop(`${app}/login.php`, { from: 'https://mail.example' })]),
      ];
    },
    { kind: 'session-lost', cookie: 'PHPSESSID', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/alepez/devand/issues/68
  [
    'links from outside to pages of users always show 401',
    (ok) => {
      const app = 'https://devs.example';
      return [
        page(`${app}/auth/callback?code=c0de&state=${STATE}`, {
          ...to('/dashboard'),
          sets: [`login=${ID}${OTHER}; HttpOnly; SameSite=${ok ? 'Lax' : 'Strict'}; Secure; Path=/`],
        }),
        hop(`${app}/dashboard`),
        page(`${app}/chat/a`, { from: 'https://mail.example', status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'session-lost', cookie: 'login', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/thoughtbot/clearance/issues/352
  [
    'not signed in at the other hosts below the domain',
    (ok) => {
      const [main, sub] = ['https://club.example', 'https://sub.club.example'];
      return [
        page(`${sub}/dashboard`, to('/sign_in')),
        post(
          `${main}/session`,
          { 'session[email]': 'a', 'session[password]': 'b' },
          {
            ...to('/'),
            sets: [
              `remember_token=${ID}; path=/; expires=Fri, 26 Nov 2027 12:00:00 GMT; HttpOnly; Secure${ok ? '; domain=club.example' : ''}`,
            ],
          },
        ),
        hop(`${main}/`),
        page(`${sub}/dashboard`, { from: main, ...(ok ? {} : to('/sign_in')) }),
      ];
    },
    { kind: 'session-lost', cookie: 'remember_token', cause: 'other-host', fix: 'Domain=club.example' },
  ],
  // https://github.com/OctoPrint/OctoPrint/issues/1479
  [
    'two instances on one host with different ports overwrite each other’s session',
    (ok) => {
      const [one, two] = ['http://octopi.corp.test:5000', 'http://octopi.corp.test:5001'];
      const name = ok ? 'session_P5001' : 'session';
      return [
        call(`POST ${one}/api/login`, { fields: LOGIN, sets: [`session=${ID}.Cz1-aQ.x7; HttpOnly; Path=/`] }),
        call(`GET ${one}/api/settings`),
        call(`POST ${two}/api/login`, { fields: LOGIN, sets: [`${name}=${OTHER}.Cz2-bR.y8; HttpOnly; Path=/`] }),
        call(`GET ${two}/api/settings`),
        call(`GET ${one}/api/settings`, { status: ok ? 200 : 403 }),
      ];
    },
    { kind: 'applications-overwrite', cookie: 'session', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/coder/code-server/issues/6237
  [
    'two code-servers on one host: resources of the first get 401',
    (ok) => {
      const [one, two] = ['https://dev.corp.example:8443', 'https://dev.corp.example:8444'];
      const name = ok ? 'code-server-session-8444' : 'code-server-session';
      return [
        post(
          `${one}/login`,
          { password: 'b' },
          { ...to('/'), sets: [`code-server-session=%24argon2id%24${ID}; Path=/; SameSite=Lax`] },
        ),
        hop(`${one}/`),
        post(`${two}/login`, { password: 'b' }, { ...to('/'), sets: [`${name}=%24argon2id%24${OTHER}; Path=/; SameSite=Lax`] }),
        hop(`${two}/`),
        call(`GET ${one}/vscode-remote-resource?path=a`, { status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'applications-overwrite', cookie: 'code-server-session', cause: 'overwritten', fix: 'differently' },
  ],
];

describe('schemes, hosts, paths', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
