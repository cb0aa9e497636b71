import { describe, expect, test } from 'vitest';
import { storedCookie } from '../../../../test/build/stored-cookie';
import { bytes } from '../base/bytes';
import { instant } from '../base/units';
import { isSamePartition, isSamePlace } from './identity';
import { Jar } from './jar';
import { inHeaderOrder, inScriptOrder } from './order';
import { isOver, type StoredCookie } from './stored-cookie';

const HERE = { topLevelSite: 'https://b.test', crossSiteAncestor: true };

describe('identity: name, domain, host-only, path, partition', () => {
  const cookie = storedCookie('a');
  test.each<[string, Partial<StoredCookie>, boolean]>([
    ['the same', {}, true],
    ['another value', { value: bytes('x') }, true],
    ['another domain', { domain: 'www.a.test' }, false],
    ['a domain cookie', { hostOnly: false }, false],
    ['another path', { path: bytes('/x') }, false],
    ['a partition', { partition: HERE }, false],
  ])('%s', (_, change, same) => {
    expect(isSamePlace(cookie, { ...cookie, ...change })).toBe(same);
    const jar = new Jar();
    jar.put(cookie);
    const before = jar.put({ ...cookie, ...change });
    expect([before, jar.size]).toEqual(same ? [cookie, 1] : [null, 2]);
  });

  test.each([
    [null, null, true],
    [null, HERE, false],
    [HERE, null, false],
    [HERE, { ...HERE }, true],
    [HERE, { ...HERE, topLevelSite: 'http://b.test' }, false],
    [HERE, { ...HERE, crossSiteAncestor: false }, false],
    [HERE, { ...HERE, crossSiteAncestor: null }, false],
  ])('partitions %j and %j are one: %s', (a, b, same) => {
    expect(isSamePartition(a, b)).toBe(same);
  });
});

describe('the order of the Cookie header, §5.8.3 step 2', () => {
  test.each([
    ['a longer path', [{ path: '/x/y' }, { path: '/x' }]],
    ['an earlier creation', [{ at: 1 }, { at: 2 }]],
    ['the first made, where times are equal', [{ serial: 1 }, { serial: 2 }]],
    ['a longer path, although later', [{ path: '/x', at: 2 }, { at: 1 }]],
  ])('%s goes first', (_, [first, second]) => {
    const cookies = [storedCookie('z', first), storedCookie('a', second)];
    expect([...cookies].reverse().sort(inHeaderOrder)).toEqual(cookies);
  });

  test('in document.cookie Firefox goes by what a script wrote last, among equal paths', () => {
    const [long, early, late] = [
      storedCookie('l', { path: '/x', scriptSerial: 9 }),
      storedCookie('e', { at: 5, serial: 1, scriptSerial: 1 }),
      storedCookie('r', { at: 1, serial: 0, scriptSerial: 2 }),
    ];
    expect([late, early, long].sort(inScriptOrder)).toEqual([long, early, late]);
  });
});

describe('the jar', () => {
  const filled = (...cookies: readonly StoredCookie[]): Jar => {
    const jar = new Jar();
    for (const cookie of cookies) jar.put(cookie);
    return jar;
  };
  const own = storedCookie('own', { domain: 'www.a.test' });
  const wide = storedCookie('wide', { domain: 'a.test', hostOnly: false });
  const parent = storedCookie('parent', { domain: 'a.test' });
  const other = storedCookie('other', { domain: 'b.test' });

  test('gives the cookies of a host’s site, and those that cover the host', () => {
    const jar = filled(own, wide, parent, other);
    expect(jar.ofSite('x.a.test')).toEqual([own, wide, parent]);
    expect(jar.candidates('www.a.test')).toEqual([own, wide]);
    expect(jar.candidates('a.test')).toEqual([wide, parent]);
    expect(jar.candidates('x.www.a.test')).toEqual([wide]);
    expect([jar.ofSite('c.test'), jar.candidates('c.test'), jar.site('c.test')]).toEqual([[], [], null]);
    expect([...jar.all()]).toEqual([own, wide, parent, other]);
  });

  test('finds by identity and by name', () => {
    const jar = filled(own, wide, storedCookie('own', { domain: 'a.test' }));
    expect(jar.find({ ...own, value: bytes('x') } as StoredCookie)).toBe(own);
    expect(jar.find({ ...own, path: bytes('/x') })).toBeNull();
    expect(jar.find({ ...own, domain: 'c.test' })).toBeNull();
    expect(jar.named('a.test', bytes('own'))).toHaveLength(2);
    expect(jar.named('a.test', bytes('x'))).toEqual([]);
    expect(jar.named('c.test', bytes('own'))).toEqual([]);
  });

  test('takes out what is there, and says what it was', () => {
    const jar = filled(own, wide);
    expect(jar.remove({ ...own, path: bytes('/x') })).toBeNull();
    expect(jar.remove({ ...own, domain: 'c.test' })).toBeNull();
    expect(jar.remove(own)).toBe(own);
    expect([jar.size, jar.find(own), jar.remove(own)]).toEqual([1, null, null]);
    expect(jar.ofSite('a.test')).toEqual([wide]);
    jar.remove(wide);
    expect([jar.size, jar.site('a.test'), jar.ofSite('a.test')]).toEqual([0, null, []]);
  });

  test('a list that was given out shows the jar as it stood', () => {
    const jar = filled(own);
    const before = jar.ofSite('a.test');
    jar.put({ ...own, value: bytes('new') });
    jar.put(wide);
    expect(before).toEqual([own]);
    expect(jar.ofSite('a.test')).toHaveLength(2);
    jar.remove(own);
    expect(before).toEqual([own]);
  });

  test('numbers what is made after what is there', () => {
    const jar = new Jar();
    expect(jar.nextSerial).toBe(0);
    jar.put(storedCookie('a', { serial: 0 }));
    expect(jar.nextSerial).toBe(1);
    jar.put(storedCookie('b', { serial: 7, scriptSerial: 9 }));
    expect(jar.nextSerial).toBe(10);
    jar.put(storedCookie('c', { serial: 3 }));
    expect(jar.nextSerial).toBe(10);
  });

  test('knows since when nothing was used', () => {
    const jar = filled(storedCookie('a', { at: 5 }), storedCookie('b', { at: 9 }));
    expect(jar.oldestAccess).toBe(5);
    jar.remove(storedCookie('a'));
    expect(jar.oldestAccess).toBe(5);
    jar.findOldest();
    expect(jar.oldestAccess).toBe(9);
    expect(new Jar().oldestAccess).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([1, 3, 4, 5, 60])('stays in order when %i cookies are put in between two looks', (count) => {
    const jar = filled(storedCookie('first', { path: '/x/y' }), storedCookie('last', { at: 999, serial: 999 }));
    jar.ofSite('a.test');
    for (let n = 0; n < count; n++) jar.put(storedCookie(`c${n}`, { at: n, serial: n, path: n % 2 === 0 ? '/' : '/x' }));
    expect(jar.ofSite('a.test')).toEqual([...jar.all()].sort(inHeaderOrder));
    expect(jar.ofSite('a.test')).toHaveLength(count + 2);
    for (let n = 0; n < count; n++) expect(jar.find(storedCookie(`c${n}`, { path: n % 2 === 0 ? '/' : '/x' }))?.serial).toBe(n);
  });

  test('a cookie is over from the instant of its expiry on', () => {
    expect([99, 100, 101].map((at) => isOver({ expires: instant(100) }, instant(at)))).toEqual([false, true, true]);
    expect(isOver({ expires: null }, instant(0))).toBe(false);
  });
});
