import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files';
import { isNode, lineOf, type Node, nodes } from './syntax-tree';

/** Functions that are given a selector. */
const LOOK_UPS = new Set([
  'querySelector',
  'querySelectorAll',
  'closest',
  'locator',
  'waitForSelector',
  'click',
  'words',
  'has',
  'focus',
]);
/** DevTools' own pages have nothing else to be found by. */
const MAY = ['test/e2e/chromium/network.test.ts'];

/** Where a test finds a part of the panel by a class of its style sheet: restyling would break it. */
function byClass(file: SourceFile): readonly string[] {
  return nodes(file).flatMap(([node]) => {
    if (node.type !== 'CallExpression' || !isNode(node.callee)) return [];
    const name = isNode(node.callee.property) ? node.callee.property.name : node.callee.name;
    const [first] = Array.isArray(node.arguments) ? node.arguments : [];
    const isWrong =
      LOOK_UPS.has(String(name)) && isNode(first) && textsOf(first).some((text) => /(?:^|[\s>+~,(\w\]])\.[a-z]/.test(text));
    return isWrong ? [`${file.path}:${lineOf(file, node.start)}: find it by role, name or a data- hook`] : [];
  });
}

function textsOf(node: Node): readonly string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return [];
  return node.quasis.map((quasi: { readonly value: { readonly raw: string } }) => quasi.value.raw);
}

test('tests in the browser find the panel’s parts by role, name or data- hook', () => {
  const files = sourceFiles('test/e2e', 'test/screenshots').filter(({ path }) => !MAY.includes(path));
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap(byClass)).toEqual([]);
});

test.each([
  ["document.querySelector('.row')", 1],
  ["panel.click('[role=row] .name', 'a')", 1],
  ["page.locator('button.link')", 1],
  ["panel.click('[data-row-id] [data-part=name]')", 0],
  ["page.goto('/a.html')", 0],
])('%s is reported %i times', (text, times) => {
  expect(byClass({ path: 'test/e2e/a.ts', text })).toHaveLength(times);
});
