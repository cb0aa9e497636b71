import type { TokenPart } from './reading';

/** Indenting JSON that is nested deeper would multiply its size: 4 kB of brackets would become 8 MB. */
const DEEPEST_INDENTED = 16;

/**
 * A piece of a layer that is JSON. Its indented text is made when somebody asks for it: most readings only want notes.
 * @param json gives it
 * @param octets of the JSON as it was sent
 */
export const jsonPart = (name: string, json: () => string, octets: number): TokenPart => ({
  name,
  octets,
  get text() {
    return indentedJson(json());
  },
});

/**
 * JSON on lines of its own, each name, text and number as it was written: what is parsed and written again would lose numbers
 * that JavaScript does not hold, and all but the last of equal names.
 * @param json is JSON
 */
export function indentedJson(json: string): string {
  const tokens = json.match(/"(?:[^"\\]+|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s"{}[\],:]+/g) ?? [];
  if (isDeeper(tokens, DEEPEST_INDENTED)) return tokens.join('');
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return tokens
    .map((token) => {
      if (token === ',') return `,${line()}`;
      if (token === ':') return ': ';
      // One behind the other: there is nothing in it.
      if (/^[{[]\s*[}\]]$/.test(token)) return `${token[0]}${token.at(-1)}`;
      const turn = nesting(token);
      depth += turn;
      return turn === 0 ? token : turn > 0 ? `${token}${line()}` : `${line()}${token}`;
    })
    .join('');
}

function isDeeper(tokens: readonly string[], than: number): boolean {
  let depth = 0;
  return tokens.some((token) => {
    depth += nesting(token);
    return depth > than;
  });
}

const nesting = (token: string): number => (token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0);
