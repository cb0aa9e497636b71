import { describe, expect, test } from 'vitest';
import { incidentsIn } from '../../build/incident-examples';
import { advised } from '../advice';
import { answered, type Report } from '../incident-answers';
import { across, call, ID, LOGIN, OTHER, page } from '../steps';

const [SPA, API] = ['https://spa.site.example', 'https://api.site.example'];
const PREFLIGHT = [
  page(`${SPA}/`),
  across(`OPTIONS ${API}/orders`, SPA, 'same-site', {
    status: 204,
    headers: { 'access-control-request-method': 'POST' },
    sets: [`XSRF-TOKEN=${ID}; Path=/; Domain=site.example; Secure; SameSite=Lax`],
  }),
  across(`POST ${API}/orders`, SPA, 'same-site', { fields: { item: '1' }, status: 419 }),
];
const WITHOUT = [
  page(`${SPA}/`),
  across(`GET ${API}/me`, SPA, 'same-site', { sets: [`JSESSIONID=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
  across(`POST ${API}/orders`, SPA, 'same-site', { fields: { item: '1' }, status: 403 }),
];

const REPORTS: readonly Report[] = [
  [
    'the token comes with the answer to the preflight, and the POST has none',
    PREFLIGHT,
    { kind: 'csrf-check', cookie: 'XSRF-TOKEN', cause: 'rejected', fix: 'accept no cookie from the response to a preflight' },
  ],
];

describe('a script asks an API of another origin', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });

  test('the finding about a token of a preflight does not ask to correct its line', () => {
    expect(advised(PREFLIGHT, 'refused')?.heading).toBe('Set XSRF-TOKEN in a response that is not one to a preflight');
  });

  test('that a page asks without credentials is the same in every browser', () => {
    expect(incidentsIn({ steps: WITHOUT }).all.map(({ kind }) => kind)).not.toContain('one-browser-only');
  });
});

describe('Spring Security 6: the sign-in deletes XSRF-TOKEN, and the next POST of the page is refused', () => {
  const app = 'https://app.example';
  const steps = [
    page(`${app}/`, { sets: [`XSRF-TOKEN=${ID}; Path=/; Secure`, `JSESSIONID=${OTHER}; Path=/; Secure; HttpOnly`] }),
    call(`POST ${app}/login`, {
      fields: LOGIN,
      tokens: { 'x-xsrf-token': ID },
      sets: [`JSESSIONID=${OTHER}9; Path=/; Secure; HttpOnly`, 'XSRF-TOKEN=; Path=/; Max-Age=0; Secure'],
    }),
    call(`GET ${app}/api/user`),
    call(`POST ${app}/api/orders`, { fields: { item: '1' }, status: 403 }),
  ];

  test('a new token is asked for, not that the sign-in keep the old one', () => {
    const answer = { kind: 'deleted-meanwhile', cookie: 'XSRF-TOKEN', cause: 'deleted', fix: 'Give a new XSRF-TOKEN' };
    expect(answered(['', steps, answer])).toEqual(answer);
  });

  test('the request that was refused is not told as open to forgery', () => {
    expect(advised(steps, 'csrf-token-missing')).toBeNull();
  });
});
