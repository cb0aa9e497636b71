import { imports } from './imports';
import { isTest, type SourceFile } from './source-files';

export interface Rooms {
  /** What each room may import: rooms, folders of rooms, packages. */
  readonly table: ReadonlyMap<string, readonly string[]>;
  /** The folders inside analysis, from what knows least to what knows most; those of one rank do not know each other. */
  readonly ranks: readonly (readonly string[])[];
}

/** Reads the table `room → what it may import` and the line `a ← b, c ← d` out of `src/README.md`. */
export function readRooms(readme: string): Rooms {
  const table = new Map<string, readonly string[]>();
  let ranks: Rooms['ranks'] = [];
  for (const line of readme.split('\n')) {
    const row = /^ {4}(\w+) +→ (.+)$/.exec(line);
    if (row?.[1] !== undefined && row[2] !== undefined) table.set(row[1], names(row[2]));
    else if (/^ {4}\w.* ← /.test(line)) ranks = line.split('←').map(names);
  }
  return { table, ranks };
}

/** What is wrong with the imports of a file below `src/`: one sentence each. Tests may import more than the room itself. */
export function complaints(file: SourceFile, rooms: Rooms): readonly string[] {
  const room = roomOf(file.path);
  const allowed = rooms.table.get(room);
  if (!allowed) return [`${file.path}: src/README.md does not know the room ${room}`];
  return imports(file).flatMap((each) => {
    const at = `${file.path}:${each.line}`;
    if (!each.own)
      return allowed.includes(each.target) || isForTests(file, each.target)
        ? []
        : [`${at}: ${room} may not import the package ${each.target}`];
    if (each.target.startsWith('test/') && isTest(file)) return [];
    if (!each.target.startsWith('src/')) return [`${at}: ${each.target} lies outside src`];
    if (!allowed.some((name) => isWithin(each.target, `src/${name}`))) return [`${at}: ${room} may not import ${each.target}`];
    return room === 'analysis' && !isLeftOf(file.path, each.target, rooms)
      ? [`${at}: ${folderOf(file.path)} may not import ${each.target}`]
      : [];
  });
}

const TEST_PACKAGES: readonly string[] = ['vitest', 'fast-check'];

const isForTests = (file: SourceFile, name: string): boolean =>
  isTest(file) && (TEST_PACKAGES.includes(name) || name.startsWith('node:'));

/** Files directly in `analysis/` are its face: they may import every folder, and no folder imports them. */
function isLeftOf(from: string, to: string, { ranks }: Rooms): boolean {
  if (folderOf(from) === '' || folderOf(from) === folderOf(to)) return true;
  const rank = (folder: string) => ranks.findIndex((names) => names.includes(folder));
  return rank(folderOf(to)) >= 0 && rank(folderOf(to)) < rank(folderOf(from));
}

/** `src/analysis/jar/store.ts` → `analysis`. */
const roomOf = (path: string): string => path.split('/')[1] ?? '';

/** `src/analysis/jar/store.ts` → `jar`; empty for a file directly in the room. */
function folderOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 3 ? (parts[2] ?? '') : '';
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

const names = (text: string): readonly string[] => text.split(',').map((name) => name.trim());
