import { expect, test } from 'vitest';
import type { Role } from '../../analysis/session/shared/role-kinds';
import type { CookieRow } from './cookie-row';
import { deletionsOf } from './deletions';

const row = (name: string, role: Role | null, domain = 'www.shop.example', status: CookieRow['status'] = 'in-jar'): CookieRow =>
  ({ name, domain, status, role: role === null ? null : { role } }) as CookieRow;

const told = (rows: readonly CookieRow[], site: string | null) =>
  deletionsOf(rows, site).map(
    (each) => `${each.kind === 'role' ? each.role : each.kind}: ${each.rows.map(({ name }) => name).join(' ')}`,
  );

test('what signs in is one choice, each role another, and consent may stay', () => {
  const rows = [
    row('sid', 'session-id'),
    row('keep', 'remember-me'),
    row('cc', 'consent'),
    row('ad', 'advertising', 'ads.example'),
    row('x', null),
    row('old', 'session-id', 'shop.example', 'gone'),
  ];
  expect(told(rows, 'shop.example')).toEqual([
    'credentials: sid keep',
    'session-id: sid',
    'remember-me: keep',
    'advertising: ad',
    'consent: cc',
    'all-but-consent: sid keep x',
    'site: sid keep cc x',
  ]);
});

test('without a site in view, or a cookie of a role, there is nothing of it to delete', () => {
  expect(told([row('x', null)], null)).toEqual([]);
  expect(told([row('x', null)], 'shop.example')).toEqual(['site: x']);
});
