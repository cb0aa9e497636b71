import type { SourceFile } from './source-files';
import { type Node, nodes } from './syntax-tree';

/** Keys of the catalogue that no file names, neither whole, nor by its stem (`sayCount`), nor by a template. */
export function unsaidKeys(keys: readonly string[], files: readonly SourceFile[]): readonly string[] {
  const texts = new Set<string>();
  const templates: RegExp[] = [];
  for (const [node] of files.flatMap(nodes)) {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.add(node.value);
    else if (node.type === 'TemplateLiteral' && isKeyLike(node)) templates.push(formOf(node));
  }
  const isSaid = (text: string): boolean => texts.has(text) || templates.some((form) => form.test(text));
  return keys.filter((key) => !isSaid(key) && !isSaid(key.replace(/\.(?:one|other)$/, '')));
}

const quasis = (node: Node): readonly string[] =>
  (Array.isArray(node.quasis) ? node.quasis : []).map((quasi: { readonly value: { readonly raw: string } }) => quasi.value.raw);

/** `role.${role}`, `${attribute}.present`: nothing but parts of a key, one of them a whole word with its point. */
const isKeyLike = (node: Node): boolean =>
  quasis(node).every((text) => /^[\w.-]*$/.test(text)) && quasis(node).some((text) => /[a-z-]{3,}\.|\.[a-z-]{3,}/.test(text));

const formOf = (node: Node): RegExp => new RegExp(`^${quasis(node).map(escaped).join('.+')}$`);

const escaped = (text: string): string => text.replaceAll('.', '\\.');
