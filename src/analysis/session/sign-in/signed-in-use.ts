import type { CookieKey } from '../cookies/cookie-key';
import { type CookieLife, endOf, lastSpan } from '../cookies/cookie-life';
import { bearsToken } from '../requests/bearer';
import { sentWith } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
import { firstFrom } from '../shared/ordered';
import { isRenewedAnyway, isSameId } from '../values/value-kind';
import type { SignIn } from './session-kinds';

/** Visits of a stretch that carried what counts. */
export function visitsCarrying({ carriers, carriedBy, first }: SignIn, within: readonly Visit[]): readonly Visit[] {
  if (carriedBy === 'bearer-header') return within.filter(bearsToken);
  if (carriedBy === 'http-authentication') return within.filter(({ address }) => address.authority === first.address.authority);
  return within.filter((visit) => carriers.some(({ life }) => sentWith(life, visit) !== null));
}

/**
 * Answers that gave a carrier another value while somebody was signed in. Habitual changes are left out, and those of a value
 * that is sealed or dated anew without anybody doing anything: a session in its cookie, a token, an encrypted id.
 */
export function changesDuring(
  carriers: readonly CookieLife[],
  within: readonly Visit[],
  volatile: ReadonlySet<CookieKey>,
): readonly { readonly visit: Visit; readonly key: CookieKey }[] {
  const unchanging = carriers.filter((life) => !volatile.has(life.key) && !isRenewedAnyway(lastSpan(life)));
  const changes: { readonly visit: Visit; readonly key: CookieKey }[] = [];
  for (const visit of within)
    for (const life of unchanging) if (givesNewId(life, visit.answeredAt)) changes.push({ visit, key: life.key });
  return changes;
}

function givesNewId({ spans }: CookieLife, answeredAt: number | null): boolean {
  if (answeredAt === null) return false;
  for (let place = firstFrom(spans, answeredAt, endOf); spans[place]?.to === answeredAt; place++) {
    const [span, next] = [spans[place], spans[place + 1]];
    if (span?.end === 'replaced' && (next === undefined || !isSameId(span, next))) return true;
  }
  return false;
}
