import { expect, test } from 'vitest';
import grant from '../../src/words/en/grant.json';
import lab from '../../src/words/en/lab.json';
import { LATER_WORDS } from '../../src/words/later-words';
import { firstLoad } from './first-load';
import { sourceFiles } from './source-files';
import { unsaidKeys } from './unsaid-keys';

const ENTRY = 'src/panel/main.tsx';

/** What the panel loads when it is first needed: it would be half of what it waits for before its first frame. */
const LATER = [
  /^src\/analysis\/(?:ask|grade)\//,
  /^src\/analysis\/fixes\/frameworks\//,
  /^src\/analysis\/rules\/(?:list\/|registry|audit|coverage|remedy)/,
  /^src\/analysis\/session\/(?:roles|sign-in|values|sessions|csrf)/,
  /^src\/panel\/(?:incidents|sign-in|findings|lab|files)\//,
  /^src\/formats\//,
  /^src\/panel\/flow\/explain\//,
  /^src\/panel\/views\/(?!flow-view)/,
  /^src\/words\/(?:about|all-words|later-words)/,
];

const tooEarly = (ways: ReturnType<typeof firstLoad>): readonly string[] =>
  [...ways]
    .filter(([path]) => LATER.some((later) => later.test(path)))
    .map(([, way]) => `${way.join(' → ')}: load it by import() when it is needed`);

test('the panel loads neither the analysis of whole recordings nor any view but Flow before its first frame', () => {
  const ways = firstLoad(ENTRY, sourceFiles('src'));
  expect(ways.size).toBeGreaterThan(100);
  expect(tooEarly(ways)).toEqual([]);
});

test('words that are loaded later are said by nothing that is loaded first', () => {
  const files = sourceFiles('src');
  const first = firstLoad(ENTRY, files);
  const keys = Object.keys(LATER_WORDS);
  const unsaid = new Set(
    unsaidKeys(
      keys,
      files.filter(({ path }) => first.has(path)),
    ),
  );
  expect(keys.filter((key) => !unsaid.has(key))).toEqual([]);
});

test.each([
  ['src/web/start/show-start.tsx', {}],
  ['src/web/show-lab.tsx', lab],
  ['src/grant/main.ts', grant],
])('%s says no words that it does not load', (entry, loaded) => {
  const files = sourceFiles('src');
  const ways = firstLoad(entry, files);
  const keys = Object.keys(LATER_WORDS).filter((key) => !(key in loaded));
  const own = files.filter(({ path }) => ways.has(path));
  expect(own.length).toBeGreaterThan(5);
  expect(unsaidKeys(keys, own)).toEqual(keys);
});

test('an import on the way to such a file is reported with its way; a type and a later import are not', () => {
  const files = [
    { path: ENTRY, text: `import { App } from './app'; import type { Grade } from '../analysis/grade/grade';` },
    { path: 'src/panel/app.tsx', text: `export * from './a'; const later = () => import('./lab/lab'); export { later };` },
    { path: 'src/panel/a.ts', text: `import { type B, b } from '../words/about'; export const a: B = b;` },
    { path: 'src/words/about.ts', text: 'export type B = 1; export const b = 1;' },
    { path: 'src/panel/lab/lab.ts', text: '' },
    { path: 'src/analysis/grade/grade.ts', text: 'export type Grade = 1;' },
  ];
  expect(tooEarly(firstLoad(ENTRY, files))).toEqual([
    `${ENTRY} → src/panel/app.tsx → src/panel/a.ts → src/words/about.ts: load it by import() when it is needed`,
  ]);
});

test('the page shows its start, and the panel, each without the code of the other; the engine comes with the first answer', () => {
  const files = sourceFiles('src');
  const loadedBy = (entry: string, pattern: RegExp) =>
    [...firstLoad(entry, files)].filter(([path]) => pattern.test(path)).map(([, way]) => way.join(' → '));
  expect(firstLoad('src/web/start/show-start.tsx', files).size).toBeGreaterThan(25);
  expect(
    loadedBy(
      'src/web/main.tsx',
      /^src\/(?:analysis|formats|library|words|panel\/(?!state|shared\/theme)|web\/(?:start|lessons))\//,
    ),
  ).toEqual([]);
  expect(
    loadedBy('src/web/start/show-start.tsx', /^src\/(?:analysis|formats|library|panel\/(?:flow|lab|files|views))\//),
  ).toEqual([]);
  expect(loadedBy('src/web/show-panel.ts', /^src\/(?:web\/(?:start|lessons)|words\/lesson)/)).toEqual([]);
});
