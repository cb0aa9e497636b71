import { Jar } from '../../engine/jar/jar';
import { type Access, accessOf } from '../../engine/verdict/access/access';
import { decideSet, type SetDecision } from '../../engine/verdict/on-set';
import type { Exchange } from '../../replay/rows/exchange';
import type { LineSubject } from './subject';

/**
 * What a browser makes of a line by itself: with an empty jar, and third-party cookies let in, for what else is there and
 * what a user blocks is not the line's fault.
 */
export function decided({ exchange, set }: LineSubject, profile: 'chromium' | 'firefox'): SetDecision {
  return decideSet(EMPTY, accessTo(exchange, profile), set.line);
}

/** Never put into: what else is in the jar differs by browser, not by line. */
const EMPTY = new Jar();
const accesses = { chromium: new WeakMap<Exchange, Access>(), firefox: new WeakMap<Exchange, Access>() };

/** Worked out once for all lines of a response. */
function accessTo(exchange: Exchange, profile: 'chromium' | 'firefox'): Access {
  const before = accesses[profile].get(exchange);
  if (before !== undefined) return before;
  const { received, url, context, at } = exchange;
  const access = { url, via: 'http', context, at: received?.at ?? at, date: received?.date ?? null } as const;
  const made = accessOf(access, { profile, thirdParty: 'allow' });
  accesses[profile].set(exchange, made);
  return made;
}
