import { expect, test } from 'vitest';
import { NOON } from '../../../test/build/clock';
import { aCookie, type CookieBuilder } from '../../../test/build/cookie';
import { instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/fact';
import { isTicked, listedCookies, ofSite } from './cookie-list';

const on = (pair: string): CookieBuilder => aCookie(pair).on('shop.example').secure();
const nameOf = ({ name }: JarCookie): string => name;

/** What becomes of cookies of a file beside those of a jar. */
function listed(cookies: readonly CookieBuilder[], jar: readonly CookieBuilder[] = []) {
  const held = jar.map(({ cookie }) => cookie);
  return listedCookies(
    cookies.map(({ cookie }) => cookie),
    { jar: { find: (of) => (held.find(({ name }) => name === of.name) ?? null) as never }, browser: 'chromium', at: NOON },
  );
}

test('what the browser would refuse comes first and is not ticked, what changes something is', () => {
  const found = listed(
    [on('new=1'), on('same=1'), on('other=2'), aCookie('__Host-x=1').on('shop.example').secure().under('/sub')],
    [on('same=1'), on('other=1')],
  );
  expect(found.map((each) => [nameOf(each.cookie), each.standing.kind, isTicked(each)])).toEqual([
    ['__Host-x', 'refused', false],
    ['other', 'replaces', true],
    ['same', 'same', false],
    ['new', 'new', true],
  ]);
  expect(found[0]?.standing).toEqual({ kind: 'refused', reason: 'prefix-host-path' });
  expect(found[1]?.before?.value).toBe('1');
});

test('a cookie that is over is reported, for writing it would delete the one that is there', () => {
  const [over, alive] = listed([on('a=1').until(instant(NOON)), on('b=1').until(instant(NOON + 1000))]);
  expect([over?.standing.kind, alive?.standing.kind]).toEqual(['expired', 'new']);
});

test('a site has the cookies of its hosts', () => {
  const cookies = [on('a=1'), aCookie('b=1').on('www.shop.example'), aCookie('c=1').on('ads.example')];
  expect(
    ofSite(
      cookies.map(({ cookie }) => cookie),
      'shop.example',
    ).map(nameOf),
  ).toEqual(['a', 'b']);
});
