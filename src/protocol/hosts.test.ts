import { expect, test } from 'vitest';
import { hostPattern, patternsOf, withSockets } from './hosts';

test.each([
  ['https://a.example:8443/path?x', 'https://a.example/*'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1/*'],
  ['about:blank', null],
  ['chrome://settings', null],
  ['file:///tmp/x.html', null],
  ['not a url', null],
])('the pattern of %s is %s', (url, pattern) => {
  expect(hostPattern(url)).toBe(pattern);
});

test('a site is asked for with its subdomains and both schemes', () => {
  expect(patternsOf('a.example')).toEqual(['http://*.a.example/*', 'https://*.a.example/*']);
});

test.each(['127.0.0.1', '[::1]'])('the address %s has no subdomains', (address) => {
  expect(patternsOf(address)).toEqual([`http://${address}/*`, `https://${address}/*`]);
});

test('the web sockets of a host are asked for with it', () => {
  expect(withSockets(['https://a.example/*'])).toEqual(['https://a.example/*', 'wss://a.example/*']);
});
