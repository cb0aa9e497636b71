import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { hop, ID, LOGIN, page, post, to } from '../steps';

const APP = 'https://app.example';

const REPORTS: readonly Report[] = [
  [
    'Java: setMaxAge(-1) is written out, and nobody stays signed in',
    [
      page(`${APP}/login`),
      post(`${APP}/login`, LOGIN, {
        ...to('/home'),
        sets: [`sid=${ID}; Path=/; Max-Age=-1; Secure; HttpOnly; SameSite=Lax`],
      }),
      hop(`${APP}/home`, to('/login')),
      hop(`${APP}/login`),
    ],
    { kind: 'session-not-set', cookie: 'sid', cause: 'dead-on-arrival', fix: 'Leave Max-Age=-1 out' },
  ],
  [
    'the form posts to the bare host, which sends on to www: the POST becomes a GET, and no cookie is at fault',
    [
      page('https://www.shop.example/login', { sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
      post('https://shop.example/login', LOGIN, {
        from: 'https://www.shop.example',
        ...to('https://www.shop.example/login', 301),
      }),
      hop('https://www.shop.example/login'),
    ],
    null,
  ],
  [
    'a form on http posts to https of the same name, and its token is not sent',
    [
      page('http://shop.example/', { sets: [`csrftoken=${ID}; Path=/; SameSite=Lax`] }),
      post('https://shop.example/login', { ...LOGIN, csrfmiddlewaretoken: ID }, { from: 'http://shop.example', status: 403 }),
    ],
    { kind: 'scheme-change', cookie: 'csrftoken', cause: 'withheld', fix: 'Serve the page and what it asks for over https' },
  ],
  [
    'the cookie of the first factor is for /login, and the second factor goes to /mfa/verify without it',
    [
      page(`${APP}/login`),
      post(`${APP}/login`, LOGIN, {
        ...to('/mfa'),
        sets: [`mfa_pending=${ID}; Path=/login; Secure; HttpOnly; SameSite=Lax`],
      }),
      hop(`${APP}/mfa`),
      post(`${APP}/mfa/verify`, { code: '123456' }, { after: 20, ...to('/login') }),
      hop(`${APP}/login`),
    ],
    { kind: 'session-lost', cookie: 'mfa_pending', cause: 'withheld', fix: 'Path=/' },
  ],
];

describe('signing in', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
