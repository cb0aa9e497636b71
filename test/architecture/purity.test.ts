import { describe, expect, test } from 'vitest';
import { impurities } from './purity';
import { isTest, sourceFiles } from './source-files';

test('analysis, formats, report, library, protocol and words know no clock, no chance and no browser', () => {
  const files = sourceFiles('src/analysis', 'src/formats', 'src/report', 'src/library', 'src/protocol', 'src/words').filter(
    (file) => !isTest(file),
  );
  expect(files.length).toBeGreaterThan(8);
  expect(files.flatMap(impurities)).toEqual([]);
});

describe('an impurity is reported', () => {
  test.each([
    ['the clock', 'const at = Date.now();'],
    ['the clock as a function handed on', 'run(Date.now);'],
    ['a date of now', 'const at = new Date();'],
    ['a date text of now', 'const at = Date();'],
    ['a fine clock', 'const at = performance.now();'],
    ['chance', 'const id = Math.random();'],
    ["the browser's chance", 'crypto.getRandomValues(room);'],
    ['a timer', 'setTimeout(run, 10);'],
    ['a document', 'const all = document.cookie;'],
    ['a document handed on', 'read({ from: document });'],
    ['a document under a cast', 'read(document as Document);'],
    ["an extension's interface", 'chrome.cookies.getAll({});'],
    ['a way around', "globalThis['Date'];"],
  ])('%s', (_, text) => {
    expect(impurities({ path: 'src/analysis/a.ts', text })).toHaveLength(1);
  });
});

test.each([
  ['a date of a given instant', 'const day = new Date(at).toISOString();'],
  ['a date computed', 'const at = Date.UTC(2026, 0, 1);'],
  ['a property', 'const it = exchange.document; const that = { document: 1, location: 2 };'],
  ['a type', "type Kind = 'document'; interface A { readonly document: string }"],
  ['a parameter', 'const f = (document: string) => document.length;'],
  ['a taken-apart parameter', 'function f({ location, a: [self] }: A) { return location + self; }'],
])('is not: %s', (_, text) => {
  expect(impurities({ path: 'src/analysis/a.ts', text })).toEqual([]);
});
