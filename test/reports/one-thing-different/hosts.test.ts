import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { call, hop, ID, LOGIN, OTHER, page, post, to } from '../steps';

const WIKI = 'https://intra.example/pombe';
/** Signs in to the first of two applications below one host. */
const SIGNED_IN = [
  post(`${WIKI}/login`, LOGIN, { ...to('/pombe/'), sets: [`canto_session=${ID}; path=/; secure; HttpOnly`] }),
  hop(`${WIKI}/`),
];
const CODE = `code-server-session=%24argon2id%24`;

const REPORTS: readonly Report[] = [
  [
    'cookie problem over http, when https is fine: the https one was another host’s',
    [
      call('POST https://files.corp.test/~/api/login', {
        fields: LOGIN,
        sets: [`hfs_session=${ID}${OTHER}; path=/; secure; httponly`],
      }),
      call('POST http://old.corp.test/~/api/login', { fields: LOGIN, sets: [`hfs_session=${OTHER}${ID}; path=/; httponly`] }),
      call('POST http://old.corp.test/~/api/refresh_session', { status: 401 }),
    ],
    null,
  ],
  [
    'below a path every reload signs out: nothing is there (404)',
    [
      call('POST https://home.example/suggest/api/auth/login', {
        fields: LOGIN,
        sets: [`refresh_token=${ID}${OTHER}; Path=/api/auth/refresh; HttpOnly; Secure; SameSite=Strict`],
      }),
      page('https://home.example/suggest/dashboard'),
      call('POST https://home.example/suggest/api/auth/refresh', { status: 404 }),
    ],
    null,
  ],
  [
    'two code-servers: they have a host each',
    [
      post('https://one.corp.example/login', { password: 'b' }, { ...to('/'), sets: [`${CODE}${ID}; Path=/; SameSite=Lax`] }),
      hop('https://one.corp.example/'),
      post('https://two.corp.example/login', { password: 'b' }, { ...to('/'), sets: [`${CODE}${OTHER}; Path=/; SameSite=Lax`] }),
      hop('https://two.corp.example/'),
      call('GET https://one.corp.example/vscode-remote-resource?path=a', { status: 401 }),
    ],
    null,
  ],
  [
    'two instances on two ports: the first was refused before the second was there',
    [
      call('POST http://localhost:3003/graphql', { fields: LOGIN, sets: [`refresh_token=${ID}${OTHER}; Path=/; HttpOnly`] }),
      call('POST http://localhost:3003/refresh'),
      call('POST http://localhost:3003/refresh', { after: 4000, status: 401 }),
      call('POST http://localhost:3009/graphql', { fields: LOGIN, sets: [`refresh_token=${OTHER}${ID}; Path=/; HttpOnly`] }),
    ],
    null,
  ],
  [
    'who changes from /pombe to /test: the other has a Path of its own',
    [
      ...SIGNED_IN,
      page('https://intra.example/test/', { sets: [`canto_session=${OTHER}; path=/test; secure; HttpOnly`] }),
      page(`${WIKI}/curs/1`, to('/pombe/login')),
    ],
    null,
  ],
  [
    'not signed in at the other hosts: signed out at the main one before',
    [
      page('https://sub.club.example/dashboard', to('/sign_in')),
      post(
        'https://club.example/session',
        { 'session[email]': 'a', 'session[password]': 'b' },
        {
          ...to('/'),
          sets: [`remember_token=${ID}; path=/; expires=Fri, 26 Nov 2027 12:00:00 GMT; HttpOnly; Secure`],
        },
      ),
      hop('https://club.example/'),
      post(
        'https://club.example/sign_out',
        { _method: 'delete' },
        {
          ...to('/'),
          sets: ['remember_token=; path=/; Max-Age=0; HttpOnly; Secure'],
        },
      ),
      hop('https://club.example/'),
      page('https://sub.club.example/dashboard', { from: 'https://club.example', ...to('/sign_in') }),
    ],
    null,
  ],
  [
    'links from outside show 401: a page of its own led there',
    [
      page('https://devs.example/auth/callback?code=c0de&state=s7a7e', {
        ...to('/dashboard'),
        sets: [`login=${ID}${OTHER}; HttpOnly; SameSite=Strict; Secure; Path=/`],
      }),
      hop('https://devs.example/dashboard'),
      page('https://devs.example/chat/a', { status: 401 }),
    ],
    null,
  ],
  [
    'links in mails force a new sign-in: signed out before',
    [
      page('https://lab.example/experiments.php', to('/login.php')),
      post(
        'https://lab.example/app/controllers/LoginController.php',
        { email: 'a', password: 'b' },
        {
          ...to('/experiments.php'),
          sets: [`PHPSESSID=${ID}; path=/; secure; HttpOnly; SameSite=Strict`],
        },
      ),
      hop('https://lab.example/experiments.php'),
      page('https://lab.example/logout.php', { ...to('/login.php'), sets: ['PHPSESSID=; path=/; Max-Age=0; secure; HttpOnly'] }),
      hop('https://lab.example/login.php'),
      page('https://lab.example/experiments.php?mode=view&id=1', { from: 'https://mail.example', ...to('/login.php') }),
    ],
    null,
  ],
  [
    'asked for /grafana: with the slash, and the session went along',
    [
      page('https://mon.example/grafana/', to('/grafana/login')),
      hop('https://mon.example/grafana/login'),
      call('POST https://mon.example/grafana/login', {
        fields: { user: 'a', password: 'b' },
        sets: [`grafana_session=${ID}; Path=/grafana/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax`],
      }),
      page('https://mon.example/grafana/'),
      page('https://mon.example/grafana/', { after: 4000, ...to('/grafana/login') }),
      hop('https://mon.example/grafana/login'),
    ],
    null,
  ],
  [
    'self-hosted on an address of the LAN: it is localhost',
    [
      call('PUT http://localhost:3010/api/auth/refresh', {
        fields: { refresh_token: 'r' },
        sets: [`mem0_refresh_token=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`],
      }),
      page('http://localhost:3010/dashboard'),
      call('POST http://localhost:3010/api/auth/refresh', { after: 4000, status: 401 }),
    ],
    null,
  ],
  [
    'two XSRF-TOKEN, of the domain and of the host: they are equal',
    [
      page('https://two.example/', { sets: [`XSRF-TOKEN=${ID}eyJpdiI6; path=/; domain=.two.example; secure; samesite=lax`] }),
      page('https://app.two.example/', {
        sets: [
          `XSRF-TOKEN=${ID}eyJpdiI6; path=/; domain=.app.two.example; secure; samesite=lax`,
          `app_session=${ID}; path=/; httponly; secure; samesite=lax`,
        ],
      }),
      call('POST https://app.two.example/api/things', {
        tokens: { 'x-xsrf-token': `${ID}eyJpdiI6` },
        fields: { name: 'x' },
        status: 419,
      }),
    ],
    null,
  ],
  [
    'signed in at the main host, then at beta: the one of the domain goes with the main host alone',
    [
      post('https://papers.example/login', LOGIN, { ...to('/user'), sets: [`tapir_session=${ID}; Path=/; Secure; HttpOnly`] }),
      hop('https://papers.example/user'),
      post('https://beta.papers.example/login', LOGIN, {
        ...to('/user'),
        sets: [`tapir_session=${OTHER}; Path=/; Secure; HttpOnly`],
      }),
      hop('https://beta.papers.example/user'),
      page('https://beta.papers.example/user', { after: 4000, ...to('/login') }),
    ],
    null,
  ],
];

describe('one thing differs: hosts, paths, links', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
