import type { Completion } from '../flow/filter/complete';

const ATTRIBUTES = [
  'Secure',
  'HttpOnly',
  'SameSite=',
  'Path=',
  'Max-Age=',
  'Expires=',
  'Domain=',
  'Partitioned',
  'Priority=',
] as const;
const PREFIXES = ['__Host-', '__Secure-', '__Http-', '__Host-Http-'] as const;

const VALUES: Readonly<Record<string, readonly string[]>> = {
  samesite: ['Strict', 'Lax', 'None'],
  path: ['/'],
  'max-age': ['0', '3600', '86400', '2592000', '31536000'],
  priority: ['Low', 'Medium', 'High'],
  expires: ['Thu, 01 Jan 1970 00:00:00 GMT'],
};

/**
 * What the part of a Set-Cookie line at the caret could become: a prefix of the name, an attribute that the line does not have yet, or
 * the attribute's values.
 * @param text all lines
 * @param host of the request, for Domain
 */
export function lineCompletions(text: string, caret: number, host: string): readonly Completion[] {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const lineEnd = end(text, '\n', caret);
  const semicolon = text.lastIndexOf(';', caret - 1);
  if (semicolon < lineStart) {
    const typed = text.slice(lineStart, caret);
    return typed.startsWith('_') && !typed.includes('=') ? put(text, lineStart, caret, PREFIXES, typed) : [];
  }
  const from = semicolon + 1 + (/^[ \t]*/.exec(text.slice(semicolon + 1, caret))?.[0].length ?? 0);
  const typed = text.slice(from, caret);
  const equals = typed.indexOf('=');
  if (equals >= 0) {
    const name = typed.slice(0, equals).trim().toLowerCase();
    const values = name === 'domain' ? [host] : (VALUES[name] ?? []);
    return put(text, from + equals + 1, caret, values, typed.slice(equals + 1));
  }
  const others = (text.slice(lineStart, from) + text.slice(end(text, ';', caret), lineEnd)).toLowerCase();
  const isThere = (attribute: string) =>
    others.split(';').some((part) => part.split('=')[0]?.trim() === attribute.replace('=', '').toLowerCase());
  return put(
    text,
    from,
    caret,
    ATTRIBUTES.filter((attribute) => !isThere(attribute)),
    typed,
  );
}

function put(text: string, from: number, caret: number, words: readonly string[], typed: string): readonly Completion[] {
  const begins = (word: string) => word.toLowerCase().startsWith(typed.toLowerCase()) && word !== typed;
  return words.filter(begins).map((label) => ({
    label,
    text: text.slice(0, from) + label + text.slice(caret),
    caret: from + label.length,
  }));
}

function end(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from);
  return found < 0 ? text.length : found;
}
