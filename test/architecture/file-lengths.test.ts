import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files';

const LONGEST = 250;

const lengthOf = (file: SourceFile): number => file.text.trimEnd().split('\n').length;

const tooLong = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter((file) => lengthOf(file) > LONGEST)
    .map((file) => `${file.path}: ${lengthOf(file)} lines: give one of its ideas a file of its own`);

test(`no file is longer than ${LONGEST} lines`, () => {
  expect(tooLong(sourceFiles('src', 'test', 'playground', 'bench'))).toEqual([]);
});

test('a longer one is reported', () => {
  expect(tooLong([{ path: 'src/a.ts', text: 'a();\n'.repeat(LONGEST + 1) }])).toHaveLength(1);
});

test('nine files of ten in src stay below 180 lines', () => {
  const lengths = sourceFiles('src')
    .map(lengthOf)
    .sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThan(180);
});
