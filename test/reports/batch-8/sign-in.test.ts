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
];

describe('signing in', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
