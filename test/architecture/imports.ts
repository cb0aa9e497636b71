import { posix } from 'node:path';
import type { SourceFile } from './source-files';
import { isNode, lineOf, type Node, nodes } from './syntax-tree';

export interface Import {
  /** A path from the repository's root, or the name of a package: `vite`, `@noble/hashes`, `node:fs`. */
  readonly target: string;
  readonly own: boolean;
  readonly line: number;
}

/** What a file imports in any way: statically, as a type, by export from, dynamically, or by `import('…').Type`. */
export function imports(file: SourceFile): readonly Import[] {
  return nodes(file).flatMap(([node]) => {
    const specifier = specifierOf(node);
    return specifier === null ? [] : [{ ...resolve(file, specifier), line: lineOf(file, node.start) }];
  });
}

function specifierOf(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return isNode(node.source) ? String(node.source.value) : null;
    case 'ImportExpression':
      // One whose address is known only when the program runs is a module of the user's: a script that was given.
      return isNode(node.source) && typeof node.source.value === 'string' ? node.source.value : null;
    case 'TSExternalModuleReference':
      return isNode(node.expression) ? String(node.expression.value) : null;
    default:
      return null;
  }
}

function resolve(file: SourceFile, specifier: string): Omit<Import, 'line'> {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(file.path), specifier), own: true };
  if (specifier.startsWith('/')) return { target: specifier.slice(1), own: true };
  const depth = specifier.startsWith('@') ? 2 : 1;
  return { target: specifier.split('/').slice(0, depth).join('/'), own: false };
}
