import type { Attempt } from '../session/requests/attempt';
import type { Evidence } from '../session/shared/evidence';
import { lastOf } from '../session/sign-in/outcome';
import type { SiteSession } from '../session/site-session';
import type { Moment } from './moment';

/**
 * Credentials that did not sign in by themselves: refused, half of a sign-in, or answered so that nobody can tell.
 * @param silent ids of exchanges that brought another site's answer to a question in the background
 */
export function attemptMoments({ attempts, signIns }: SiteSession, silent: ReadonlySet<string>): readonly Moment[] {
  const inStory = new Set(signIns.flatMap((signIn) => signIn.attempts.slice(-1)));
  return attempts.filter((attempt) => !inStory.has(attempt) && !silent.has(attempt.visit.exchange.id)).flatMap(momentOf);
}

function momentOf(attempt: Attempt): readonly Moment[] {
  const base = {
    at: attempt.visit.exchange.at,
    until: null,
    step: attempt.step,
    missing: attempt.missing,
    exchanges: attempt.chain.map(({ exchange }) => exchange.id),
    evidence: attempt.evidence,
  };
  if (attempt.outcome === 'refused') {
    const kind = isSentOn(attempt) ? 'sent-on-to-sign-in' : 'credentials-refused';
    return [{ ...base, kind, certainty: 'observed' }];
  }
  if (attempt.outcome === 'lost' && attempt.loss !== null) {
    const { why, name } = attempt.loss;
    return [{ ...base, kind: 'sign-in-lost', why, name, certainty: why === 'not-set' ? 'cannot-tell' : 'observed' }];
  }
  if (attempt.outcome === 'continued') return [{ ...base, kind: 'credentials-continued', certainty: 'observed' }];
  // Let in, but somebody was in already: a password confirmed or changed is told as that.
  return attempt.outcome === 'succeeded' ? [] : [{ ...base, kind: 'credentials-unanswered', certainty: 'cannot-tell' }];
}

/** An account form that leads to another page to sign in on was not refused: it just lets nobody in by itself. */
function isSentOn(attempt: Attempt): boolean {
  if (attempt.step !== 'registration' && attempt.step !== 'new-password') return false;
  const last = lastOf(attempt);
  const landing = last.leadsTo ?? last.address.page;
  if (landing === attempt.from || landing === attempt.visit.address.page) return false;
  return !attempt.evidence.some(({ kind }) => REFUSALS.has(kind));
}

const REFUSALS: ReadonlySet<Evidence['kind']> = new Set(['refused-by-status', 'error-in-redirect', 'tried-again']);
