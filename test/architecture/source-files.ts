import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the repository's root, with slashes: `src/analysis/facts/fact.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below folders of the repository, in the order of their paths. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(ROOT, path), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What every page and style sheet below a folder links to, written as a TypeScript file that imports the same. */
export function pageLinks(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:css|html)$/.test(name))
    .map((name) => {
      const links = readFileSync(join(ROOT, folder, name), 'utf8').matchAll(/(?:@import |href=|src=)"(\.[^"]+)"/g);
      return {
        path: `${folder}/${name.split(sep).join('/')}.ts`,
        text: [...links].map(([, path]) => `import '${path}';`).join('\n'),
      };
    });
}

/** Every folder below one of the repository, itself included, from the root, with slashes. */
export function foldersBelow(folder: string): readonly string[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  return [folder, ...found].map((path) => path.split(sep).join('/')).sort();
}

export const isTest = (file: SourceFile): boolean => /\.test\.tsx?$/.test(file.path);
