import { describe, expect, test } from 'vitest';
import { plain } from '../../../src/analysis/rules/engine/sentence';
import { incidentsIn } from '../../build/incident-examples';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { hop, ID, LOGIN, OTHER, page, post, to } from '../steps';

const APP = 'https://app.example';
const session = (value: string) => `JSESSIONID=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`;

const REPORTS: readonly MendedReport[] = [
  [
    'HAProxy: a node stops, SERVERID changes, and everybody must sign in again',
    (ok) => [
      page(`${APP}/login`, { sets: ['SERVERID=a; path=/', session(ID)] }),
      post(`${APP}/login`, LOGIN, { ...to('/account'), sets: [session(OTHER)] }),
      hop(`${APP}/account`),
      page(`${APP}/orders`, { after: 20 }),
      page(
        `${APP}/account`,
        ok ? { sets: ['SERVERID=b; path=/'] } : { ...to('/login'), sets: ['SERVERID=b; path=/', session(`${ID}9`)] },
      ),
      ...(ok ? [] : [hop(`${APP}/login`)]),
    ],
    { kind: 'store-not-shared', cookie: 'JSESSIONID', cause: 'not-shared', fix: 'load balancer' },
  ],
  [
    'CloudFront does not pass Cookie on: the sign-in gives a session, and the next page another',
    (ok) => [
      page(`${APP}/login`, { sets: [session(ID)] }),
      post(`${APP}/login`, LOGIN, { ...to('/account'), sets: [session(OTHER)] }),
      hop(`${APP}/account`, ok ? {} : { ...to('/login'), sets: [session(`${ID}1`)] }),
      ...(ok ? [] : [hop(`${APP}/login`, { sets: [session(`${ID}2`)] })]),
    ],
    { kind: 'store-not-shared', cookie: 'JSESSIONID', cause: 'not-shared', fix: 'pass Cookie on' },
  ],
];

describe('several servers, and what stands before them', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });

  test('a session that no page took is not called taken, and the password may have been wrong', () => {
    const [, traffic] = REPORTS[1] as MendedReport;
    const [found] = incidentsIn({ steps: traffic(false) }).all;
    expect(found && plain(found.heading)).not.toContain('by turns');
    expect(found?.confidence).toBe('possible');
    expect(found?.joins.map(({ text }) => plain(text))).toContain('JSESSIONID went along as it had been given.');
  });
});
