import { describe, expect, it } from 'vitest';
import { importFile } from '../import-file';
import { unsaidText } from '../sentences';
import type { ReadCookies } from './read-cookies';

const read = (file: unknown) =>
  importFile(new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file)), () => null);
function cookiesOf(file: unknown): ReadCookies {
  const found = read(file);
  if (found.kind !== 'cookies') throw new Error(JSON.stringify(found));
  return found;
}

const SID = { name: 'sid', value: '1', domain: '.a.example', path: '/' };
const IN_2030 = Date.UTC(2030, 2, 17, 17, 46, 40);

describe('the answer of a protocol is read as it came', () => {
  const bidi = { ...SID, value: { type: 'string', value: '1' }, size: 4, sameSite: 'default', expiry: 1_900_000_000 };
  it.each([
    ['WebDriver BiDi', { cookies: [bidi], partitionKey: { userContext: 'default' } }, { partition: null, expires: IN_2030 }],
    [
      'WebDriver BiDi, of one partition',
      { type: 'success', id: 7, result: { cookies: [bidi], partitionKey: { sourceOrigin: 'https://t.example' } } },
      { sameSite: 'absent', partition: { topLevelSite: 'https://t.example', crossSiteAncestor: null } },
    ],
    [
      'octets of WebDriver BiDi',
      { cookies: [{ ...bidi, value: { type: 'base64', value: '/wCA' } }] },
      { value: '\xff\x00\x80', domain: 'a.example' },
    ],
    ['CDP', { id: 3, result: { cookies: [{ ...SID, expires: -1, size: 4, session: true }] } }, { expires: null }],
    ['WebDriver', { value: [{ ...SID, expiry: 1_900_000_000, sameSite: 'Lax' }] }, { sameSite: 'lax', expires: IN_2030 }],
  ])('%s', (_, file, cookie) => {
    expect(cookiesOf(file).cookies).toMatchObject([cookie]);
  });
});

describe('cookies are found wherever a tool keeps them, under whatever spelling', () => {
  const tough = { key: 'sid', value: '1', domain: 'a.example', path: '/', hostOnly: true };
  it.each([
    ['.NET and Guzzle: capitals', [{ Name: 'sid', Value: '1', Domain: '.a.example', Path: '/', HttpOnly: true, Secure: true }]],
    ['Rust and Ruby: underscores', [{ ...SID, http_only: true, secure: 1, same_site: 'lax' }]],
    ['a session of Firefox', { cookies: [{ ...SID, domain: undefined, host: '.a.example', httponly: true, sameSite: 1 }] }],
    ['a store of tough-cookie', { 'a.example': { '/': { sid: { ...tough, httpOnly: true } } } }],
    ['Insomnia', { resources: [{ _type: 'cookie_jar', cookies: [{ ...tough, httpOnly: true }] }] }],
    ['one cookie by itself', { ...SID, httpOnly: true }],
    ['a text of JSON', JSON.stringify(JSON.stringify([{ ...SID, httpOnly: true }]))],
    ['JSON Lines', `${JSON.stringify({ ...SID, httpOnly: true })}\n{"name":"cut o`],
    ['a list whose first entry is none', [null, { ...SID, httpOnly: true }]],
    ['what Playwright takes: an address', [{ name: 'sid', value: '1', url: 'https://a.example/x', httpOnly: true }]],
  ])('%s', (_, file) => {
    expect(cookiesOf(file).cookies).toMatchObject([{ name: 'sid', value: '1', domain: 'a.example', httpOnly: true }]);
  });

  it('an entry that is none is told by its place there', () => {
    const file = { resources: [{ _type: 'cookie_jar', cookies: [tough, { ...tough, value: 7 }] }] };
    expect(cookiesOf(file)).toMatchObject({ faults: [{ place: 'resources[0].cookies[1].value', kind: 'wrong-type' }] });
  });
});

describe('an expiry is read in the unit in which it was written', () => {
  const seconds = unsaidText('seconds');
  it.each([
    ['seconds', { expires: 1_900_000_000 }, IN_2030, false],
    ['seconds in a text', { expires: '1900000000' }, IN_2030, false],
    ['the end of the year 9999', { expires: 253_402_300_799 }, Date.UTC(9999, 11, 31, 23, 59, 59), false],
    ['milliseconds (Cookie Store API)', { expires: 1_900_000_000_000 }, IN_2030, true],
    ['microseconds', { expiry: 1_900_000_000_000_000 }, IN_2030, true],
    ['microseconds since 1601 (Chromium)', { expirationDate: 13_544_473_600_000_000 }, IN_2030, true],
    ['a date', { expires: 'Sun, 17 Mar 2030 17:46:40 GMT' }, IN_2030, false],
    ['Session', { expires: 'Session' }, null, false],
    ['Max-Age since the cookie was set', { maxAge: 60, creation: '2030-03-17T17:45:40.000Z' }, IN_2030, false],
    ['Max-Age that is over', { maxAge: '-Infinity', creation: '2030-03-17T17:45:40.000Z' }, 0, false],
  ])('%s', (_, written, expires, isSaid) => {
    const { cookies, unsaid } = cookiesOf([{ ...SID, ...written }]);
    expect(cookies).toMatchObject([{ expires }]);
    expect(unsaid.map(unsaidText).includes(seconds)).toBe(isSaid);
  });

  it('a Max-Age of which it is not known when it began is said', () => {
    expect(cookiesOf([{ ...SID, maxAge: 60 }])).toMatchObject({
      cookies: [{ expires: null }],
      unsaid: expect.arrayContaining(['max-age']),
    });
  });

  it('in cookies.txt too', () => {
    const line = (until: string) => `a.example\tFALSE\t/\tFALSE\t${until}\tsid\t1\n`;
    const { cookies, unsaid } = cookiesOf(line('1900000000000') + line('1.9e9') + line('13544473600000000'));
    expect(cookies.map(({ expires }) => expires)).toEqual([IN_2030, IN_2030, IN_2030]);
    expect(unsaid).toContain('seconds');
  });
});

describe('a cookie is not moved to where it was not', () => {
  it.each([
    ['an opaque partition', { partitionKeyOpaque: true }, 'partitionKey', 'no-partition'],
    ['a partition without a site', { partitioned: true }, 'partitionKey', 'no-partition'],
    ['a host with a port', { domain: 'localhost:3000' }, 'domain', 'no-domain'],
    ['no host', { domain: null }, 'domain', 'missing'],
  ])('%s is a fault', (_, odd, field, kind) => {
    expect(read([{ ...SID, ...odd }])).toMatchObject({ why: 'nothing-valid', faults: [{ place: `[0].${field}`, kind }] });
  });

  it.each([
    [
      'a domain in letters of its language',
      { domain: '.münchen.example' },
      { domain: 'xn--mnchen-3ya.example', hostOnly: false },
    ],
    ['an address of IPv6', { domain: '[::1]' }, { domain: '[::1]' }],
    [
      'a partition of a session of Firefox',
      { partitionKey: '(https,t.example)' },
      { partition: { topLevelSite: 'https://t.example' } },
    ],
  ])('%s is read', (_, odd, cookie) => {
    expect(cookiesOf([{ ...SID, ...odd }]).cookies).toMatchObject([cookie]);
  });
});

it('cookies.txt whose tabs have become spaces is read, and it is said', () => {
  const { cookies, unsaid } = cookiesOf('# Netscape HTTP Cookie File\n.a.example   TRUE  /  FALSE  0  sid   a b\n');
  expect(cookies).toMatchObject([{ name: 'sid', value: 'a b', domain: 'a.example', hostOnly: false }]);
  expect(unsaid).toContain('tabs');
});
