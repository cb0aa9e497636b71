import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aChange, aCookie } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { replayed } from '../../../../test/build/rows';
import { shopFacts } from '../../../../test/panel/shop';
import { Replay } from '../../../analysis/replay/replay';
import { sessionsOf } from '../../../analysis/session/sessions';
import { hasWord, readFilter, toggleWord } from './filter';

const { rows } = new Replay().add(shopFacts());
const { roles } = sessionsOf(rows, null);
const places = (filter: string) =>
  rows
    .filter(readFilter(filter, { roles }).matches)
    .map((row) => (row.kind === 'exchange' ? `${row.sent.method} ${new URL(row.url).pathname}` : row.kind));

test('role: finds the requests with a cookie for that, by its whole name or by what stands before the hyphen', () => {
  const session = places('role:session-id');
  expect(session.length).toBeGreaterThan(5);
  expect(places('role:session')).toEqual(session);
  expect(places('role:csrf is:set')).toContain('GET /account');
  expect(places('-role:session').length + session.length).toBe(rows.length);
});

test('as long as nothing is concluded, no request has a cookie for something', () => {
  expect(rows.filter(readFilter('role:session').matches)).toEqual([]);
});

test('is:rejected finds the requests of which a line was refused', () => {
  expect(places('is:rejected')).toContain('POST /login');
  expect(places('is:rejected')).not.toContain('GET /api/me');
});

test('words must all hold, and a minus turns one round', () => {
  expect(places('method:post host:shop.example is:rejected')).toEqual(['POST /login']);
  expect(places('method:post -host:shop.example')).toEqual(['POST /collect']);
});

test('host: takes a domain with what is under it, and not a host that only ends like it', () => {
  expect(places('host:example -host:shop.example -host:pay.example').length).toBeGreaterThan(3);
  expect(places('host:op.example')).toEqual([]);
});

test('cookie: takes the whole name or a star, name: a part or a regular expression', () => {
  expect(places('cookie:csrf')).toEqual([]);
  expect(places('cookie:csrf*').length).toBeGreaterThan(5);
  expect(places('name:csrf')).toEqual(places('name:/^CSRF_/i'));
});

test.each([
  ['status:4xx', ['GET /api/missing']],
  ['status:201', ['POST /api/cart/items']],
  ['status:>=400', ['GET /api/missing']],
  ['is:pending', ['GET /api/slow']],
  ['is:failed', ['GET /api/broken']],
  ['is:gap', ['gap']],
  ['type:ping', ['POST /collect']],
  ['reason:prefix', ['POST /login']],
  ['reason:same-site -host:ads.example', ['GET /match', 'GET /embed/cart', 'GET /embed/cart/lines']],
  ['-is:navigation set-by:not-recorded name:/^_G/i', ['change']],
  ['set-by:not-recorded', ['change', 'change']],
  ['"linen-shirt" -is:gap', ['navigation', 'GET /products/linen-shirt']],
])('%s finds %j', (filter, found) => {
  expect(places(filter)).toEqual(found);
});

test.each([
  ['foo:bar', 'unknown-key'],
  ['is:rejcted', 'unknown-value'],
  ['role:boss', 'unknown-value'],
  ['role:', 'no-value'],
  ['name:/(/', 'bad-regex'],
  ['status:4x', 'bad-status'],
  ['host:', 'no-value'],
  ['constructor:x', 'unknown-key'],
  ['is:constructor', 'unknown-value'],
])('%s is said to be wrong: %s', (filter, kind) => {
  expect(readFilter(filter).faults.map(({ fault }) => fault.kind)).toEqual([kind]);
});

test('an address is free text, not a key', () => {
  expect(readFilter('https://shop.example/login').faults).toEqual([]);
  expect(places('https://shop.example/login')).toContain('GET /login');
});

test('a facet toggles its word and leaves the rest', () => {
  const text = toggleWord('cookie:sid', 'is:rejected');
  expect(text).toBe('cookie:sid is:rejected');
  expect(hasWord(text, 'is:rejected')).toBe(true);
  expect(toggleWord(text, 'is:rejected')).toBe('cookie:sid');
  expect(hasWord('-is:rejected', 'is:rejected')).toBe(false);
});

test.each(['name:/(a+)+$/', '/(a+)+$/', 'name:/(a|aa)+$/', `cookie:${'a*'.repeat(40)}x`, 'cookie:aaa_*_*_*_*_*x'])(
  '%s has no answer to wait for, whatever names a page chooses',
  (filter) => {
    // The browser's own expressions would take longer than anybody lives.
    const hostile = [`${'a'.repeat(300)}!=1`, `aaa${'_a'.repeat(150)}=1`].map((pair) => aChange().added(aCookie(pair)));
    const replay = replayed(aRecording().add(...hostile));
    expect(replay.rows).toHaveLength(2);
    expect(replay.rows.filter(readFilter(filter).matches).length).toBeLessThan(2);
  },
);

test('whatever is typed, reading and asking never throw', () => {
  const words = fc
    .array(fc.constantFrom('is:', 'name:/', 'status:', '"', '-', ' ', 'x', '/', '(', '*', 'host:'))
    .map((x) => x.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), words), (text) => {
      const filter = readFilter(text);
      for (const row of rows.slice(0, 5)) filter.matches(row);
    }),
  );
});

test('is:incident and incident:KIND take the rows of incidents', () => {
  const row = rows.find(({ kind }) => kind === 'exchange');
  if (row === undefined) throw new Error('no request');
  const incidents = new Map([[row.id, new Set(['sign-in-loop'])]]);
  const found = (text: string) => rows.filter(readFilter(text, { roles, incidents }).matches).length;
  expect(found('is:incident')).toBe(1);
  expect(found('-is:incident')).toBe(rows.length - 1);
  expect(found('incident:sign-in-loop')).toBe(1);
  expect(found('incident:csrf-check')).toBe(0);
  expect(readFilter('incident:nothing').faults.length).toBe(1);
});
