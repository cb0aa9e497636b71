import { expect, test } from 'vitest';
import { exampleDigest, rowsOf } from '../../../test/build/example-facts';
import { audit } from '../../analysis/rules/audit';
import type { RuleExample } from '../../analysis/rules/engine/example';
import { sessionsOf } from '../../analysis/session/sessions';
import { ALL_FINDINGS, type FindingFilter } from '../state/findings-choices';
import { matchesFilter } from './finding-filter';
import { groupedByOwner, groupedFindings } from './finding-groups';
import { asEarlier, comparedFindings } from './standing';

const YEAR =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE4MjY5NzEyMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const ROLES = { token: 'auth-token', sid: 'session-id', theme: 'preference' } as const;

function findings(
  lines: readonly string[],
  more: Partial<RuleExample['steps'][number]> = {},
  roles: RuleExample['roles'] = ROLES,
) {
  const rows = rowsOf({ title: '', steps: [{ ask: 'GET https://shop.example/', sets: lines, ...more }], roles, expect: 'fail' });
  return audit(rows, 'shop.example', sessionsOf(rows, exampleDigest)).findings;
}

const TWO = findings([`token=${YEAR}; Path=/; Max-Age=31536000`, 'PHPSESSID=3vq9s1c6h0f2k8m4n7p5r1t2u6; Path=/']);

test('the same change to several cookies is one, and several findings about one lifetime are one', () => {
  const groups = groupedFindings(TWO);
  const byId = new Map(groups.map((group) => [group.id, group]));
  expect(byId.get('http-only-missing')).toMatchObject({ kind: 'cookies', findings: { length: 2 } });
  const lifetime = groups.filter(({ kind }) => kind === 'lifetime');
  expect(lifetime.map((group) => group.findings.map(({ rule }) => rule).sort())).toEqual([
    ['jwt-long-lived', 'lifetime-too-long'],
  ]);
  expect(groups.flatMap((group) => group.findings).length).toBe(TWO.length);
  expect(groups.length).toBeLessThan(TWO.length);
});

test('one finding about a lifetime stands by its rule', () => {
  const [group] = groupedFindings(TWO.filter(({ rule }) => rule === 'lifetime-too-long'));
  expect(group).toMatchObject({ id: 'lifetime-too-long', kind: 'single' });
});

test('findings of others are counted by their owner', () => {
  const rows = rowsOf({
    title: '',
    expect: 'fail',
    steps: [
      { ask: 'GET https://shop.example/' },
      {
        ask: 'GET https://cdn.ads.example/a',
        as: 'image',
        from: 'https://shop.example',
        sets: ['a=1; SameSite=None; Priority=Top'],
      },
      { ask: 'GET https://t.ads.example/b', as: 'image', from: 'https://shop.example', sets: ['b=1; SameSite=None'] },
      { ask: 'GET https://chat.example/c', as: 'image', from: 'https://shop.example', sets: ['c=1; SameSite=None'] },
    ],
  });
  const third = audit(rows, 'shop.example', sessionsOf(rows, exampleDigest)).findings.filter(({ party }) => party === 'third');
  const owners = groupedByOwner(third);
  expect(owners.map(({ owner }) => owner)).toEqual(['ads.example', 'chat.example']);
  expect(owners.reduce((sum, { count }) => sum + count, 0)).toBe(third.length);
});

const filtered = (filter: Partial<FindingFilter>) => TWO.filter((each) => matchesFilter(each, { ...ALL_FINDINGS, ...filter }));

test('a filter narrows by severity, role, what is at stake and words', () => {
  expect(filtered({}).length).toBe(TWO.length);
  expect(new Set(filtered({ severity: 'error' }).map(({ severity }) => severity))).toEqual(new Set(['error']));
  expect(filtered({ harm: 'session-taken' }).every(({ harm }) => harm === 'session-taken')).toBe(true);
  const token = filtered({ text: 'TOKEN httponly' });
  expect(token.map(({ rule }) => rule)).toEqual(['http-only-missing']);
  expect(filtered({ role: 'auth-token' }).length).toBeGreaterThan(0);
  expect(filtered({ role: 'cart' })).toEqual([]);
});

test('beside an earlier recording a finding is new or as before, and what is is found no more is said so', () => {
  const earlier = asEarlier(TWO, 'shop.example', 'before.json');
  const now = findings([
    'PHPSESSID=3vq9s1c6h0f2k8m4n7p5r1t2u6; Path=/; HttpOnly; Secure',
    'theme=dark; Path=/; SameSite=Lax; Priority=Top',
  ]);
  const compared = comparedFindings(now, 'shop.example', earlier);
  const mended = compared?.mended.map(({ id }) => id.split('\t').slice(0, 2).join(' '));
  expect(mended).toContain('http-only-missing PHPSESSID');
  expect(mended).toContain('jwt-long-lived token');
  const standing = new Map(now.map((each) => [each.rule, compared?.standingOf(each)]));
  expect(standing.get('priority-unknown')).toBe('new');
  expect(standing.get('same-site-missing')).toBe('same');
  expect((compared?.added ?? 0) + (compared?.same ?? 0)).toBe(now.length);
  expect(comparedFindings(now, 'other.example', earlier)).toBeNull();
});
