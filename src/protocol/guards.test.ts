import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFollow, readTell, shapeOf } from './guards';

test.each([
  { kind: 'watch', tabId: 1 },
  { kind: 'follow', tabId: 1, have: null },
  { kind: 'follow', tabId: 1, have: { epoch: 'e', seq: 5 } },
  { kind: 'record', tabId: 1, on: false },
  { kind: 'clear', tabId: 1, through: 9 },
  { kind: 'read-jar', tabId: 1 },
  { kind: 'grant', tabId: 1 },
  { kind: 'ping' },
])('%j is obeyed', (message) => {
  expect(readFollow(message)).toEqual(message);
});

test.each([
  null,
  'watch',
  [],
  {},
  { kind: 'watch' },
  { kind: 'watch', tabId: '1' },
  { kind: 'watch', tabId: 1.5 },
  { kind: 'follow', tabId: 1 },
  { kind: 'follow', tabId: 1, have: { epoch: 'e' } },
  { kind: 'record', tabId: 1, on: 'yes' },
  { kind: 'forget', tabId: 1 },
])('%j is not', (message) => {
  expect(readFollow(message)).toBeNull();
});

test.each([
  { kind: 'reset', epoch: 'e', after: 0 },
  { kind: 'more', epoch: 'e', after: 0, upTo: 1, facts: [{ kind: 'jar-snapshot', seq: 1 }] },
  { kind: 'dropped', epoch: 'e', through: 1 },
  { kind: 'recording', on: true },
  { kind: 'key', epoch: 'e', key: 'ab' },
  { kind: 'trouble', trouble: { kind: 'quota', droppedThrough: 1 } },
  { kind: 'trouble', trouble: { kind: 'permission', origins: [] } },
  { kind: 'trouble', trouble: { kind: 'unknown-message', shape: '{}' } },
  { kind: 'trouble', trouble: { kind: 'storage', text: 'full' } },
])('%j is believed', (message) => {
  expect(readTell(message)).toEqual(message);
});

test.each([
  undefined,
  7,
  { kind: 'more', epoch: 'e', after: 0, upTo: 1, facts: [{}] },
  { kind: 'more', epoch: 'e', after: 0, upTo: 1, facts: null },
  { kind: 'trouble', trouble: { kind: 'flood' } },
  { kind: 'trouble' },
  { kind: 'news' },
])('%j is not', (message) => {
  expect(readTell(message)).toBeNull();
});

test('no message makes a guard throw', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      readFollow(message);
      readTell(message);
      shapeOf(message);
    }),
  );
});

test('the shape of a message names fields and types, no values', () => {
  expect(shapeOf({ kind: 'steal', cookie: 'sid=secret', list: [1], none: null })).toBe(
    '{kind: string, cookie: string, list: array, none: object}',
  );
  expect(shapeOf({ ['x'.repeat(500)]: 1 })).toHaveLength(200);
});
