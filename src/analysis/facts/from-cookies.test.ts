import { describe, expect, test } from 'vitest';
import { instant } from '../engine/base/units';
import { cookieChanged, jarCookie, jarSnapshot, type WireCookie } from './from-cookies';

const cookie: WireCookie = {
  name: 'sid',
  value: 'é',
  domain: '.a.example',
  hostOnly: false,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  expirationDate: 1_800_000_000.5,
  storeId: '0',
};

test('a cookie of the API becomes octets, without the leading dot, in milliseconds', () => {
  expect(jarCookie(cookie, 'chromium')).toEqual({
    name: 'sid',
    value: '\u00c3\u00a9',
    domain: 'a.example',
    hostOnly: false,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    expires: 1_800_000_000_500,
    partition: null,
  });
});

test.each([
  ['unspecified', 'absent'],
  [undefined, 'absent'],
  ['no_restriction', 'none'],
  ['strict', 'strict'],
])('SameSite %s is %s', (sameSite, expected) => {
  expect(jarCookie({ ...cookie, sameSite }, 'chromium').sameSite).toBe(expected);
});

test('a session cookie has no expiry', () => {
  expect(jarCookie({ ...cookie, expirationDate: undefined }, 'chromium').expires).toBeNull();
});

describe('the partition', () => {
  test.each([
    [undefined, null],
    [null, null],
    [{}, null],
    [{ topLevelSite: 'https://top.example' }, { topLevelSite: 'https://top.example', crossSiteAncestor: null }],
    [
      { topLevelSite: 'https://top.example', hasCrossSiteAncestor: true },
      { topLevelSite: 'https://top.example', crossSiteAncestor: true },
    ],
  ])('%j is %j', (partitionKey, expected) => {
    expect(jarCookie({ ...cookie, partitionKey }, 'chromium').partition).toEqual(expected);
  });
});

test('a change bears its cause, in our spelling', () => {
  const change = cookieChanged({ cookie, removed: true, cause: 'expired_overwrite' }, 'chromium', instant(5), () => 'd');
  expect(change).toMatchObject({ kind: 'cookie-changed', at: 5, storeId: '0', removed: true, cause: 'expired-overwrite' });
});

test('a reading of the jar says of which site and of which partitions it is', () => {
  expect(
    jarSnapshot(
      { storeId: '0', site: 'a.example' },
      { cookies: [cookie], partitions: ['https://a.example'] },
      'chromium',
      instant(7),
    ),
  ).toMatchObject({
    storeId: '0',
    site: 'a.example',
    partitions: ['https://a.example'],
    cookies: [{ name: 'sid' }],
  });
});

test.each([
  ['chromium', 'é'],
  // As its octets, one a character.
  ['firefox', '\u00c3\u00a9'],
] as const)('%s gives the name é as %s, which is the same octets', (dialect, name) => {
  expect(jarCookie({ ...cookie, name }, dialect).name).toBe('\u00c3\u00a9');
});
