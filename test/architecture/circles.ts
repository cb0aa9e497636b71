import { posix } from 'node:path';
import { imports } from './imports';
import { isTest, type SourceFile } from './source-files';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Files that import each other, types included, over however many others: one sentence a circle. */
export function fileCircles(files: readonly SourceFile[]): readonly string[] {
  return circles(fileGraph(files)).map((circle) => `${circle}: move what both ends need into a file of its own`);
}

/** Folders side by side that import each other, over however many others: one sentence a circle. Tests do not count. */
export function folderCircles(all: readonly SourceFile[]): readonly string[] {
  const files = all.filter((file) => !isTest(file));
  const graphs = new Map<string, Map<string, Set<string>>>();
  for (const [from, targets] of fileGraph(files)) {
    for (const to of targets) {
      const [parent, mine, other] = branches(from, to);
      const graph = graphs.get(parent) ?? new Map<string, Set<string>>();
      graphs.set(parent, graph);
      graph.set(mine, (graph.get(mine) ?? new Set()).add(other));
    }
  }
  return [...graphs].flatMap(([parent, graph]) =>
    circles(graph).map((circle) => `in ${parent}: ${circle}: move a file so that the arrows run one way`),
  );
}

/** Where two paths part, and the folder each goes on with; a file that stands there itself is `.` */
function branches(from: string, to: string): readonly [parent: string, mine: string, other: string] {
  const [a, b] = [from.split('/'), to.split('/')];
  let depth = 0;
  while (a[depth] === b[depth]) depth++;
  const next = (parts: readonly string[]) => (depth < parts.length - 1 ? (parts[depth] ?? '.') : '.');
  return [a.slice(0, depth).join('/'), next(a), next(b)];
}

function fileGraph(files: readonly SourceFile[]): Graph {
  const known = new Set(files.map(({ path }) => path));
  const found = (target: string) => ['', '.ts', '.tsx', '/index.ts'].map((end) => target + end).find((path) => known.has(path));
  return new Map(
    files.map((file) => {
      const own = imports(file).filter(({ own }) => own);
      return [file.path, new Set(own.flatMap(({ target }) => found(posix.normalize(target)) ?? []))];
    }),
  );
}

/** One circle of each knot of the graph, written as a path. */
function circles(graph: Graph): readonly string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (node: string, path: readonly string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) found.push([...path.slice(start), node].join(' → '));
    if (start >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) if (next !== node) walk(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return found;
}
