import { describe, expect, test } from 'vitest';
import type { Bytes } from '../base/units';
import { firstControl, innerTab } from './bad-octets';
import { parseCookieHeader } from './cookie-header';
import { hasHiddenPrefix, prefixOf } from './prefix';
import { readLine } from './read-line';

describe('the prefix of a name', () => {
  test.each([
    ['__Secure-a', 'secure'],
    ['__Host-a', 'host'],
    ['__Http-a', 'http'],
    ['__Host-Http-a', 'host-http'],
    ['__sEcUrE-', 'secure'],
    ['__HOST-HTTP-', 'host-http'],
    ['__HOST-HTT', 'host'],
    ['__HTTP-', 'http'],
    ['__Secure', 'none'],
    ['__Host', 'none'],
    ['_Host-a', 'none'],
    ['_x__Host-a', 'none'],
    ['x_Host-a', 'none'],
    ['_xHost-a', 'none'],
    ['__', 'none'],
    ['', 'none'],
    [' __Host-a', 'none'],
  ])('of %j is %s', (name, expected) => {
    expect(prefixOf(name as Bytes)).toBe(expected);
  });

  test.each([
    ['__Host-a', true],
    [' \t __host-a', true],
    ['\t__Secure-', true],
    ['x __Host-a', false],
    ['__Host', false],
    ['', false],
    ['  ', false],
  ])('is hidden in the value %j: %s', (value, expected) => {
    expect(hasHiddenPrefix(value as Bytes)).toBe(expected);
  });
});

describe('the first TAB inside', () => {
  test.each([
    ['a=1', -1],
    ['\ta\t=\t1\t', -1],
    ['a=1;\tb\t', -1],
    ['a\tb', 1],
    ['a\tb=1', 1],
    ['a=1\t2', 3],
    ['a=1\t2\t3', 3],
    ['a=\t1\t2', 4],
    ['a=1; b\tc', 6],
    ['a=1; b=\tc\td', 9],
    ['a=1;;\tb;c\td', 9],
    // A later equals sign splits nothing.
    ['a=1=\t2', 4],
    ['a=1 \t ; b', -1],
    ['', -1],
    ['\t', -1],
  ])('of %j is at %i', (line, at) => {
    expect(innerTab(line as Bytes)).toBe(at);
  });
});

describe('the first control character', () => {
  test.each([
    ['a=1', -1],
    ['a=1\t', -1],
    ['a=1\x80\xff', -1],
    ['a=1\x00', 3],
    ['a=1\x1f\x01', 3],
    ['a\x08=1', 1],
    ['a=1\x0a', 3],
    ['a=1; x\x7f', 6],
    ['a=1\x7f; \x01', 3],
    ['a=1\x01; \x7f', 3],
  ])('of %j is at %i', (line, at) => {
    expect(firstControl(line as Bytes)).toBe(at);
  });
});

describe('the pairs of a Cookie header', () => {
  test.each([
    ['a=1', ['a|1']],
    ['a=1; b=2', ['a|1', 'b|2']],
    ['a=1;b=2', ['a|1', 'b|2']],
    [' a=1 ;\tb=2\t', ['a|1', 'b|2']],
    ['a=1;; ;b=2;', ['a|1', 'b|2']],
    ['a=1=2', ['a|1=2']],
    ['=1', ['|1']],
    ['a=', ['a|']],
    ['k', ['k']],
    ['a = 1', ['a | 1']],
    ['', []],
    [';', []],
  ])('%j', (header, expected) => {
    const pairs = parseCookieHeader(header as Bytes);
    expect(pairs.map(({ name, value, hasEquals }) => (hasEquals ? `${name}|${value}` : value))).toEqual(expected);
    for (const { hasEquals, name, span } of pairs) {
      if (!hasEquals) expect(name).toBe('');
      expect(header.slice(span.start, span.end).trim()).toBe(header.slice(span.start, span.end));
    }
  });
});

/** A line's parts as text, and which attributes count. */
function placed(line: string) {
  const { nameSpan, valueSpan, attributes } = readLine(line as Bytes);
  const at = ({ start, end }: { readonly start: number; readonly end: number }) => line.slice(start, end);
  return [
    at(nameSpan),
    at(valueSpan),
    ...attributes.map(
      ({ known, span, nameSpan: own, valueSpan: of, hasEquals, counts }) =>
        `${known}${counts ? '!' : ''} ${at(span)} <${at(own)}${hasEquals ? '=' : ''}${at(of)}>`,
    ),
  ];
}

describe('every part of a line is placed', () => {
  test.each([
    ['a=1', ['a', '1']],
    [' a = 1 ', ['a', '1']],
    ['k', ['', 'k']],
    ['=1', ['', '1']],
    ['', ['', '']],
    ['a=1; Path = /x ;; Secure', ['a', '1', 'path! Path = /x <Path=/x>', 'secure! Secure <Secure>']],
    ['a=1; Path=/x; Path=/y', ['a', '1', 'path Path=/x <Path=/x>', 'path! Path=/y <Path=/y>']],
    ['a=1; Max-Age=1; Max-Age=x', ['a', '1', 'max-age! Max-Age=1 <Max-Age=1>', 'max-age Max-Age=x <Max-Age=x>']],
    ['a=1; Max-Age=x; Max-Age=y', ['a', '1', 'max-age! Max-Age=x <Max-Age=x>', 'max-age Max-Age=y <Max-Age=y>']],
    ['a=1; Secure=; x=y', ['a', '1', 'secure! Secure= <Secure=>', 'null x=y <x=y>']],
  ])('%j', (line, expected) => {
    expect(placed(line)).toEqual(expected);
  });

  test('without an equals sign name and value begin where the pair does', () => {
    expect(readLine(' k' as Bytes)).toMatchObject({ nameSpan: { start: 1, end: 1 }, valueSpan: { start: 1, end: 2 } });
    expect(readLine('k; Path' as Bytes).attributes[0]).toMatchObject({ valueSpan: { start: 7, end: 7 } });
  });
});
