import type { Fact } from '../analysis/facts/fact';

/** Facts in one message, in characters as JSON, nearly: Chromium refuses messages above 64 MB, and a panel stays alive between small ones. */
const LARGEST = 1_000_000;

export interface Portion {
  readonly upTo: number;
  readonly facts: readonly Fact[];
}

/**
 * Facts in messages of bearable size; one empty message where there are none.
 * @param upTo number up to which these are all there are
 */
export function portions(facts: readonly Fact[], upTo: number, largest = LARGEST): readonly Portion[] {
  const all: Fact[][] = [[]];
  let size = 0;
  for (const fact of facts) {
    const own = sizeOf(fact);
    if (size > 0 && size + own > largest) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(fact);
    size += own;
  }
  return all.map((portion, index) => ({
    upTo: index === all.length - 1 ? upTo : (portion.at(-1)?.seq ?? upTo),
    facts: portion,
  }));
}

/** Characters of what can be long, and something for the rest: exact enough, and much cheaper than JSON. */
function sizeOf(fact: Fact): number {
  switch (fact.kind) {
    case 'jar-snapshot':
      return fact.cookies.reduce((sum, { name, value }) => sum + 250 + name.length + value.length, 300);
    case 'response-received':
      return fact.setCookie.reduce((sum, line) => sum + line.length, 600);
    case 'request-sent':
      return 1000 + fact.url.length * 3 + (fact.cookie?.length ?? 0);
    case 'cookie-changed':
      return 400 + fact.cookie.name.length + fact.cookie.value.length;
    default:
      return 600;
  }
}
