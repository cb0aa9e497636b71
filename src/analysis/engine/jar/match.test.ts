import { describe, expect, test } from 'vitest';
import { bytes } from '../base/bytes';
import { defaultPath, domainMatches, pathMatches } from './match';

describe('domain matching, §5.1.3', () => {
  test.each([
    // host, the cookie's domain
    ['a.test', 'a.test', true],
    ['www.a.test', 'a.test', true],
    ['x.www.a.test', 'a.test', true],
    ['a.test', 'www.a.test', false],
    ['xa.test', 'a.test', false],
    ['a.test', 'test', true],
    ['a.test', 'est', false],
    ['www.a.test', 'b.test', false],
    ['www.a.test.', 'a.test', false],
    ['www.a.test.', 'a.test.', true],
    // An address is no name: it has no domain above it.
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '0.0.1', false],
    ['1.127.0.0.1', '127.0.0.1', true],
    ['[::1]', '[::1]', true],
    ['[::1]', ':1]', false],
  ])('%s lies in %s: %s', (host, domain, expected) => {
    expect(domainMatches(host, domain)).toBe(expected);
  });
});

describe('path matching, §5.1.4', () => {
  test.each([
    // the request's path, the cookie's
    ['/', '/', true],
    ['/x', '/', true],
    ['/x', '/x', true],
    ['/x/', '/x', true],
    ['/x/y', '/x', true],
    ['/x/y', '/x/', true],
    ['/x', '/x/', false],
    ['/xy', '/x', false],
    ['/X', '/x', false],
    ['/', '/x', false],
    ['/y/x', '/x', false],
    ['/%78', '/x', false],
    ['x', '/', false],
    ['', '/', false],
    ['/', '', false],
  ])('%s lies in %s: %s', (path, cookie, expected) => {
    expect(pathMatches(bytes(path), bytes(cookie))).toBe(expected);
  });
});

describe('the default path, §5.1.4', () => {
  test.each([
    ['/', '/'],
    ['/x', '/'],
    ['/x/', '/x'],
    ['/x/y', '/x'],
    ['/x/y/', '/x/y'],
    ['//', '/'],
    ['//x', '/'],
    ['/x//y', '/x/'],
    ['', '/'],
    ['x/y', '/'],
  ])('of %j is %s', (path, expected) => {
    expect(defaultPath(bytes(path))).toBe(expected);
  });
});
