import { posix } from 'node:path';
import type { SourceFile } from './source-files';
import { isNode, type Node, nodes } from './syntax-tree';

/**
 * The files that a page loads before anything can be drawn: what its entry imports, directly or not, save types and
 * what is imported later by `import()`. From each file the way that leads there.
 */
export function firstLoad(entry: string, files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const ways = new Map<string, readonly string[]>([[entry, [entry]]]);
  for (const [path, way] of ways) {
    const file = byPath.get(path);
    if (!file) continue;
    for (const specifier of loadedWith(file)) {
      const target = posix.join(posix.dirname(path), specifier);
      const found = [`${target}.ts`, `${target}.tsx`, target].find((each) => byPath.has(each));
      if (found !== undefined && !ways.has(found)) ways.set(found, [...way, found]);
    }
  }
  return ways;
}

/** The relative paths that a file imports as values, at once. */
function loadedWith(file: SourceFile): readonly string[] {
  return nodes(file).flatMap(([node]) => {
    const isStatic = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type);
    if (!isStatic || !isNode(node.source) || isOfTypes(node)) return [];
    const specifier = String(node.source.value);
    return specifier.startsWith('.') ? [specifier] : [];
  });
}

function isOfTypes(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  return specifiers.length > 0 && specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type');
}
