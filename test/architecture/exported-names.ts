import type { SourceFile } from './source-files';
import { isNode, nodes } from './syntax-tree';

/** Every file of a list (rules, incident kinds, questions) exports its examples by this name; they are read by folder. */
const BY_FOLDER = new Set(['examples']);

/** Names, of types and of values, that more than one file declares and exports: one sentence each. Passing on is no declaration. */
export function namesakes(files: readonly SourceFile[]): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const file of files) {
    for (const name of exportedNames(file)) {
      if (!BY_FOLDER.has(name)) places.set(name, (places.get(name) ?? new Set()).add(file.path));
    }
  }
  return [...places]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${name} is exported by ${[...paths].join(' and ')}: ${ADVICE}`);
}

const ADVICE = 'name each after what it is, or, if they are one thing, declare it once and import it';

/** What a file declares and exports by name, and what it exports of its own under another name. */
function exportedNames(file: SourceFile): readonly string[] {
  return nodes(file).flatMap(([node]) => {
    if (node.type !== 'ExportNamedDeclaration' || isNode(node.source)) return [];
    const { declaration, specifiers } = node;
    return [...(isNode(declaration) ? declared(declaration) : []), ...listed(specifiers).map(({ exported }) => exported)].flatMap(
      (each) => (isNode(each) && typeof each.name === 'string' ? [each.name] : []),
    );
  });
}

/** The identifiers that a declaration introduces; a destructuring gives the names of its properties' values. */
function declared({ id, declarations }: { readonly [key: string]: unknown }): readonly unknown[] {
  return isNode(id) ? [id] : listed(declarations).flatMap((each) => bound(each.id));
}

function bound(pattern: unknown): readonly unknown[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'ObjectPattern')
    return listed(pattern.properties).flatMap(({ value, argument }) => bound(value ?? argument));
  if (pattern.type === 'ArrayPattern') return listed(pattern.elements).flatMap(bound);
  return [pattern];
}

const listed = (value: unknown) => (Array.isArray(value) ? value.filter(isNode) : []);
