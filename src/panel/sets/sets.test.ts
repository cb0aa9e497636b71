import { expect, test } from 'vitest';
import { aCookie } from '../../../test/build/cookie';
import { instant } from '../../analysis/engine/base/units';
import { identityKey } from '../../analysis/replay/jar-history/cookie-keys';
import { storedSet } from '../../formats/cookies/saved-set';
import { editsOf, setChanges } from './set-changes';
import { setKey, setsOf } from './set-list';

const sid = (value: string) => aCookie(`sid=${value}`).on('shop.example').httpOnly().secure().cookie;
const theme = aCookie('theme=dark').forDomain('shop.example').until(instant(4_000_000_000_000)).cookie;
const apart = aCookie('apart=1')
  .on('shop.example')
  .secure()
  .with({
    sameSite: 'none',
    partition: { topLevelSite: 'https://top.example', crossSiteAncestor: true },
  }).cookie;
const over = aCookie('over=1').on('shop.example').until(instant(1000)).cookie;

const changesFrom = (held: readonly (typeof theme)[], set: readonly (typeof theme)[]) =>
  setChanges(set, held, {
    jar: {
      find: (cookie: Parameters<typeof identityKey>[0]) => held.find((each) => identityKey(each) === identityKey(cookie)) ?? null,
    } as never,
    browser: 'chromium',
    at: 2000,
  });

test('a set is stored and read again with every attribute', () => {
  const items = {
    [setKey('shop.example', 'a/b — Älice')]: JSON.parse(
      JSON.stringify(storedSet({ savedAt: instant(5), cookies: [sid('1'), theme, apart] })),
    ),
  };
  expect(setsOf('shop.example', items)).toEqual([
    { key: 'set/shop.example/a/b — Älice', name: 'a/b — Älice', set: { savedAt: 5, cookies: [sid('1'), theme, apart] } },
  ]);
  expect(setsOf('example', items)).toEqual([]);
});

test.each([
  ['nothing', null],
  ['a text', 'x'],
  ['a set of a later version', { ...storedSet({ savedAt: instant(5), cookies: [theme] }), version: 2 }],
  ['a set with one wrong cookie', { ...storedSet({ savedAt: instant(5), cookies: [theme] }), cookies: [{ name: 'a' }] }],
])('%s in the storage is listed as unreadable, beside the others', (_, stored) => {
  const items = {
    'set/shop.example/Old': stored,
    'set/shop.example/Alice': storedSet({ savedAt: instant(5), cookies: [theme] }),
  };
  expect(setsOf('shop.example', items).map(({ name, set }) => [name, set !== null])).toEqual([
    ['Alice', true],
    ['Old', false],
  ]);
});

test('switching writes what is new or differs, deletes what the set has not, and leaves what is the same', () => {
  const changes = changesFrom([sid('bob'), theme, aCookie('only-bob=1').on('shop.example').cookie], [sid('alice'), theme, apart]);
  expect(changes.written.map(({ cookie }) => cookie)).toEqual(expect.arrayContaining([sid('alice'), apart]));
  expect(changes.same.map(({ cookie }) => cookie)).toEqual([theme]);
  expect(editsOf(changes)).toEqual([
    { before: sid('bob'), after: sid('alice') },
    { before: null, after: apart },
    { before: aCookie('only-bob=1').on('shop.example').cookie, after: null },
  ]);
});

test('a cookie of the set that has expired since is not written, and what stands in its place is deleted', () => {
  const now = { ...over, expires: null };
  const changes = changesFrom([now], [over]);
  expect(changes.expired.map(({ cookie }) => cookie)).toEqual([over]);
  expect(editsOf(changes)).toEqual([{ before: now, after: null }]);
});
