import type { CookieLife } from '../cookies/cookie-life';
import { carriesValue, sentWith } from '../requests/value-changes';
import type { Visit, VisitAnswers } from '../requests/visit';
import type { PageAnswers } from './page-answers';

/** What the end of a signed-in stretch is looked for in. */
export interface SignedIn {
  /** Cookies that carry it. */
  readonly carriers: readonly CookieLife[];
  /** Other credentials of the site: a remember-me token, a token beside the session. */
  readonly others: readonly CookieLife[];
  /** Visits after the sign-in, up to the next. */
  readonly visits: readonly Visit[];
  readonly answers: VisitAnswers;
  /** As whom pages were answered. */
  readonly pages: PageAnswers;
}

/** The same with what each refused visit is compared with. */
export interface Stretch extends SignedIn {
  /** Gathered with the first refused visit, and once: mostly there is none, and an application that is polled refuses thousands. */
  readonly served: () => Served;
}

interface Served {
  /** Where each page was first served, as a place among the visits. */
  readonly from: ReadonlyMap<string, number>;
  /** The visits that were answered as to somebody who is signed in, each with its place. */
  readonly inside: readonly (readonly [place: number, visit: Visit])[];
}

export function gathered(signedIn: SignedIn): Stretch {
  let served: Served | null = null;
  return {
    ...signedIn,
    served: () => {
      served ??= servedIn(signedIn);
      return served;
    },
  };
}

function servedIn({ visits, answers, pages }: SignedIn): Served {
  const from = new Map<string, number>();
  const inside: (readonly [place: number, visit: Visit])[] = [];
  for (const [place, visit] of visits.entries()) {
    if (!from.has(visit.address.page) && answers.of(visit) === 'served') from.set(visit.address.page, place);
    if (pages.of(visit) === 'signed-in') inside.push([place, visit]);
  }
  return { from, inside };
}

/** Whether two visits carried the same value of a cookie. */
export function carrySameValue(life: CookieLife, a: Visit, b: Visit): boolean {
  const value = sentWith(life, a)?.value;
  return value !== undefined && carriesValue(life, b, value);
}
