import type { Draft } from '../analysis/facts/fact';

/** Memory a fact takes, roughly: what can be long, and something for the rest. */
export function sizeOfFact(fact: Draft): number {
  switch (fact.kind) {
    case 'jar-snapshot':
      return fact.cookies.reduce((sum, { name, value }) => sum + 250 + name.length + value.length, 300);
    case 'response-received':
      return fact.setCookie.reduce((sum, line) => sum + line.length, 600);
    case 'request-sent':
      return 1000 + fact.url.length + (fact.cookie?.length ?? 0);
    case 'cookie-changed':
    case 'cookie-written':
      return 400 + fact.cookie.name.length + fact.cookie.value.length;
    default:
      return 400;
  }
}
