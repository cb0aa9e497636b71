import { parseSync } from 'vite';
import type { SourceFile } from './source-files';

/** A node of the ESTree that Vite's parser gives. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/**
 * Every node of a file with its parent, outer ones first.
 * @throws Error for a text that is not TypeScript
 */
export function nodes(file: SourceFile): readonly (readonly [node: Node, parent: Node | null])[] {
  const { program, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error) throw new Error(`${file.path}: ${error.message}`);
  const found: [Node, Node | null][] = [];
  walk(program, null, found);
  return found;
}

/** The line a position is in, counted from 1. */
export const lineOf = (file: SourceFile, position: number): number => file.text.slice(0, position).split('\n').length;

function walk(value: unknown, parent: Node | null, found: [Node, Node | null][]): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, parent, found);
  } else if (isNode(value)) {
    found.push([value, parent]);
    for (const child of Object.values(value)) walk(child, value, found);
  }
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
