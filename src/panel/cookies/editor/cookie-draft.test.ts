import { describe, expect, test } from 'vitest';
import { NOON } from '../../../../test/build/clock';
import { aCookie } from '../../../../test/build/cookie';
import { bytesOfLatin1 } from '../../../analysis/engine/base/bytes';
import { instant } from '../../../analysis/engine/base/units';
import { cookieOf, draftOf, emptyDraft, faultOf, objections } from './cookie-draft';

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

describe('what a browser would not take from a server', () => {
  test.each([
    ['a sound cookie', sid(), []],
    ['a prefix whose conditions it breaks', aCookie('__Host-x=1').on('a.example').secure().under('/sub'), ['prefix-host-path']],
    ['SameSite=None without Secure', aCookie('x=1').on('a.example').sameSite('none'), ['same-site-none-insecure']],
    ['a cookie without a name and a value', aCookie('='), ['syntax-empty']],
  ])('%s', (_what, { cookie }, reasons) => {
    expect(objections(cookie, 'chromium', NOON)).toEqual(reasons);
  });
});
