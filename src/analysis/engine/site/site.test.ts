import { describe, expect, test } from 'vitest';
import { isIpAddress, isLocalhost, isLoopback } from './host';
import { isPublicSuffix, registrable, siteDomain } from './registrable';
import { remembered } from './remembered';
import { isSameSite } from './same-site';
import { siteOf, siteText } from './schemeful';
import { isTrustworthy } from './trustworthy';
import { urlParts } from './url-parts';

describe('the registrable domain', () => {
  test.each([
    ['a.test', 'a.test'],
    ['x.www.a.test', 'a.test'],
    ['a.co.uk', 'a.co.uk'],
    ['www.a.co.uk', 'a.co.uk'],
    // Private suffixes count.
    ['foo.github.io', 'foo.github.io'],
    ['x.foo.github.io', 'foo.github.io'],
    // A wildcard, an exception from it, and the wildcard's parent.
    ['x.y.kawasaki.jp', 'x.y.kawasaki.jp'],
    ['x.city.kawasaki.jp', 'city.kawasaki.jp'],
    // The root's dot stays: another host to a browser.
    ['www.a.test.', 'a.test.'],
    ['bücher.example', 'bücher.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('of %s is %s', (host, domain) => {
    expect([registrable(host), isPublicSuffix(host), siteDomain(host)]).toEqual([domain, false, domain]);
  });

  test.each(['test', 'co.uk', 'github.io', 'kawasaki.jp', 'y.kawasaki.jp', 'localhost', 'test.'])(
    'there is none for the public suffix %s',
    (host) => {
      expect([registrable(host), isPublicSuffix(host), siteDomain(host)]).toEqual([null, true, host]);
    },
  );

  test.each(['127.0.0.1', '[::1]', '.a.test', 'a..test', 'a.test..', ''])(
    'there is none for %j, nor is it a public suffix',
    (host) => {
      expect([registrable(host), isPublicSuffix(host), siteDomain(host)]).toEqual([null, false, host]);
    },
  );

  test('is one string object for all hosts of a site, so that comparing it is quick', () => {
    const calls: string[] = [];
    const first = remembered((question) => {
      calls.push(question);
      return { question };
    });
    expect(first('a')).toBe(first('a'));
    expect(calls).toEqual(['a']);
  });

  test('answers to long questions are not kept, and no more than so many of the rest', () => {
    let asked = 0;
    const of = remembered((question) => {
      asked++;
      return question.slice(0, 1);
    }, 2);
    of('x'.repeat(2049));
    of('x'.repeat(2049));
    expect(asked).toBe(2);
    of('x'.repeat(2048));
    of('x'.repeat(2048));
    expect(asked).toBe(3);
    of('b');
    of('c');
    of('x'.repeat(2048));
    expect(asked).toBe(6);
    of('c');
    expect(asked).toBe(6);
  });
});

describe('same-site', () => {
  test.each([
    // a, b, schemeful, without schemes
    ['https://a.test', 'https://a.test', true, true],
    ['https://a.test', 'https://www.a.test:8443', true, true],
    ['https://a.test', 'http://a.test', false, true],
    ['wss://a.test', 'https://a.test', true, true],
    ['ws://a.test', 'http://a.test', true, true],
    ['ws://a.test', 'https://a.test', false, true],
    ['https://a.test', 'https://b.test', false, false],
    ['https://foo.github.io', 'https://bar.github.io', false, false],
    ['https://127.0.0.1', 'https://127.0.0.1', true, true],
    ['https://127.0.0.1', 'https://127.0.0.2', false, false],
    ['https://a.test', 'https://a.test.', false, false],
    // Opaque: same-site with nothing, itself included.
    ['null', 'null', false, false],
    ['https://a.test', 'null', false, false],
    ['about:blank', 'about:blank', false, false],
  ])('%s and %s: %s, without schemes %s', (a, b, schemeful, schemeless) => {
    expect([isSameSite(siteOf(a), siteOf(b), true), isSameSite(siteOf(b), siteOf(a), false)]).toEqual([schemeful, schemeless]);
  });

  test('a site is written as browsers do', () => {
    const site = siteOf('wss://www.a.test:99/x');
    expect(site === null ? null : siteText(site)).toBe('https://a.test');
  });
});

describe('a URL', () => {
  test.each([
    ['https://a.test/x/y?z#w', { scheme: 'https', host: 'a.test', port: '', path: '/x/y' }],
    ['HTTP://A.Test:8080', { scheme: 'http', host: 'a.test', port: '8080', path: '/' }],
    ['https://user:pass@a.test/', { scheme: 'https', host: 'a.test', port: '', path: '/' }],
    ['https://a.test?x=/y', { scheme: 'https', host: 'a.test', port: '', path: '/' }],
    ['http://[::1]:80/x', { scheme: 'http', host: '[::1]', port: '80', path: '/x' }],
    ['http://a.test./', { scheme: 'http', host: 'a.test.', port: '', path: '/' }],
    ['https://a.test/é', { scheme: 'https', host: 'a.test', port: '', path: '/\xc3\xa9' }],
    ['chrome-extension://abc/x', { scheme: 'chrome-extension', host: 'abc', port: '', path: '/x' }],
  ])('%s has its parts', (url, parts) => {
    expect(urlParts(url)).toEqual(parts);
  });

  test.each(['about:blank', 'data:text/html,x', 'null', '', 'https://', 'https:///x', 'a.test', 'xhttps//a.test'])(
    '%j has no host',
    (url) => {
      expect(urlParts(url)).toBeNull();
    },
  );

  test.each([
    ['https://a.test/', true],
    ['wss://a.test/', true],
    ['http://a.test/', false],
    ['ws://a.test/', false],
    ['http://localhost/', true],
    ['http://localhost./', true],
    ['http://x.localhost/', true],
    ['http://xlocalhost/', false],
    ['http://localhost.test/', false],
    ['http://127.0.0.1/', true],
    ['http://127.1.2.3/', true],
    ['http://128.0.0.1/', false],
    ['http://127.a.test/', false],
    ['http://[::1]/', true],
    ['http://[::2]/', false],
  ])('%s is trustworthy: %s', (url, expected) => {
    const parts = urlParts(url);
    expect(parts !== null && isTrustworthy(parts)).toBe(expected);
  });
});

describe('a host', () => {
  test.each([
    ['127.0.0.1', true],
    ['255.255.255.255', true],
    ['[2001:db8::1]', true],
    ['a.test', false],
    ['1.2.3', false],
    ['1.2.3.4.5', false],
    ['x1.2.3.4', false],
    ['1.2.3.4.test', false],
    ['1234.0.0.1', false],
    ['a]', false],
    ['', false],
  ])('%j is an IP address: %s', (host, expected) => {
    expect(isIpAddress(host)).toBe(expected);
  });

  test('is this machine by name or address', () => {
    expect(['localhost', 'a.localhost', 'localhost.', 'a.localhost.'].filter((host) => !isLocalhost(host))).toEqual([]);
    expect(['local', 'localhosta', 'localhost.a', ''].filter(isLocalhost)).toEqual([]);
    expect(['127.0.0.1', '127.255.0.9', '[::1]'].filter((host) => !isLoopback(host))).toEqual([]);
    expect(['127.', '12.0.0.1', '1127.0.0.1', '::1', 'x127.0.0.1'].filter(isLoopback)).toEqual([]);
  });
});
