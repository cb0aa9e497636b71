import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isTest, type SourceFile, sourceFiles } from './source-files';
import { isNode, lineOf, type Node, nodes } from './syntax-tree';

const WAYS: ReadonlySet<unknown> = new Set(['fetch', 'sendBeacon', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport']);

/** Where a file connects to something. */
const connections = (file: SourceFile): readonly string[] =>
  nodes(file).flatMap(([node]) =>
    (node.type === 'CallExpression' || node.type === 'NewExpression') && WAYS.has(nameOf(node.callee))
      ? [`${file.path}:${lineOf(file, node.start)}`]
      : [],
  );

const nameOf = (callee: unknown): unknown =>
  isNode(callee) ? (callee.type === 'MemberExpression' ? (callee.property as Node).name : callee.name) : null;

/** What is in the extension. */
const files = sourceFiles('src').filter(
  (file) => !isTest(file) && !/^src\/(?:cli|library|playwright|report|web)\//.test(file.path),
);

test('the extension connects to something in one place, for one request that its user asks for', () => {
  expect(files.length).toBeGreaterThan(400);
  const places = files.flatMap(connections).map((place) => place.replace(/:\d+$/, ''));
  expect(places).toEqual(['src/platform/repeat-request.ts']);
});

test('which its background alone calls', () => {
  const importers = files.filter(({ text }) => /from '[^']*\/repeat-request'/.test(text)).map(({ path }) => path);
  expect(importers).toEqual(['src/background/main.ts']);
});

test.each(['panel', 'devtools', 'grant'])('the page of %s may connect to nothing', (folder) => {
  expect(readFileSync(`src/${folder}/index.html`, 'utf8')).toContain(
    `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'" />`,
  );
});

test.each(['await fetch(url);', 'navigator.sendBeacon(url);', 'new WebSocket(url);', 'globalThis.fetch(url);'])(
  'a connection is reported: %s',
  (text) => {
    expect(connections({ path: 'src/panel/a.ts', text })).toHaveLength(1);
  },
);
