import { expect, test } from 'vitest';
import { bytes } from '../../engine/base/bytes';
import { readLine } from '../../engine/header/read-line';
import { garbledIn } from './garbled';

test.each([
  ['foo=1; Path=/; SameSite=Lax, bar=2; Path=/; HttpOnly', ['foo=1; Path=/; SameSite=Lax', 'bar=2; Path=/; HttpOnly']],
  ['foo=1; HttpOnly, bar=2', ['foo=1; HttpOnly', 'bar=2']],
  ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=2; Path=/', ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2; Path=/']],
  ['a=1, b=2; Path=/', ['a=1', 'b=2; Path=/']],
])('two cookies in one line: %s', (line, expected) => {
  expect(garbledIn(readLine(bytes(line)))).toMatchObject({ kind: 'joined', lines: expected });
});

test.each([
  ['prefs={"a":1;"b":2}; Path=/', '{"a":1;"b":2}', [0]],
  ['prefs={"a":1;"b":2;"c":3}; Path=/', '{"a":1;"b":2;"c":3}', [0, 1]],
  ['said="one; two"; Secure', '"one; two"', [0]],
])('a value cut at its semicolon: %s', (line, value, rest) => {
  expect(garbledIn(readLine(bytes(line)))).toEqual({ kind: 'cut', value, rest });
});

test.each([
  'sid=1; Path=/; Secure; HttpOnly; SameSite=Lax',
  'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/',
  'a=1; Expires=Wednesday, 21-Oct-26 07:28:00 GMT',
  'list=a,b,c; Path=/',
  'prefs={"a":1,"b":2}; Path=/',
  'utm=(source=google,medium=cpc); Path=/',
  'q="a, b=c"; Path=/',
  'open={; Path=/; Secure',
  'x=1; Version=1; Path=/',
])('one cookie: %s', (line) => {
  expect(garbledIn(readLine(bytes(line)))).toBeNull();
});
