import { expect, test } from 'vitest';
import { keptRequestHeaders, keptResponseHeaders, octetsOfFirst, secretHeaders, setCookieLines } from './headers';

test("Chromium's lines stay one an entry, in order", () => {
  const headers = [
    { name: 'Set-Cookie', value: 'a=1' },
    { name: 'X-Other', value: 'x' },
    { name: 'set-cookie', value: 'b=2; Secure' },
  ];
  expect(setCookieLines(headers, 'chromium')).toEqual(['a=1', 'b=2; Secure']);
});

test("Firefox's joined lines are taken apart", () => {
  expect(setCookieLines([{ name: 'set-cookie', value: 'a=1\nb=2\n' }], 'firefox')).toEqual(['a=1', 'b=2', '']);
});

test('an octet that is not UTF-8 comes through from both browsers', () => {
  expect(setCookieLines([{ name: 'set-cookie', binaryValue: [0x63, 0x3d, 0xe9] }], 'chromium')).toEqual(['c=\u00e9']);
  expect(setCookieLines([{ name: 'set-cookie', value: 'c=\u00e9' }], 'firefox')).toEqual(['c=\u00e9']);
});

test('text of two octets a character has the same octets from both browsers', () => {
  expect(setCookieLines([{ name: 'set-cookie', value: 'c=é' }], 'chromium')).toEqual(['c=\u00c3\u00a9']);
  expect(setCookieLines([{ name: 'set-cookie', value: 'c=\u00c3\u00a9' }], 'firefox')).toEqual(['c=\u00c3\u00a9']);
});

test('a NUL and 100 kB survive', () => {
  const line = `a=\0${'x'.repeat(100_000)}`;
  expect(setCookieLines([{ name: 'set-cookie', value: line }], 'chromium')).toEqual([line]);
});

test('300 lines stay 300', () => {
  const lines = Array.from({ length: 300 }, (_, n) => `c${n}=${n}`);
  expect(setCookieLines([{ name: 'set-cookie', value: lines.join('\n') }], 'firefox')).toEqual(lines);
});

test('keeps what explains a cookie, and nothing secret', () => {
  const sent = ['Sec-Fetch-Site', 'Origin', 'Cookie', 'Authorization', 'X-CSRF-Token', 'User-Agent'].map((name) => ({
    name,
    value: 'v',
  }));
  expect(keptRequestHeaders(sent, 'chromium').map(({ name }) => name)).toEqual(['sec-fetch-site', 'origin']);
  const received = ['Location', 'Set-Cookie', 'Authentication-Info', 'Cache-Control'].map((name) => ({ name, value: 'v' }));
  expect(keptResponseHeaders(received, 'chromium').map(({ name }) => name)).toEqual(['location', 'cache-control']);
});

test('of a header that may bear a token only a digest is kept', () => {
  const headers = [
    { name: 'X-CSRF-Token', value: 'abcdefghij' },
    { name: 'Accept', value: '*/*' },
  ];
  expect(secretHeaders(headers, 'chromium', () => 'digest')).toEqual([{ name: 'x-csrf-token', digest: 'digest' }]);
});

test('a header that is not there is null, an empty one is not', () => {
  expect(octetsOfFirst([], 'cookie', 'chromium')).toBeNull();
  expect(octetsOfFirst([{ name: 'Cookie', value: '' }], 'cookie', 'chromium')).toBe('');
});
