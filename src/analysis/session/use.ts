import { bearsToken } from './bearer';
import { holdsSession } from './carriers';
import type { CookieKey } from './cookie-key';
import { type CookieLife, lastSpan } from './cookie-life';
import { sentWith } from './movement';
import type { SignIn } from './session-kinds';
import type { Visit } from './visit';

/** Visits of a stretch that carried what counts. */
export function visitsCarrying({ carriers, carriedBy, first }: SignIn, within: readonly Visit[]): readonly Visit[] {
  if (carriedBy === 'bearer-header') return within.filter(bearsToken);
  if (carriedBy === 'http-authentication') return within.filter(({ address }) => address.authority === first.address.authority);
  return within.filter((visit) => carriers.some(({ life }) => sentWith(life, visit) !== null));
}

/** Answers that gave a carrier another value while somebody was signed in. Habitual changes are left out, and those of a session that lies in its cookie. */
export function changesDuring(
  carriers: readonly CookieLife[],
  within: readonly Visit[],
  restless: ReadonlySet<CookieKey>,
): readonly { readonly visit: Visit; readonly key: CookieKey }[] {
  const calm = carriers.filter((life) => !restless.has(life.key) && !holdsSession(lastSpan(life)));
  return within.flatMap((visit) =>
    calm
      .filter(({ spans }) => spans.some(({ to, end }) => end === 'replaced' && to !== null && to === visit.answeredAt))
      .map(({ key }) => ({ visit, key })),
  );
}
