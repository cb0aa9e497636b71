import type { SourceFile } from './source-files';
import { isNode, lineOf, type Node, nodes } from './syntax-tree';

/** Names by which a file reaches a clock, chance, or the browser it happens to run in. */
const IMPURE: ReadonlySet<string> = new Set([
  ...['performance', 'setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback'],
  ...['crypto', 'process', 'console'],
  ...['window', 'document', 'navigator', 'location', 'self', 'globalThis', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'chrome', 'browser'],
]);

/** Where a file takes the time, throws dice or asks the browser: one sentence each. */
export function impurities(file: SourceFile): readonly string[] {
  const all = nodes(file);
  const declared = declaredNames(all.map(([node]) => node));
  return all.flatMap(([node, parent]) => {
    const what = impurity(node, parent, declared);
    return what === null ? [] : [`${file.path}:${lineOf(file, node.start)}: ${what}: take what it gives as an argument`];
  });
}

function impurity(node: Node, parent: Node | null, declared: ReadonlySet<string>): string | null {
  if (node.type === 'NewExpression' && isNamed(node.callee, 'Date') && isEmpty(node.arguments)) return 'new Date()';
  if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) return 'Date()';
  if (isMember(node, 'Date', 'now')) return 'Date.now';
  if (isMember(node, 'Math', 'random')) return 'Math.random';
  if (node.type !== 'Identifier' || typeof node.name !== 'string') return null;
  return IMPURE.has(node.name) && !declared.has(node.name) && isReference(node, parent) ? node.name : null;
}

/** An identifier that stands for a value, not for a property, a key or a type. */
function isReference(node: Node, parent: Node | null): boolean {
  if (!parent || parent.type.startsWith('TS')) return parent?.type === 'TSAsExpression' || parent?.type === 'TSNonNullExpression';
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true;
  if (parent.type === 'Property') return parent.value === node || parent.computed === true;
  return !['ImportSpecifier', 'ExportSpecifier', 'MethodDefinition', 'PropertyDefinition', 'LabeledStatement'].includes(
    parent.type,
  );
}

/** Every name the file itself binds, anywhere: a parameter called `document` is no browser's document. */
function declaredNames(all: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of all) {
    for (const bound of boundBy(node)) collect(bound, names);
  }
  return names;
}

function boundBy(node: Node): readonly unknown[] {
  if (node.type === 'VariableDeclarator') return [node.id];
  if (node.type === 'CatchClause') return [node.param];
  if (node.type.startsWith('Import') && 'local' in node) return [node.local];
  if (Array.isArray(node.params)) return [node.id, ...node.params];
  return node.type === 'ClassDeclaration' ? [node.id] : [];
}

function collect(pattern: unknown, names: Set<string>): void {
  if (!isNode(pattern)) return;
  if (pattern.type === 'Identifier') names.add(String(pattern.name));
  else if (pattern.type === 'ObjectPattern')
    for (const each of pattern.properties as Node[]) collect(each.value ?? each.argument, names);
  else if (pattern.type === 'ArrayPattern') for (const each of pattern.elements as unknown[]) collect(each, names);
  else collect(pattern.left ?? pattern.argument ?? pattern.parameter, names);
}

const isNamed = (value: unknown, name: string): boolean => isNode(value) && value.type === 'Identifier' && value.name === name;

const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' && isNamed(node.object, object) && isNamed(node.property, property);

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
