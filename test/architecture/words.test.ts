import { expect, test } from 'vitest';
import { pseudo, say } from '../../src/words/catalogue';
import { isTest, type SourceFile, sourceFiles } from './source-files';
import { isNode, lineOf, type Node, nodes } from './syntax-tree';

/** Attributes that a reader sees or hears. */
const READ_OUT = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label']);
/** What is the same in every language: keys of the keyboard, methods, protocols. */
const NO_LANGUAGE = /^(?:Ctrl|R|GET|POST|https?:\/\/)$/;

/** Places in a component where a text stands that the catalogue does not know. */
function unsaid(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const complain = (text: string, node: Node) => {
    if (/\p{L}{2}|^\p{L}$/u.test(text) && !NO_LANGUAGE.test(text))
      found.push(`${file.path}:${lineOf(file, node.start)}: ${text}`);
  };
  for (const [node, parent] of nodes(file)) {
    if (node.type === 'JSXText') complain(String(node.value).trim(), node);
    if (node.type !== 'Literal' || typeof node.value !== 'string' || parent?.type !== 'JSXAttribute') continue;
    const { name } = parent;
    if (isNode(name) && READ_OUT.has(String(name.name))) complain(node.value, node);
  }
  return found;
}

test('no text stands in a component: every word comes from the catalogue', () => {
  const files = sourceFiles('src/panel').filter((file) => file.path.endsWith('.tsx') && !isTest(file));
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(unsaid)).toEqual([]);
});

test.each([
  ['<p>Hello there</p>', 1],
  ['<p>{say(key)}</p>', 0],
  ['<b title="More">{x}</b>', 1],
  ['<b className="more">×</b>', 0],
  ['<kbd>Ctrl</kbd>', 0],
])('%s has %i texts of its own', (jsx, count) => {
  expect(unsaid({ path: 'src/panel/a.tsx', text: `export const A = () => ${jsx};` }).length).toBe(count);
});

test('the pseudo-locale reaches every message and leaves the slots', () => {
  pseudo((message) => `⟦${message}⟧`);
  try {
    expect(say('filter.shown', { shown: 1, total: 2 })).toBe('⟦1 of 2⟧');
  } finally {
    pseudo(null);
  }
});
