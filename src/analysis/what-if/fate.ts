import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { Access } from '../engine/verdict/access/access';
import { decideSend } from '../engine/verdict/on-send';
import type { Prediction } from '../engine/verdict/verdict';
import { type Credentials, sendingWith } from '../replay/requests/credentials';
import type { Exchange } from '../replay/rows/exchange';
import { cookieKey } from '../session/cookies/cookie-key';
import { isLike, type PredictedJar } from './predicted-jar';

/** What becomes of one cookie of the predicted jar with a request. */
export interface CookieFate {
  readonly cookie: StoredCookie;
  readonly predicted: Prediction<'sent' | 'withheld'>;
  /** Whether it goes along; null = cannot tell. */
  readonly goes: boolean | null;
  /** Whether that is what was observed, of the same cookie or of one that shares its fate. */
  readonly asRecorded: boolean;
}

/** A request as it is judged again. */
export interface RejudgedRequest {
  readonly exchange: Exchange;
  readonly access: Access;
  readonly credentials: Credentials;
  /** Whether it is judged by the terms under which it was recorded, so that what was observed still holds. */
  readonly isAsRecorded: boolean;
}

const IN_JAR_UNKNOWN: Prediction<never> = { outcome: 'cannot-tell', reasons: [], missing: ['jar-not-read'] };
const AGE_DECIDES: Prediction<never> = { outcome: 'cannot-tell', reasons: [], missing: ['cookie-age'] };

/** What becomes of each of these cookies of the jar, whose domain covers the request's host. */
export const fatesOf = (
  jar: PredictedJar,
  candidates: readonly StoredCookie[],
  sending: RejudgedRequest,
): readonly CookieFate[] => candidates.map((cookie) => fateOf(cookie, jar, sending));

interface Recorded {
  readonly cookie: StoredCookie;
  readonly wasSent: boolean;
  readonly predicted: Prediction<'sent' | 'withheld'>;
  readonly differs: boolean;
}

function recordedOf(one: StoredCookie, jar: PredictedJar, { cookies, withheld }: Exchange): Recorded | null {
  const key = cookieKey(one);
  for (const { cookie, predicted, agreement } of jar.sent(cookies))
    if (cookie !== null && cookie.name === one.name && cookieKey(cookie) === key)
      return { cookie, wasSent: true, predicted, differs: agreement === 'differs' };
  for (const { cookie, predicted, agreement } of jar.withheld(withheld))
    if (cookie.name === one.name && cookieKey(cookie) === key)
      return { cookie, wasSent: false, predicted, differs: agreement === 'differs' };
  return null;
}

function fateOf(
  cookie: StoredCookie,
  jar: PredictedJar,
  { exchange, isAsRecorded, access, credentials }: RejudgedRequest,
): CookieFate {
  // The cookie of the same identity in the recording; null = there was none.
  const recorded = recordedOf(cookie, jar, exchange);
  const stands = isAsRecorded && recorded !== null && !jar.isUncertain(cookie);
  if (stands && isLike(cookie, recorded.cookie))
    return { cookie, predicted: recorded.predicted, goes: recorded.wasSent, asRecorded: true };
  const predicted = predictedOf(cookie, jar, { access, credentials });
  // Where the engine was wrong about the recorded cookie, what it says of this one is no better.
  if (stands && recorded.differs && predicted.outcome === recorded.predicted.outcome)
    return { cookie, predicted, goes: recorded.wasSent, asRecorded: true };
  return {
    cookie,
    predicted,
    goes: predicted.outcome === 'cannot-tell' ? null : predicted.outcome === 'sent',
    asRecorded: false,
  };
}

function predictedOf(
  cookie: StoredCookie,
  jar: PredictedJar,
  { access, credentials }: Pick<RejudgedRequest, 'access' | 'credentials'>,
): Prediction<'sent' | 'withheld'> {
  const predicted = sendingWith(credentials, decideSend(cookie, access));
  if (predicted.outcome !== 'sent') return predicted;
  if (jar.isUncertain(cookie)) return IN_JAR_UNKNOWN;
  // A cookie that was there before the recording may be older than Lax-allowing-unsafe's two minutes.
  const byAge = access.relation === 'lax-unsafe' && cookie.sameSite === 'absent' && access.behavior.absentSameSite === 'lax';
  return byAge && jar.wasFound(cookie) ? AGE_DECIDES : predicted;
}
