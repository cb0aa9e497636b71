import { expect, test } from 'vitest';
import { isTest, type SourceFile, sourceFiles } from './source-files';
import { isNode, lineOf, nodes } from './syntax-tree';

/** Where a file waits for time to pass instead of for a condition. */
function sleeps(file: SourceFile): readonly string[] {
  return nodes(file).flatMap(([node]) => {
    const timer =
      (node.type === 'ImportDeclaration' && isNode(node.source) && String(node.source.value).endsWith('timers/promises')) ||
      (node.type === 'CallExpression' && isNode(node.callee) && isTimer(node.callee));
    return timer ? [`${file.path}:${lineOf(file, node.start)}: wait for a condition, with until() of test/browsers`] : [];
  });
}

function isTimer(callee: { readonly [key: string]: unknown }): boolean {
  const name = isNode(callee.property) ? callee.property.name : callee.name;
  return name === 'setTimeout' || name === 'waitForTimeout' || name === 'sleep';
}

// `until` is where waiting for a condition is made of small pauses, the one place; the page is no test but hands out a timer.
// A walk's pages and server delay answers, for what is tested there is the order in which things come.
const MAY_WAIT = [
  'test/browsers/until.ts',
  'test/panel/main.tsx',
  'test/differential/observed/page-script.ts',
  'test/differential/observed/play.ts',
  'test/differential/observed/traffic-server.ts',
];

test('no test sleeps', () => {
  const files = sourceFiles('src', 'test', 'playground').filter((file) => isTest(file) || file.path.startsWith('test/'));
  expect(files.filter((file) => !MAY_WAIT.includes(file.path)).flatMap(sleeps)).toEqual([]);
});

test.each([
  'await new Promise((done) => setTimeout(done, 100));',
  'await page.waitForTimeout(100);',
  "import { setTimeout as after } from 'node:timers/promises';",
])('a pause is reported: %s', (text) => {
  expect(sleeps({ path: 'test/a.test.ts', text })).toHaveLength(1);
});
