import { describe, expect, test } from 'vitest';
import { incidentsIn } from '../../build/incident-examples';
import { advised } from '../advice';
import { answered, type Report } from '../incident-answers';
import { across, ID, OTHER, page } from '../steps';

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
