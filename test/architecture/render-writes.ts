import type { SourceFile } from './source-files';
import { isNode, lineOf, type Node, nodes } from './syntax-tree';

/** React calls a component and a hook as often as it likes, and may throw the result away. */
const RENDERS = /^(?:[A-Z]|use[A-Z])/;

/** Where a component or a hook writes a ref while it renders: one sentence each. An event or an effect may. */
export function renderWrites(file: SourceFile): readonly string[] {
  const all = nodes(file);
  const parents = new Map(all);
  return all.flatMap(([node]) => {
    const written = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : null;
    if (!isRef(written) || !RENDERS.test(nameOf(functionAround(node, parents), parents))) return [];
    return [
      `${file.path}:${lineOf(file, node.start)}: a ref is written while rendering; keep it in a state, or write it in an effect`,
    ];
  });
}

const isRef = (value: unknown): boolean =>
  isNode(value) && value.type === 'MemberExpression' && isNode(value.property) && value.property.name === 'current';

function functionAround(node: Node, parents: ReadonlyMap<Node, Node | null>): Node | null {
  for (let at = parents.get(node) ?? null; at !== null; at = parents.get(at) ?? null) if (Array.isArray(at.params)) return at;
  return null;
}

/** What a function is called by: its own name, or that of the variable it is given to. */
function nameOf(func: Node | null, parents: ReadonlyMap<Node, Node | null>): string {
  const named = func === null || isNode(func.id) ? func : (parents.get(func) ?? null);
  return isNode(named?.id) ? String(named.id.name) : '';
}
