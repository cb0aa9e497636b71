import type { CookieLife } from '../cookies/cookie-life';
import { sentWith } from '../requests/value-changes';
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

/** The same with what each refused visit is compared with, gathered once: an application that is polled refuses thousands. */
export interface Stretch extends SignedIn {
  /** Where each page was first served, as a place among the visits. */
  readonly servedFrom: ReadonlyMap<string, number>;
  /** The visits that were answered as to somebody who is signed in, each with its place. */
  readonly servedInside: readonly (readonly [place: number, visit: Visit])[];
}

export function gathered(signedIn: SignedIn): Stretch {
  const { visits, answers, pages } = signedIn;
  const servedFrom = new Map<string, number>();
  for (const [place, visit] of visits.entries())
    if (!servedFrom.has(visit.address.page) && answers.of(visit) === 'served') servedFrom.set(visit.address.page, place);
  return { ...signedIn, servedFrom, servedInside: [...visits.entries()].filter(([, visit]) => pages.of(visit) === 'signed-in') };
}

/** Whether two visits carried the same value of a cookie. */
export function carrySameValue(life: CookieLife, a: Visit, b: Visit): boolean {
  const value = sentWith(life, a)?.value;
  return value !== undefined && value === sentWith(life, b)?.value;
}
