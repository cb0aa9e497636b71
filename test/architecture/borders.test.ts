import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaints, readBorders, unranked, unusedAllowances } from './borders';
import { fileCircles, folderCircles } from './circles';
import { foldersBelow, pageLinks, ROOT, type SourceFile, sourceFiles } from './source-files';

const borders = readBorders(readFileSync(join(ROOT, 'src/README.md'), 'utf8'));
const files = [...sourceFiles('src'), ...pageLinks('src')];

test('every import in src crosses only open borders', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((file) => complaints(file, borders))).toEqual([]);
});

test('the table in src/README.md has a row for every folder of src, and no other', () => {
  const folders = foldersBelow('src').filter((path) => path.split('/').length === 2);
  expect([...borders.table.keys()].map((name) => `src/${name}`).sort()).toEqual(folders);
});

test('every folder inside one that has an order has its place in it', () => {
  expect([...borders.orders.keys()]).toEqual(
    expect.arrayContaining(['analysis', 'analysis/engine', 'analysis/session', 'panel']),
  );
  expect(unranked(codeFolders(files), borders)).toEqual([]);
});

test('what is allowed is used', () => {
  expect(unusedAllowances(files, borders)).toEqual([]);
});

test('no files import each other, types included', () => {
  expect(fileCircles([...files, ...sourceFiles('test', 'playground', 'bench', 'docs')])).toEqual([]);
});

test('no folders side by side import each other', () => {
  expect(folderCircles(files)).toEqual([]);
});

describe('a closed border is reported', () => {
  test.each([
    ['a package of another folder', 'src/panel/a.ts', `import browser from 'webextension-polyfill';`],
    ['a folder that may not be known', 'src/background/a.ts', `import { say } from '../words/say';`],
    ['a type of such a folder', 'src/protocol/a.ts', `import type { Store } from '../platform/store';`],
    ['an export from such a folder', 'src/words/a.ts', `export * from '../panel/store';`],
    ['a lazy import', 'src/analysis/engine/a.ts', `const late = () => import('../../panel/store');`],
    ['an import within a type', 'src/analysis/engine/a.ts', `type Late = import('../../panel/store').Store;`],
    ['a folder to the right inside analysis', 'src/analysis/engine/jar/a.ts', `import { Replay } from '../../replay/replay';`],
    ['a file that stands above the folder', 'src/analysis/engine/a.ts', `import { onSet } from '../index';`],
    ['such a file two folders up', 'src/analysis/engine/jar/a.ts', `import { onSet } from '../../index';`],
    ['a folder to the right inside the engine', 'src/analysis/engine/jar/a.ts', `import { onSet } from '../verdict/on-set';`],
    ['a neighbour of the same rank', 'src/analysis/engine/header/a.ts', `import { host } from '../site/host';`],
    ['a folder to the right inside session', 'src/analysis/session/cookies/a.ts', `import { roleOf } from '../roles/role';`],
    ['a folder to the right inside replay', 'src/analysis/replay/rows/a.ts', `import { Gaps } from '../jar-history/gaps';`],
    ['a feature in the state of the panel', 'src/panel/state/a.ts', `import { COLUMN } from '../cookies/columns';`],
    ['a type of the shell in a view', 'src/panel/views/a.ts', `import type { App } from '../shell/app';`],
    ['a folder beside one that is open', 'src/grant/a.ts', `import { App } from '../panel/views/app';`],
    ['something outside src', 'src/panel/a.ts', `import { serve } from '../../playground/main';`],
    ['a builder of facts in what is no test', 'src/panel/a.ts', `import { aRequest } from '../../test/build/request';`],
    ["Node's modules in a folder for browsers", 'src/panel/a.ts', `import { readFileSync } from 'node:fs';`],
    ['a folder nobody has named', 'src/attic/a.ts', `export {};`],
  ])('%s', (_, path, text) => {
    expect(complaints({ path, text }, borders)).toHaveLength(1);
  });
});

test.each([
  ['src/panel/a.ts', `import { useState } from 'react'; import { say } from '../words/say'; import './a.css';`],
  ['src/grant/a.ts', `import '../panel/shared/theme/tokens.css';`],
  ['src/analysis/replay/a.ts', `import { registrable } from '../engine/site/registrable'; import { b } from './b';`],
  ['src/analysis/index.ts', `export { grade } from './grade/grade';`],
  ['src/analysis/replay/rows/a.test.ts', `import { Replay } from '../replay';`],
  ['src/panel/a.test.ts', `import { test } from 'vitest'; import { aRequest } from '../../test/build/request';`],
])('an open border is not: %s', (path, text) => {
  expect(complaints({ path, text }, borders)).toEqual([]);
});

test('an allowance that only a test uses is reported, and one that nothing uses', () => {
  const { table } = readBorders('    a → a, b, react');
  const files = [
    { path: 'src/a/one.ts', text: `import { b } from '../b/b';` },
    { path: 'src/a/one.test.ts', text: `import { useState } from 'react';` },
  ];
  expect(unusedAllowances(files, { table, orders: new Map() })).toEqual([
    'src/README.md lets a import react, and nothing does: strike it',
  ]);
  expect(unusedAllowances(files.slice(1), { table, orders: new Map() })).toHaveLength(2);
});

test('a folder without a place in the order is reported, and a place without a folder', () => {
  const { orders } = readBorders('    a/b: one ← two');
  expect(unranked(['src/a/b/one', 'src/a/b/three', 'src/a/b/one/inner'], { table: new Map(), orders })).toEqual([
    'src/README.md gives a/b/three no place in the order: add it to the line that begins with a/b:',
    'src/README.md names a/b/two, which does not exist: strike it',
  ]);
});

describe('a circle is reported', () => {
  const file = (path: string, ...targets: readonly string[]): SourceFile => ({
    path,
    text: targets.map((target) => `import type { A } from '${target}';`).join('\n'),
  });

  test('of files, over a third one and by types only', () => {
    const circle = [file('src/a.ts', './b'), file('src/b.ts', './c/d'), file('src/c/d.tsx', '../a'), file('src/e.ts', './a')];
    expect(fileCircles(circle)).toEqual([
      'src/a.ts → src/b.ts → src/c/d.tsx → src/a.ts: move what both ends need into a file of its own',
    ]);
    expect(fileCircles(circle.slice(1))).toEqual([]);
  });

  test('of folders, where no files import each other', () => {
    const folders = [file('src/x/a/1.ts', '../b/1'), file('src/x/b/1.ts'), file('src/x/b/2.ts', '../a/1')];
    expect(fileCircles(folders)).toEqual([]);
    expect(folderCircles(folders)).toEqual(['in src/x: a → b → a: move a file so that the arrows run one way']);
    expect(folderCircles(folders.slice(0, 2))).toEqual([]);
  });

  test('of a folder and the files above it', () => {
    const files = [file('src/x/top.ts', './a/1'), file('src/x/a/1.ts', '../other'), file('src/x/other.ts')];
    expect(folderCircles(files)).toHaveLength(1);
  });
});

/** Folders of src that hold code, at whatever depth. */
function codeFolders(files: readonly SourceFile[]): readonly string[] {
  return foldersBelow('src').filter((folder) => files.some(({ path }) => path.startsWith(`${folder}/`)));
}
