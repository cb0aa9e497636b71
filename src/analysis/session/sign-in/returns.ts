import type { CookieKey } from '../cookies/cookie-key';
import { type CookieLife, givenAt } from '../cookies/cookie-life';
import { sentWith } from '../requests/value-changes';
import type { Visit, VisitAnswers } from '../requests/visit';
import type { RoleVerdict } from '../shared/role-kinds';

const DAY = 86_400_000;

/** What returns are read from. */
interface ReturnScene {
  readonly visits: readonly Visit[];
  readonly answers: VisitAnswers;
  readonly candidates: readonly CookieLife[];
  readonly roles: ReadonlyMap<CookieKey, RoleVerdict>;
}

/**
 * Cookies that remember by what they do, whatever they are called: a page that others do not get was asked for with one of them
 * and without the session that had been there, and the answer gave another session.
 * @returns ids of the exchanges that show it, by cookie
 */
export function returnsIn({ visits, answers, candidates, roles }: ReturnScene): ReadonlyMap<CookieLife, readonly string[]> {
  const found = new Map<CookieLife, readonly string[]>();
  const lasting = candidates.filter(({ lifetime }) => typeof lifetime === 'number' && lifetime >= DAY);
  const sessions = candidates.filter((life) => !lasting.includes(life) && isOfSession(roles.get(life.key)));
  if (lasting.length === 0 || sessions.length === 0) return found;
  const changes = new Set(sessions.flatMap(({ spans }) => spans.map(({ from }) => from)));
  for (const [place, visit] of visits.entries()) {
    if (visit.answeredAt === null || !changes.has(visit.answeredAt)) continue;
    const given = sessions.find(
      (life) => sentWith(life, visit) === null && wasCarriedBefore(life, visit) && givenAt(life, visit.answeredAt) !== null,
    );
    if (given === undefined || !isLetIn(visit, visits.slice(place), answers)) continue;
    for (const life of lasting) if (sentWith(life, visit) !== null) found.set(life, [visit.exchange.id]);
  }
  return found;
}

const isOfSession = (verdict: RoleVerdict | undefined): boolean =>
  verdict?.role === 'session-id' || verdict?.role === 'auth-token';
const wasCarriedBefore = ({ spans }: CookieLife, { seq }: Visit): boolean =>
  spans.some(({ from, sent }) => from < seq && sent.some((exchange) => exchange.sent.seq < seq));

/** Served what others do not get, at once or where its redirects led. */
function isLetIn(visit: Visit, following: readonly Visit[], answers: VisitAnswers): boolean {
  const hops = following.filter(({ exchange }) => exchange.request === visit.exchange.request);
  return hops.some((hop) => answers.of(hop) === 'served' && answers.isGuarded(hop.address.page));
}
