import type { Instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { JarHistory } from '../jar-history/jar-history';
import type { SentCookie, WithheldCookie } from '../rows/exchange';
import { type Sent, sharedSent, sharedWithheld } from './sharing';

/** The cookie came into the jar at the time of the request: which of the two was first is not known. */
const ARRIVING: Sent = { outcome: 'cannot-tell', reasons: [], missing: ['stored-at-that-time'] };
/** The cookie expired at the time of the request: which of the two was first is not known. */
const EXPIRING: Sent = { outcome: 'cannot-tell', reasons: [], missing: ['expired-at-that-time'] };

interface Candidate {
  readonly cookie: StoredCookie;
  readonly predicted: Sent;
}

interface Knowledge {
  readonly history: JarHistory;
  readonly setByRedirect: (cookie: StoredCookie) => boolean;
}

/** A cookie that did not go. What came or expired at about that time is not held against the browser. */
export function withheldBead(
  { cookie, predicted }: Candidate,
  at: Instant,
  { history, setByRedirect }: Knowledge,
): WithheldCookie {
  if (predicted.outcome !== 'sent') return sharedWithheld(cookie, predicted);
  if (history.isNearExpiry(cookie, at)) return sharedWithheld(cookie, EXPIRING);
  return sharedWithheld(cookie, history.wasArriving(cookie, at) && !setByRedirect(cookie) ? ARRIVING : predicted);
}

/** A cookie that went. What expired at about that time is not held against the browser. */
export function sentBead({ cookie, predicted }: Candidate, at: Instant, history: JarHistory): SentCookie {
  const isOnlyExpired = predicted.reasons.length === 1 && predicted.reasons[0] === 'expired';
  return sharedSent(cookie, isOnlyExpired && history.isNearExpiry(cookie, at) ? EXPIRING : predicted);
}
