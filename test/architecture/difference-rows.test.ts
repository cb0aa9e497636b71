import { expect, test } from 'vitest';
import { DIFFERENCES } from '../../src/analysis/engine/verdict/access/browsers';
import { isTest, type SourceFile, sourceFiles } from './source-files';

const ROWS = /\/(?:access\/browsers|header\/dialect)\.ts$/;

/** Rows of browser differences that no other file of the engine reads: they would be shown in the documents and decide nothing. */
const unread = (names: readonly string[], files: readonly SourceFile[]): readonly string[] =>
  names
    .filter((name) => !files.some(({ path, text }) => !ROWS.test(path) && new RegExp(`\\b${name}\\b`).test(text)))
    .map((name) => `${name}: read it as behavior.${name} or dialect.${name} where the browsers differ, or delete the row`);

test('every row of browser differences is read by the engine', () => {
  const files = sourceFiles('src/analysis/engine').filter((file) => !isTest(file));
  expect(unread(Object.keys(DIFFERENCES), files)).toEqual([]);
});

test.each([
  ['verdict/steps/line.ts', []],
  [
    'verdict/access/browsers.ts',
    ['emptyName: read it as behavior.emptyName or dialect.emptyName where the browsers differ, or delete the row'],
  ],
])('a row that only %s reads: %j', (path, expected) => {
  expect(unread(['emptyName'], [{ path: `src/analysis/engine/${path}`, text: 'behavior.emptyName' }])).toEqual(expected);
});
