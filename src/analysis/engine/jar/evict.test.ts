import { describe, expect, test } from 'vitest';
import { storedCookie } from '../../../../test/build/stored-cookie';
import { bytes } from '../base/bytes';
import { instant } from '../base/units';
import { hasOnlySecureLeft, surplus, surplusOfAll } from './evict';
import { evictFor } from './evict-for';
import { Jar } from './jar';
import { SITE_LIMITS, type SiteLimits } from './limits';
import type { StoredCookie } from './stored-cookie';

const DAY = 86_400_000;
const NOW = instant(100 * DAY);
const { chromium, firefox, spec } = SITE_LIMITS;
if (chromium === null || firefox === null) throw new Error('Both browsers have limits.');

type More = Parameters<typeof storedCookie>[1];

/** So many, each last used a second after the one before. */
const some = (prefix: string, count: number, more: More = {}): readonly StoredCookie[] =>
  Array.from({ length: count }, (_, n) => storedCookie(`${prefix}${n}`, { at: n * 1000, serial: n, ...more }));

const namesOf = (cookies: readonly StoredCookie[]): readonly string[] => cookies.map(({ name }) => name);
const first = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

/** Who goes when the last of the list is put in. */
const gone = (cookies: readonly StoredCookie[], limits: SiteLimits): readonly string[] => {
  const added = cookies.at(-1);
  return added === undefined ? [] : namesOf(surplus(cookies, added, limits, NOW));
};

describe('one site, 180 cookies at most', () => {
  test.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
  ])('%s: nobody goes for the 180th, thirty or more for the 181st', (_, limits) => {
    expect(gone(some('c', 180), limits)).toEqual([]);
    expect(gone(some('c', 181), limits).length).toBeGreaterThanOrEqual(30);
  });

  test('the standard’s profile has no limits', () => {
    expect(spec).toBeNull();
    const jar = new Jar();
    for (const cookie of some('c', 400)) {
      jar.put(cookie);
      expect(evictFor(jar, { cookie, siteKey: 'a.test', at: NOW }, spec)).toEqual([]);
    }
    expect(jar.size).toBe(400);
  });

  test('another partition is counted apart', () => {
    const partition = { topLevelSite: 'https://b.test', crossSiteAncestor: true };
    const apart = some('p', 100, { partition });
    expect(gone([...apart, ...some('c', 180)], chromium)).toEqual([]);
    expect(gone([...apart, ...some('c', 181)], chromium)).toEqual(first('c', 31));
  });
});

describe('Chromium: the expired, then rounds by priority', () => {
  test('the least recently used go, down to 150', () => {
    expect(gone(some('c', 181), chromium)).toEqual(first('c', 31));
  });

  test('use counts, not making', () => {
    const cookies = some('c', 181).map((cookie, n) => (n === 0 ? { ...cookie, lastAccess: instant(NOW - 1) } : cookie));
    expect(gone(cookies, chromium)).toEqual(first('c', 32).slice(1));
  });

  test('where only the expired go, they are enough', () => {
    const cookies = [...some('x', 3, { expires: instant(NOW) }), ...some('c', 178)];
    expect(gone(cookies, chromium)).toEqual(['x0', 'x1', 'x2']);
  });

  test('where the expired are not enough, the rest goes down to 150 as well', () => {
    const cookies = [...some('x', 3, { expires: instant(NOW - 1) }), ...some('c', 181)];
    expect(gone(cookies, chromium)).toEqual(['x0', 'x1', 'x2', ...first('c', 31)]);
  });

  test('low priority goes first, Secure or not, down to its quota of thirty', () => {
    const cookies = [...some('l', 50, { priority: 'low' }), ...some('m', 131)];
    expect(gone(cookies, chromium)).toEqual([...first('l', 20), ...first('m', 11)]);
  });

  test('of low priority those that are not Secure go before those that are', () => {
    const cookies = [
      ...some('s', 40, { priority: 'low', secure: true }),
      ...some('l', 20, { priority: 'low' }),
      ...some('m', 121),
    ];
    expect(gone(cookies, chromium)).toEqual([...first('l', 20), ...first('s', 10), 'm0']);
  });

  test('a priority that is within its quota is left alone', () => {
    const cookies = [...some('l', 30, { priority: 'low' }), ...some('m', 50), ...some('h', 101, { priority: 'high' })];
    expect(gone(cookies, chromium)).toEqual(first('h', 31));
  });

  test('of medium priority those that are not Secure go before high priority, Secure ones after', () => {
    const cookies = [...some('s', 100, { secure: true }), ...some('h', 81, { priority: 'high' })];
    expect(gone(cookies, chromium)).toEqual([...first('h', 11), ...first('s', 20)]);
  });

  test('Secure ones of high priority go last', () => {
    const cookies = [...some('h', 60, { priority: 'high', secure: true }), ...some('s', 121, { secure: true })];
    expect(gone(cookies, chromium)).toEqual(first('s', 31));
    expect(gone(some('h', 181, { priority: 'high', secure: true }), chromium)).toEqual(first('h', 31));
  });
});

describe('Firefox: the expired, else those that are not Secure', () => {
  test('the least recently used of those that are not Secure go, down to 150', () => {
    expect(gone([...some('s', 100, { secure: true }), ...some('c', 81)], firefox)).toEqual(first('c', 31));
  });

  test('the new one is never put out for itself', () => {
    expect(gone([...some('s', 180, { secure: true }), storedCookie('new', { at: 0 })], firefox)).toEqual(first('s', 31));
    expect(gone([...some('c', 5), ...some('s', 175, { secure: true }), storedCookie('new', { at: 0 })], firefox)).toEqual(
      first('c', 5),
    );
  });

  test('where some have expired, these count among them', () => {
    const cookies = [...some('c', 181 - 7), ...some('x', 7, { expires: instant(NOW) })];
    expect(gone([...cookies.slice(0, -1), storedCookie('x6', { expires: instant(NOW), at: 6000, serial: 6 })], firefox)).toEqual([
      ...first('x', 6),
      ...first('c', 25),
    ]);
  });

  test('more expired than have to go, go all', () => {
    const cookies = [...some('x', 40, { expires: instant(NOW - 1) }), ...some('c', 141)];
    expect(gone(cookies, firefox)).toEqual(first('x', 40));
  });

  test.each([
    ['180 Secure ones', some('s', 180, { secure: true }), true],
    ['179 Secure ones', some('s', 179, { secure: true }), false],
    ['one that is not Secure among them', [...some('s', 180, { secure: true }), storedCookie('c')], false],
    [
      'one that has expired among them',
      [...some('s', 179, { secure: true }), storedCookie('x', { secure: true, expires: NOW })],
      false,
    ],
    [
      '180, some in another partition',
      [
        ...some('s', 100, { secure: true }),
        ...some('p', 80, { secure: true, partition: { topLevelSite: 'https://b.test', crossSiteAncestor: true } }),
      ],
      false,
    ],
  ])('whether there is no room for one that is not Secure: %s', (_, cookies, full) => {
    expect(hasOnlySecureLeft(cookies, { partition: null, secure: false }, firefox, NOW)).toBe(full);
    expect(hasOnlySecureLeft(cookies, { partition: null, secure: true }, firefox, NOW)).toBe(false);
    expect(hasOnlySecureLeft(cookies, { partition: null, secure: false }, chromium, NOW)).toBe(false);
  });
});

describe('a partition: 10,240 octets of names and values, and 180 cookies', () => {
  const partition = { topLevelSite: 'https://b.test', crossSiteAncestor: true };
  // Name and value of 1024 octets together.
  const large = (n: number, more: More = {}): StoredCookie =>
    storedCookie(`c${n}`, { at: n, serial: n, partition, value: bytes('v'.repeat(1024 - `c${n}`.length)), ...more });

  test.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
  ])('%s: the least recently used go until it fits', (_, limits) => {
    const ten = Array.from({ length: 10 }, (_, n) => large(n));
    expect(gone(ten, limits)).toEqual([]);
    expect(gone([...ten, storedCookie('x', { partition, at: -1 })], limits)).toEqual(['x']);
    expect(gone([...ten, storedCookie('x', { partition, at: 99 })], limits)).toEqual(['c0']);
    expect(gone(some('p', 180, { partition }), limits)).toEqual([]);
    expect(gone(some('p', 181, { partition }), limits)).toEqual(['p0']);
  });

  test('the expired go first', () => {
    const cookies = [large(0), ...Array.from({ length: 10 }, (_, n) => large(n + 1, n === 4 ? { expires: NOW } : {}))];
    expect(gone(cookies, chromium)).toEqual(['c5']);
  });

  test('without partition octets do not count', () => {
    expect(
      gone(
        Array.from({ length: 20 }, (_, n) => large(n, { partition: null })),
        chromium,
      ),
    ).toEqual([]);
  });
});

describe('the whole jar, 3300 cookies at most', () => {
  const many = (count: number, more: More = {}): readonly StoredCookie[] =>
    Array.from({ length: count }, (_, n) => storedCookie(`c${n}`, { domain: `site${n}.test`, at: n, serial: n, ...more }));

  test.each([
    ['Chromium', chromium, 30],
    ['Firefox', firefox, 33],
  ])('%s: cut to 3000, the least recently used of those not used for %d days', (_, limits, days) => {
    expect(surplusOfAll(many(3300), limits, NOW)).toEqual([]);
    expect(namesOf(surplusOfAll(many(3301), limits, NOW))).toEqual(first('c', 301));
    const recent = NOW - limits.recentDays * DAY;
    expect(limits.recentDays).toBe(days);
    expect(surplusOfAll(many(3301, { at: recent }), limits, NOW)).toEqual([]);
    expect(surplusOfAll(many(3301, { at: recent - 1 }), limits, NOW)).toHaveLength(301);
  });

  test('the expired go first, then those that are not Secure', () => {
    const cookies = [
      ...many(200, { secure: true }),
      ...some('x', 100, { expires: NOW, domain: 'x.test' }),
      ...some('n', 3001, { domain: 'n.test', at: 5 }),
    ];
    expect(namesOf(surplusOfAll(cookies, chromium, NOW))).toEqual([...first('x', 100), ...first('n', 201)]);
  });

  test('makes room when a cookie is put in, and not before', () => {
    const jar = new Jar();
    for (const cookie of many(3301)) jar.put(cookie);
    const cookie = storedCookie('new', { domain: 'new.test', at: NOW });
    jar.put(cookie);
    expect(evictFor(jar, { cookie, siteKey: 'new.test', at: NOW }, chromium)).toHaveLength(302);
    expect(jar.size).toBe(3000);
    expect(jar.oldestAccess).toBe(302);
    expect(evictFor(jar, { cookie, siteKey: 'new.test', at: NOW }, chromium)).toEqual([]);
  });
});
