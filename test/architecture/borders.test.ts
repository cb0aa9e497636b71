import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaints, readRooms } from './rooms';
import { ROOT, sourceFiles } from './source-files';

const rooms = readRooms(readFileSync(join(ROOT, 'src/README.md'), 'utf8'));

test('every import in src crosses only open borders', () => {
  const files = sourceFiles('src');
  expect(files.length).toBeGreaterThan(8);
  expect(files.flatMap((file) => complaints(file, rooms))).toEqual([]);
});

test('the table in src/README.md names every room', () => {
  expect([...rooms.table.keys()].sort()).toEqual([
    'analysis',
    'background',
    'cli',
    'devtools',
    'exchange',
    'grant',
    'panel',
    'platform',
    'protocol',
    'words',
  ]);
  expect(rooms.ranks.flat()).toContain('verdict');
});

describe('a closed border is reported', () => {
  test.each([
    ['a package of another room', 'src/panel/a.ts', `import browser from 'webextension-polyfill';`],
    ['a room that may not be known', 'src/background/a.ts', `import { say } from '../words/say';`],
    ['a type of such a room', 'src/protocol/a.ts', `import type { Store } from '../platform/store';`],
    ['an export from such a room', 'src/exchange/a.ts', `export * from '../panel/store';`],
    ['a lazy import', 'src/analysis/header/a.ts', `const late = () => import('../../panel/store');`],
    ['an import within a type', 'src/analysis/header/a.ts', `type Late = import('../../panel/store').Store;`],
    ['a folder to the right inside analysis', 'src/analysis/jar/a.ts', `import { onSet } from '../verdict/on-set';`],
    ['a neighbour of the same rank', 'src/analysis/header/a.ts', `import { registrable } from '../site/registrable';`],
    ["analysis's own face from within", 'src/analysis/jar/a.ts', `import { onSet } from '../index';`],
    ['a folder of a room of which another is open', 'src/grant/a.ts', `import { App } from '../panel/views/app';`],
    ['something outside src', 'src/panel/a.ts', `import { serve } from '../../playground/main';`],
    ['a builder of facts in what is no test', 'src/panel/a.ts', `import { aRequest } from '../../test/build/request';`],
    ["Node's modules in a room for browsers", 'src/panel/a.ts', `import { readFileSync } from 'node:fs';`],
    ['a room nobody has named', 'src/attic/a.ts', `export {};`],
  ])('%s', (_, path, text) => {
    expect(complaints({ path, text }, rooms)).toHaveLength(1);
  });
});

test.each([
  ['src/panel/a.ts', `import { useState } from 'react'; import { say } from '../words/say'; import './a.css';`],
  ['src/grant/a.ts', `import '../panel/theme/tokens.css';`],
  ['src/analysis/jar/a.ts', `import { registrable } from '../site/registrable'; import { b } from './b';`],
  ['src/analysis/index.ts', `export { grade } from './grade/grade';`],
  ['src/panel/a.test.ts', `import { test } from 'vitest'; import { aRequest } from '../../test/build/request';`],
])('an open border is not: %s', (path, text) => {
  expect(complaints({ path, text }, rooms)).toEqual([]);
});
