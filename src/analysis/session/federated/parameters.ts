import type { Exchange } from '../../replay/rows/exchange';

const MOST = 64;
const LONGEST = 400_000;

/** The parameters of an address, decoded, the first of each name. Bounded: an address is a stranger's. */
export function parametersOf(url: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const query = url.length > LONGEST ? undefined : /\?([^#]*)/.exec(url)?.[1];
  if (query === undefined || query === '') return found;
  for (const pair of query.split('&', MOST)) {
    const equals = pair.indexOf('=');
    const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
    if (!found.has(name)) found.set(name, equals < 0 ? '' : decoded(pair.slice(equals + 1)));
  }
  return found;
}

/** As forms are encoded; what is malformed stays as it is. @see https://url.spec.whatwg.org/#urlencoded-parsing */
function decoded(text: string): string {
  const plain = text.replaceAll('+', ' ');
  if (!plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    // Not UTF-8: a parameter that we compare or show is ASCII.
    return plain;
  }
}

/** Whether the request's body has a field of this name. */
export const hasField = ({ sent }: Exchange, name: string): boolean => (sent.fields ?? []).some((field) => field.name === name);

/** The digest of a field; null = there is none, or none was kept. */
export const fieldDigest = ({ sent }: Exchange, name: string): string | null =>
  (sent.fields ?? []).find((field) => field.name === name)?.digest ?? null;
