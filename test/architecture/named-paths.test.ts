import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { type Document, deadComments, deadNames, type Present, REPOSITORY } from './named-paths';
import { ROOT, sourceFiles } from './source-files';

const FOLDERS = ['src', 'docs', 'test', 'playground', 'bench'];

/** Every document but CHANGELOG.md, which tells of what was. */
function documents(): readonly Document[] {
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return ['README.md', 'CONTRIBUTING.md', ...below.filter((path) => path.endsWith('.md'))].map((path) => ({
    path: path.split(sep).join('/'),
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
}

test('every file, folder and npm script that a document names exists', () => {
  const all = documents();
  expect(all.map(({ path }) => path)).toContain('docs/formats.md');
  expect(all.flatMap((document) => deadNames(document, REPOSITORY))).toEqual([]);
});

test('every file that a comment names exists', () => {
  expect(sourceFiles(...FOLDERS).flatMap((file) => deadComments(file, REPOSITORY))).toEqual([]);
});

const SMALL: Present = {
  exists: (path) => ['src/a/b.ts', 'src/a/c', 'src/a/c/', 'docs/x.md'].includes(path),
  scripts: new Set(['check']),
};

test.each([
  ['`b.ts` and `c/`', []],
  ['`a/b.ts`, `src/a/b.ts`, `cookie:/re/`, `a/b`', []],
  ['`d.ts`', ['d.ts']],
  ['`d/`', ['d/']],
  ['[see](../../docs/x.md#part), [see](https://x.test/y.md)', []],
  ['[see](y.md)', ['y.md']],
  ['npm run check', []],
  ['npm run gone', ['npm run gone']],
])('of a README with %s it complains of %j', (text, expected) => {
  const complaints = deadNames({ path: 'src/a/README.md', text }, SMALL);
  expect(complaints.map((each) => /names (.+), which/.exec(each)?.[1])).toEqual(expected);
});

test('it complains of a comment, and not of code', () => {
  const text = `${'/'.repeat(2)} as \`b.ts\` does, and \`d.ts\`\nconst path = \`e.ts\`;`;
  expect(deadComments({ path: 'src/a/f.ts', text }, SMALL)).toEqual([
    'src/a/f.ts:1 names d.ts, which does not exist: write the path it has now',
  ]);
});
