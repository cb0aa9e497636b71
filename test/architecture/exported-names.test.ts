import { expect, test } from 'vitest';
import { namesakes } from './exported-names';
import { isTest, sourceFiles } from './source-files';

test('every exported name of src, of a type or a value, means one thing', () => {
  const files = sourceFiles('src').filter((file) => !isTest(file));
  expect(files.length).toBeGreaterThan(700);
  expect(namesakes(files)).toEqual([]);
});

const complaints = (...texts: readonly string[]) => namesakes(texts.map((text, at) => ({ path: `src/${at}.ts`, text })));

test.each([
  ['two types', 'export interface Known { a: 1 }', 'export type Known = 2;'],
  ['a type and a function', 'export class Known {}', 'export function Known() {}'],
  ['two functions', 'export const Known = () => 1;', 'export async function Known() {}'],
  ['a part of a destructuring', 'export const { a: Known } = all;', 'export const [, Known] = all;'],
  ['another name for its own', 'const own = 1; export { own as Known };', 'export enum Known {}'],
])('%s of one name are told apart', (_, ...texts) => {
  expect(complaints(...texts)).toEqual([
    expect.stringMatching(/^Known is exported by src\/0\.ts and src\/1\.ts: name each after/),
  ]);
});

test.each([
  ['one that is passed on', 'export const known = 1;', "export { known } from './0';"],
  ['one that only its own file knows', 'export const known = 1;', 'const known = 2; export const other = known;'],
  ['a type and a value of one file', 'export type known = 1; export const known = 1;', ''],
  ['the examples of a list', 'export const examples = () => [];', 'export const examples = () => [];'],
])('%s is no namesake', (_, ...texts) => {
  expect(complaints(...texts)).toEqual([]);
});
