import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytes } from '../engine/base/bytes';
import { readLine } from '../engine/header/read-line';
import type { Change } from './change';
import { correct, corrected } from './correct';

const correctedLine = (line: string, ...changes: readonly Change[]): string => corrected(correct(readLine(bytes(line)), changes));

describe('the corrected line', () => {
  test.each<[string, string, readonly Change[], string]>([
    ['gains a flag', 'sid=1; Path=/', [{ kind: 'add-flag', flag: 'httponly' }], 'sid=1; Path=/; HttpOnly'],
    ['keeps a flag it has', 'sid=1; secure', [{ kind: 'add-flag', flag: 'secure' }], 'sid=1; secure'],
    ['loses an attribute', 'p=1; Domain=a.example; Path=/', [{ kind: 'drop', attribute: 'domain' }], 'p=1; Path=/'],
    ['loses every occurrence of it', 'p=1; Domain=a; Path=/; domain=b', [{ kind: 'drop', attribute: 'domain' }], 'p=1; Path=/'],
    [
      'gains an attribute with a value',
      'p=1; Secure',
      [{ kind: 'set', attribute: 'samesite', value: bytes('Lax') }],
      'p=1; Secure; SameSite=Lax',
    ],
    [
      'has a value changed in its place',
      'p=1; SameSite=Lex; Secure',
      [{ kind: 'set', attribute: 'samesite', value: bytes('Lax') }],
      'p=1; SameSite=Lax; Secure',
    ],
    [
      'keeps one of several',
      'p=1; SameSite=None; Secure; samesite=None',
      [{ kind: 'set', attribute: 'samesite', value: bytes('Lax') }],
      'p=1; Secure; samesite=Lax',
    ],
    ['gives a bare name its value', 'p=1; Path', [{ kind: 'set', attribute: 'path', value: bytes('/') }], 'p=1; Path=/'],
    ['is renamed', ' sid = 1 ; Secure', [{ kind: 'rename', name: bytes('__Host-sid') }], ' __Host-sid = 1 ; Secure'],
    ['has its value encoded', 'p=a b; Secure', [{ kind: 'value', value: bytes('a%20b') }], 'p=a%20b; Secure'],
    ['loses one occurrence by place', 'p=1; Secure; Secure', [{ kind: 'drop-at', at: 0 }], 'p=1; Secure'],
    [
      'has a misspelt one replaced, and not added again',
      'p=1; Http-Only',
      [
        { kind: 'replace-at', at: 0, text: bytes('HttpOnly') },
        { kind: 'add-flag', flag: 'httponly' },
      ],
      'p=1; HttpOnly',
    ],
    ['loses empty attributes', 'p=1; ; Secure;; Path=/;', [{ kind: 'drop-empty' }], 'p=1; Secure; Path=/'],
    ['gains a flag behind a last semicolon', 'p=1;', [{ kind: 'add-flag', flag: 'secure' }], 'p=1; Secure'],
  ])('%s', (_, line, changes, expected) => {
    expect(correctedLine(line, ...changes)).toBe(expected);
  });
});

test('hides the value where a mask is given, an encoded one too', () => {
  const edits = correct(readLine(bytes('sid=se cret; Path=/')), [{ kind: 'value', value: bytes('se%20cret') }]);
  expect(corrected(edits, () => '…')).toBe('sid=…; Path=/');
});

const attribute = fc.constantFrom(
  'Secure',
  'Path=/',
  'Domain=a.example',
  'SameSite=None',
  'HttpOnly',
  'x=y',
  '',
  ' ',
  'Max-Age=1',
  '=',
  'Expires',
);
const change = fc.constantFrom<Change>(
  { kind: 'add-flag', flag: 'secure' },
  { kind: 'drop', attribute: 'domain' },
  { kind: 'drop-at', at: 1 },
  { kind: 'replace-at', at: 0, text: bytes('HttpOnly') },
  { kind: 'set', attribute: 'samesite', value: bytes('Lax') },
  { kind: 'drop-empty' },
  { kind: 'rename', name: bytes('n') },
  { kind: 'value', value: bytes('v') },
);

test('kept and cut runs together are the line as received, whatever is changed', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(attribute), fc.array(change), (pair, attributes, changes) => {
      const line = bytes([pair, ...attributes].join(';'));
      const edits = correct(readLine(line), changes);
      const received = edits.filter((edit) => edit.kind !== 'add').map((edit) => edit.text);
      expect(received.join('')).toBe(line);
    }),
  );
});

test('a line that needs nothing stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(attribute), (pair, attributes) => {
      const line = bytes([pair, ...attributes].join(';'));
      expect(corrected(correct(readLine(line), []))).toBe(line);
    }),
  );
});
