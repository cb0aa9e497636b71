import type { CookieKey } from '../cookies/cookie-key';
import { type CookieLife, lastSpan } from '../cookies/cookie-life';
import { bearsToken } from '../requests/bearer';
import { sentWith } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
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
  return within.flatMap((visit) =>
    unchanging
      .filter(({ spans }) =>
        spans.some((span, place) => {
          if (span.end !== 'replaced' || span.to === null || span.to !== visit.answeredAt) return false;
          const next = spans[place + 1];
          return next === undefined || !isSameId(span, next);
        }),
      )
      .map(({ key }) => ({ visit, key })),
  );
}
