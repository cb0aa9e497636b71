import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pseudo, say } from '../../src/words/catalogue';
import { isTest, ROOT, type SourceFile, sourceFiles } from './source-files';
import { isNode, lineOf, type Node, nodes } from './syntax-tree';
import { unsaidKeys } from './unsaid-keys';

/** Attributes that a reader sees or hears. */
const READ_OUT = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label']);
/** What is the same in every language: keys of the keyboard, methods, protocols. */
const NO_LANGUAGE = /^(?:Ctrl|R|GET|POST|https?:\/\/)$/;

/** Places in a component where a text stands that the catalogue does not know. */
function unsaid(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const complain = (text: string, node: Node) => {
    if (/\p{L}{2}|^\p{L}$/u.test(text) && !NO_LANGUAGE.test(text))
      found.push(`${file.path}:${lineOf(file, node.start)}: say “${text}” by say(key), with its text in src/words/en`);
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
    expect(say('cookies.shown', { shown: 1, total: 2 })).toBe('⟦1 of 2 cookies⟧');
  } finally {
    pseudo(null);
  }
});

const WORDS = join(ROOT, 'src/words/en');
type Texts = Readonly<Record<string, { readonly message: string }>>;
const textsOf = (name: string): Texts => JSON.parse(readFileSync(join(WORDS, name), 'utf8'));
const catalogue = readdirSync(WORDS).flatMap((name) => Object.entries(textsOf(name)));
const code = sourceFiles('src').filter((file) => !isTest(file));

test('every key of the catalogue has a text, and none stands in two files', () => {
  expect(catalogue.length).toBeGreaterThan(500);
  expect(catalogue.filter(([, { message }]) => message.trim() === '').map(([key]) => `${key}: write its text`)).toEqual([]);
  const keys = catalogue.map(([key]) => key);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key}: delete one of its texts`)).toEqual([]);
});

test('all keys that begin with one word stand in one file', () => {
  const places = new Map<string, Set<string>>();
  for (const name of readdirSync(WORDS)) {
    for (const key of Object.keys(textsOf(name))) {
      const [word = ''] = key.split('.');
      places.set(word, (places.get(word) ?? new Set()).add(name));
    }
  }
  const split = [...places].filter(([, names]) => names.size > 1);
  expect(split.map(([word, names]) => `${word}.*: move its keys to one of ${[...names].join(', ')}`)).toEqual([]);
});

test('every text of the catalogue is said somewhere', () => {
  const keys = catalogue.map(([key]) => key);
  expect(unsaidKeys(keys, code).map((key) => `${key}: delete it from src/words/en`)).toEqual([]);
});

const KIND = '$' + '{kind}';

test.each([
  ["say('area.b.one')", ['area.b']],
  ["sayCount('area.b', 2)", []],
  [`say(\`area.${KIND}\`)`, []],
  [`say(\`other.${KIND}\`)`, ['area.b', 'area.b.one']],
  [`log(\`${KIND}\`)`, ['area.b', 'area.b.one']],
])('%s leaves the texts %j unsaid', (text, unsaid) => {
  expect(unsaidKeys(['area.b', 'area.b.one'], [{ path: 'src/a.ts', text }])).toEqual(unsaid);
});

/** Where a key is taken for one without proof, so that a text that is missing would compile and be missed at run time. */
const unproven = (file: SourceFile): readonly string[] =>
  nodes(file).flatMap(([node]) => {
    const type = node.type === 'TSAsExpression' && isNode(node.typeAnnotation) ? node.typeAnnotation.typeName : null;
    return isNode(type) && type.name === 'WordKey'
      ? [`${file.path}:${lineOf(file, node.start)}: build the key from a typed union`]
      : [];
  });

test('no text can be missing: a key is a type, and nothing is cast to it', () => {
  const itself = 'src/words/catalogue.ts';
  expect(code.filter(({ path }) => path !== itself).flatMap(unproven)).toEqual([]);
  expect(unproven({ path: 'src/a.ts', text: 'say(key as WordKey)' })).toHaveLength(1);
});

/** Where a text is said by a key that the catalogue does not have. The compiler refuses it too, without saying where to write it. */
function unwritten(file: SourceFile, keys: ReadonlySet<string>): readonly string[] {
  return nodes(file).flatMap(([node]) => {
    if (node.type !== 'CallExpression' || !isNode(node.callee)) return [];
    const [key] = Array.isArray(node.arguments) ? node.arguments.filter(isNode) : [];
    const { name } = node.callee;
    if ((name !== 'say' && name !== 'sayCount') || key?.type !== 'Literal') return [];
    const wanted = name === 'say' ? String(key.value) : `${key.value}.other`;
    return keys.has(wanted) ? [] : [`${file.path}:${lineOf(file, node.start)}: write the text of ${wanted} into src/words/en`];
  });
}

test('every key that is said has a text', () => {
  const keys = new Set(catalogue.map(([key]) => key));
  expect(code.flatMap((file) => unwritten(file, keys))).toEqual([]);
  const file = { path: 'src/a.ts', text: "say('area.b');\nsayCount('area.c', 2);\nsay('area.d');" };
  expect(unwritten(file, new Set(['area.b', 'area.c.one']))).toEqual([
    'src/a.ts:2: write the text of area.c.other into src/words/en',
    'src/a.ts:3: write the text of area.d into src/words/en',
  ]);
});

/** Where a list or a number is put into words by hand. */
const byHand = (file: SourceFile): readonly string[] =>
  nodes(file).flatMap(([node]) => {
    if (node.type !== 'CallExpression' || !isNode(node.callee) || !isNode(node.callee.property)) return [];
    const { name } = node.callee.property;
    const [first] = Array.isArray(node.arguments) ? node.arguments : [];
    const wrong = name === 'toLocaleString' || (name === 'join' && isNode(first) && first.value === ', ');
    return wrong ? [`${file.path}:${lineOf(file, node.start)}: use listText or numberText of src/words/format.ts`] : [];
  });

test('lists and numbers that a user reads are made by Intl', () => {
  const files = code.filter(({ path }) =>
    /^src\/(?:panel|words|cli|report|formats|analysis\/(?!engine|facts|replay))/.test(path),
  );
  expect(files.flatMap(byHand)).toEqual([]);
  expect(byHand({ path: 'src/a.ts', text: "names.join(', ')" })).toHaveLength(1);
  expect(byHand({ path: 'src/a.ts', text: 'count.toLocaleString()' })).toHaveLength(1);
});
