import { describe, expect, test } from 'vitest';
import { NOON } from '../../../../test/build/clock';
import { aCookie } from '../../../../test/build/cookie';
import { bytesOfLatin1 } from '../../../analysis/engine/base/bytes';
import { instant } from '../../../analysis/engine/base/units';
import { cookieOf, draftOf, emptyDraft, faultOf, mended, objections, onCurrent } from './cookie-draft';

const sid = () => aCookie('sid=1').on('shop.example').secure().httpOnly().sameSite('lax');

test('what is not changed stays octet for octet, milliseconds and partition too', () => {
  const before = sid()
    .until(instant(NOON + 1234))
    .inPartition('https://top.example')
    .with({ value: bytesOfLatin1('\xff\xfe'), path: bytesOfLatin1('/\xe9') }).cookie;
  expect(cookieOf(draftOf(before), before)).toEqual(before);
  expect(cookieOf({ ...draftOf(before), name: 'sid2' }, before)).toEqual({ ...before, name: 'sid2' });
  expect(cookieOf({ ...draftOf(before), expires: '' }, before).expires).toBeNull();
});

test.each([
  ['a domain with a port', { domain: 'localhost:3000' }, 'domain'],
  ['a domain with a path', { domain: 'a.example/x' }, 'domain'],
  ['no domain', { domain: '' }, 'domain'],
  ['an address', { domain: '[::1]' }, null],
  ['a path without its slash', { path: 'x' }, 'path'],
  ['a date that is none', { expires: 'tomorrow' }, 'expires'],
  ['an empty name', { name: '' }, null],
] as const)('%s', (_what, part, fault) => {
  expect(faultOf({ ...emptyDraft('a.example', true), ...part })).toBe(fault);
});

test('what the site has set since the form opened stays where it was not edited', () => {
  const before = sid().cookie;
  const now = { ...before, value: bytesOfLatin1('renewed'), expires: instant(NOON) };
  const edited = cookieOf({ ...draftOf(before), sameSite: 'strict' }, before);
  expect(onCurrent(edited, before, now)).toEqual({ ...now, sameSite: 'strict' });
  expect(onCurrent(cookieOf({ ...draftOf(before), value: 'mine' }, before), before, now).value).toBe('mine');
});

describe('what a browser would not take from a server', () => {
  test.each([
    ['SameSite=None without Secure', aCookie('x=1').sameSite('none'), ['secure']],
    [
      '__Host- of a domain, in the clear',
      aCookie('__Host-x=1').forDomain('a.example').under('/sub'),
      ['secure', 'hostOnly', 'path'],
    ],
    ['a cookie without a name and a value', aCookie('='), undefined],
  ])('%s: the fewest changes that mend it', (_what, { cookie }, changes) => {
    const isTaken = (draft: Parameters<typeof cookieOf>[0]) => objections(cookieOf(draft, cookie), 'chromium', NOON).length === 0;
    expect(mended(draftOf(cookie), isTaken)?.changes).toEqual(changes);
  });

  test.each([
    ['a sound cookie', sid(), []],
    ['a prefix whose conditions it breaks', aCookie('__Host-x=1').on('a.example').secure().under('/sub'), ['prefix-host-path']],
    ['SameSite=None without Secure', aCookie('x=1').on('a.example').sameSite('none'), ['same-site-none-insecure']],
    ['a cookie without a name and a value', aCookie('='), ['syntax-empty']],
  ])('%s', (_what, { cookie }, reasons) => {
    expect(objections(cookie, 'chromium', NOON)).toEqual(reasons);
  });
});
