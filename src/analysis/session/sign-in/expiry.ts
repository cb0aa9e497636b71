import { isOver } from '../../engine/jar/stored-cookie';
import { type CookieLife, givenAt, spanAt } from '../cookies/cookie-life';
import { bearsToken } from '../requests/bearer';
import { sentWith } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
import { evidence } from '../shared/evidence';
import type { Expiry } from './session-kinds';
import { carrySameValue, type SignedIn, type Stretch } from './stretch';

/** A page that was served, and now sends on to sign in although nobody signed out. */
export function expiryAt(visit: Visit, place: number, stretch: Stretch): Expiry | null {
  const { visits, answers, pages, carriers } = stretch;
  const answer = answers.of(visit);
  const isAnonymous = answer === 'served' && pages.of(visit) === 'anonymous';
  if (answer !== 'to-login' && !isAnonymous && !(answer === 'denied' && visit.exchange.status !== 403)) return null;
  const served = isAnonymous || (stretch.served().from.get(visit.address.page) ?? place) < place;
  if (!served && answer !== 'to-login') return null;
  // Still served elsewhere with the same id: this page needs more than being signed in.
  const byHeader = carriers.length === 0 && visits.slice(0, place).some(bearsToken);
  // A token that has run out and was renewed, without anybody signing in, ended nothing.
  const isStill = stretch
    .served()
    .inside.some(
      ([at, each]) => at > place && (byHeader ? bearsToken(each) : carriers.some((life) => carrySameValue(life, visit, each))),
    );
  if (isStill) return null;
  const carried = byHeader ? bearsToken(visit) : carriers.some((life) => sentWith(life, visit) !== null);
  const expired = carriers.some(({ spans }) => spans.some((span) => isOver(span, visit.exchange.at)));
  return {
    kind: 'expiry',
    visit,
    by: endedElsewhere(carriers, visit) ?? (carried ? 'server' : byHeader ? 'script' : 'cookie'),
    certainty: served || expired ? 'observed' : 'cannot-tell',
    evidence: [
      evidence(isAnonymous ? 'answered-anonymously' : 'asked-to-sign-in-again', 3, { page: visit.address.path }, [
        visit.exchange.id,
      ]),
      ...(expired ? [evidence('cookie-expired', 2, {}, [visit.exchange.id])] : []),
      ...(carried ? [evidence('old-value-sent', 1, {}, [visit.exchange.id])] : []),
    ],
  };
}

/**
 * A visit without any of the cookies that counted, for they are gone, and with another credential that may sign in by
 * itself: the browser was closed, or somebody deleted the session to see whether they are remembered.
 */
export function lossAt(visit: Visit, { carriers, others }: SignedIn): Expiry | null {
  if (carriers.length === 0 || !others.some((life) => sentWith(life, visit) !== null)) return null;
  if (!carriers.every((life) => sentWith(life, visit) === null && isGone(life, visit))) return null;
  const expired = carriers.some(({ spans }) => spans.some(({ end, to }) => end === 'expired' && to !== null && to < visit.seq));
  const gone = carriers.map(({ name }) => evidence(expired ? 'cookie-expired' : 'cookie-gone', 2, { name }, [visit.exchange.id]));
  return { kind: 'expiry', visit, by: endedElsewhere(carriers, visit) ?? 'cookie', certainty: 'observed', evidence: gone };
}

/** Whether what a cookie held last before a visit was ended by no response of this tab; null = a response did, or its time was over. */
function endedElsewhere(carriers: readonly CookieLife[], visit: Visit): 'eviction' | 'elsewhere' | null {
  for (const { spans } of carriers) {
    const ended = spans.findLast(({ to }) => to !== null && to < visit.seq);
    if (ended === undefined || ended.endedBy === null || ended.end === 'expired' || ended.endedBy.kind === 'expiry') continue;
    return ended.endedBy.kind === 'eviction' ? 'eviction' : 'elsewhere';
  }
  return null;
}

/** Not in the jar when a visit was sent; or so by its answer, which issues a new one to who came without. */
const isGone = (life: CookieLife, visit: Visit): boolean =>
  spanAt(life, visit.seq) === null || givenAt(life, visit.answeredAt) !== null;
