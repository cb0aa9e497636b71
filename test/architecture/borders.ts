import { imports } from './imports';
import { isTest, type SourceFile } from './source-files';

/** From what knows least to what knows most; those of one rank do not know each other. */
type Ranks = readonly (readonly string[])[];

export interface Borders {
  /** What each folder of `src` may import: folders, packages. */
  readonly table: ReadonlyMap<string, readonly string[]>;
  /** The order of the folders inside a folder, by its path below `src`: `analysis/engine`. */
  readonly orders: ReadonlyMap<string, Ranks>;
}

/** Reads the rows `folder → what it may import` and the rows `folder: a ← b, c ← d` out of `src/README.md`. */
export function readBorders(readme: string): Borders {
  const table = new Map<string, readonly string[]>();
  const orders = new Map<string, Ranks>();
  for (const line of readme.split('\n')) {
    const [, top, may] = /^ {4}(\w+) +→ (.+)$/.exec(line) ?? [];
    if (top !== undefined && may !== undefined) table.set(top, names(may));
    const [, folder, order] = /^ {4}([\w/-]+): (.+ ← .+)$/.exec(line) ?? [];
    if (folder !== undefined && order !== undefined) orders.set(folder, order.split('←').map(names));
  }
  return { table, orders };
}

/** What is wrong with the imports of a file below `src/`: one sentence each. Tests may import more than the folder itself. */
export function complaints(file: SourceFile, borders: Borders): readonly string[] {
  const folder = file.path.split('/')[1] ?? '';
  const allowed = borders.table.get(folder);
  if (!allowed) return [`${file.path}: give ${folder} a row in the table of src/README.md that says what it may import`];
  return imports(file).flatMap((each) => {
    const at = `${file.path}:${each.line}`;
    const instead = 'move the code, or open the border in src/README.md and say why';
    if (!each.own)
      return allowed.includes(each.target) || isForTests(file, each.target)
        ? []
        : [`${at}: ${folder} may not import the package ${each.target}: ${instead}`];
    if (each.target.startsWith('test/') && isTest(file)) return [];
    if (!each.target.startsWith('src/')) return [`${at}: ${each.target} lies outside src: move what is needed into src`];
    if (!allowed.some((name) => isWithin(each.target, `src/${name}`)))
      return [`${at}: ${folder} may not import ${each.target}: ${instead}`];
    const wrong = outOfOrder(file, each.target, borders.orders);
    return wrong === null ? [] : [`${at}: ${wrong}`];
  });
}

/** The folders of `src` that have an order and leave one of theirs out of it, or name one that is not there. */
export function unranked(folders: readonly string[], { orders }: Borders): readonly string[] {
  return [...orders].flatMap(([parent, ranks]) => {
    const inside = folders.filter((path) => path.startsWith(`src/${parent}/`)).map((path) => path.slice(`src/${parent}/`.length));
    const there = new Set(inside.filter((path) => !path.includes('/')));
    const named = ranks.flat();
    return [
      ...[...there]
        .filter((name) => !named.includes(name))
        .map(
          (name) => `src/README.md gives ${parent}/${name} no place in the order: add it to the line that begins with ${parent}:`,
        ),
      ...named
        .filter((name) => !there.has(name))
        .map((name) => `src/README.md names ${parent}/${name}, which does not exist: strike it`),
    ];
  });
}

/** What the table allows and no file makes use of, tests aside: an open border that nobody needs is closed. */
export function unusedAllowances(files: readonly SourceFile[], { table }: Borders): readonly string[] {
  return [...table].flatMap(([folder, allowed]) => {
    const own = files.filter((file) => file.path.startsWith(`src/${folder}/`) && !isTest(file));
    const targets = own.flatMap((file) => imports(file).map(({ target }) => target));
    const isUsed = (name: string) =>
      name === folder || targets.some((target) => target === name || isWithin(target, `src/${name}`));
    return allowed
      .filter((name) => !isUsed(name))
      .map((name) => `src/README.md lets ${folder} import ${name}, and nothing does: strike it`);
  });
}

const TEST_PACKAGES: readonly string[] = ['vitest', 'fast-check', 'tough-cookie'];

const isForTests = (file: SourceFile, name: string): boolean =>
  isTest(file) && (TEST_PACKAGES.includes(name) || name.startsWith('node:'));

/** Why one file of a folder may not import another of it; null = it may. A test may go in by the folder's entry point. */
function outOfOrder(from: SourceFile, to: string, orders: Borders['orders']): string | null {
  const [above, below] = [from.path.split('/'), to.split('/')];
  let depth = 1;
  while (above[depth] === below[depth] && depth < below.length - 1) depth++;
  const parent = above.slice(1, depth).join('/');
  const [mine, other] = [folderAt(above, depth), folderAt(below, depth)];
  if (parent === '' || mine === null || mine === other) return null;
  if (other === null && isTest(from)) return null;
  if (other === null)
    return `${parent}/${mine} may not import ${to}: files directly in ${parent} use its folders, not the reverse`;
  const ranks = orders.get(parent);
  if (!ranks) return null;
  const rank = (name: string) => ranks.findIndex((names) => names.includes(name));
  return rank(other) >= 0 && rank(other) < rank(mine)
    ? null
    : `${parent}/${mine} may not import ${to}: only what stands left of it in the order of src/README.md; move the code to the right, or what it needs to the left`;
}

/** The folder at a depth of a path; null where the file itself stands there. */
const folderAt = (parts: readonly string[], depth: number): string | null =>
  depth < parts.length - 1 ? (parts[depth] ?? null) : null;

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

const names = (text: string): readonly string[] => text.split(',').map((name) => name.trim());
