import { expect, test } from 'vitest';
import { octetsOfFirst, secretHeaders, selectedRequestHeaders, selectedResponseHeaders, setCookieLines } from './headers';

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
  expect(selectedRequestHeaders(sent, 'chromium').map(({ name }) => name)).toEqual(['sec-fetch-site', 'origin']);
  const received = ['Location', 'Set-Cookie', 'Authentication-Info', 'Cache-Control'].map((name) => ({ name, value: 'v' }));
  expect(selectedResponseHeaders(received, 'chromium').map(({ name }) => name)).toEqual(['location', 'cache-control']);
});

test('of a header that may bear a token only a digest is kept', () => {
  const headers = [
    { name: 'X-CSRF-Token', value: 'abcdefghij' },
    { name: 'Accept', value: '*/*' },
  ];
  expect(secretHeaders(headers, 'chromium', () => 'digest')).toEqual([{ name: 'x-csrf-token', digest: 'digest' }]);
});

test.each([
  ['HX-Request', 'true', null],
  ['Next-Action', '7f0c3a91e2b4d5668899aabbccddeeff00112233', 'digest'],
  ['X-Custom-Thing', 'abcdefghij', 'digest'],
])('the name of %s, which no form of another site can send, is kept', (name, value, digest) => {
  expect(secretHeaders([{ name, value }], 'firefox', () => 'digest')).toEqual([{ name: name.toLowerCase(), digest }]);
});

test.each(['User-Agent', 'Accept-Language', 'Sec-CH-UA', 'If-None-Match', 'Content-Type', 'Cookie', 'Range', 'X-Client-Data'])(
  '%s, which browsers send by themselves, is not',
  (name) => {
    expect(secretHeaders([{ name, value: 'abcdefghij' }], 'chromium', () => 'digest')).toEqual([]);
  },
);

test('of a device-bound session neither challenge nor authorization is kept', () => {
  const value = '(ES256 RS256);path="/dbsc/start";challenge="c8f1aa";authorization="s3cret"';
  const [header] = selectedResponseHeaders([{ name: 'Secure-Session-Registration', value }], 'chromium');
  expect(header?.value).toBe('(ES256 RS256);path="/dbsc/start";challenge="";authorization=""');
  const [asked] = selectedResponseHeaders([{ name: 'Secure-Session-Challenge', value: '"new challenge";id="s1"' }], 'chromium');
  expect(asked?.value).toBe('"";id="s1"');
});

test('a header that is not there is null, an empty one is not', () => {
  expect(octetsOfFirst([], 'cookie', 'chromium')).toBeNull();
  expect(octetsOfFirst([{ name: 'Cookie', value: '' }], 'cookie', 'chromium')).toBe('');
});

test('what was typed into a form that sends its fields in the address is in no Referer and no Location', () => {
  const header = (name: string) => [{ name, value: 'https://a.example/q?password=hunter2' }];
  expect(selectedRequestHeaders(header('Referer'), 'chromium')).toEqual([
    { name: 'referer', value: 'https://a.example/q?password=***' },
  ]);
  expect(selectedResponseHeaders(header('Location'), 'firefox')).toEqual([
    { name: 'location', value: 'https://a.example/q?password=***' },
  ]);
});
