import type { JarCookie, JarSnapshot } from '../facts/fact';
import type { Instant } from '../facts/units';
import { isOver, type StoredCookie } from '../jar/stored-cookie';
import { reconcile } from '../verdict/reconcile';
import type { Agreement, Prediction } from '../verdict/verdict';
import type { SetLine, SetObservation, SetOutcome } from './exchange';
import { isLikePartition, isSameCookie, isSameValue, isUnchanged, nameKey } from './likeness';
import type { LineTrack } from './pending-lines';
import type { JudgedLine } from './setting';

/** A line with what the browser was seen to do, and how that stands to the prediction. */
export function observedAs(
  line: SetLine,
  outcome: SetOutcome,
  by: 'change-event' | 'jar-read',
  at: Instant,
  seen: JarCookie | null,
): SetLine {
  const observed: SetObservation = { outcome, by, at };
  return { ...line, observed, seen, agreement: agreement(line, outcome, seen) };
}

function agreement(line: SetLine, outcome: SetOutcome, seen: JarCookie | null): Agreement {
  const { predicted, result } = line;
  // The same cookie written again with its life prolonged: one may call that replaced, the other unchanged.
  const rewritten = isRewrite(predicted.outcome) && isRewrite(outcome);
  const accord = rewritten ? 'agrees' : reconcile(predicted, outcome);
  return accord === 'agrees' && result !== null && seen !== null && !isSameCookie(result, seen) ? 'differs' : accord;
}

const isRewrite = (outcome: SetOutcome | 'cannot-tell'): boolean => outcome === 'replaced' || outcome === 'unchanged';

/** What an accepted line comes to over another cookie than we thought: the engine's yes stays, the outcome follows the jar. */
export function rebased({ predicted, result }: SetLine, before: StoredCookie | null, replaced: boolean): Prediction<SetOutcome> {
  if (predicted.outcome !== 'stored' && !isRewrite(predicted.outcome)) return predicted;
  if (!replaced) return { ...predicted, outcome: 'stored' };
  if (before === null) return { ...predicted, outcome: 'replaced' };
  return { ...predicted, outcome: result !== null && isUnchanged(result, before) ? 'unchanged' : 'replaced' };
}

/**
 * What a reading of the jar says about a line received before it. Null = nothing.
 * @param later whether another line or change concerned the same cookie after this line
 */
export function readAs({ judged, line }: LineTrack, snapshot: JarSnapshot, later: boolean): SetLine {
  const shown = shownIn(snapshot, judged);
  const { previous, predicted } = line;
  const seen = (outcome: SetOutcome): SetLine => observedAs(line, outcome, 'jar-read', snapshot.at, shown);
  const refused = predicted.outcome === 'rejected';
  if (judged.deletes) {
    if (later) return unseen(line, 'overwritten-since');
    // Firefox goes on listing what has expired.
    if (shown !== null && !isOver(shown, snapshot.at)) return seen('rejected');
    return previous === null && refused ? unseen(line, 'unchanged-is-silent') : seen('deleted');
  }
  if (shown === null) {
    const past = later || (judged.cookie !== null && isOver(judged.cookie, snapshot.at));
    return past ? unseen(line, 'overwritten-since') : seen('rejected');
  }
  if (!isSameValue(judged.value, shown.value)) return later ? unseen(line, 'overwritten-since') : seen('rejected');
  if (previous === null) return later && refused ? unseen(line, 'overwritten-since') : seen('stored');
  if (!isSameValue(previous.value, shown.value)) return later && refused ? unseen(line, 'overwritten-since') : seen('replaced');
  // It was there before and is there now: whether a line the engine refuses was taken, nobody can see.
  if (refused) return unseen(line, 'unchanged-is-silent');
  return seen(isSameCookie(previous, shown) ? 'unchanged' : 'replaced');
}

/** A line of which nothing can be seen, and why. */
export const unseen = (line: SetLine, why: Unseen): SetLine => ({ ...line, observed: { outcome: 'not-observed', why } });

type Unseen = Extract<SetObservation, { readonly outcome: 'not-observed' }>['why'];

function shownIn({ cookies }: JarSnapshot, { target, partitionKnown }: JudgedLine): JarCookie | null {
  const wanted = nameKey(target);
  const isWanted = (cookie: JarCookie): boolean =>
    nameKey(cookie) === wanted && (!partitionKnown || isLikePartition(cookie.partition, target.partition));
  return cookies.find(isWanted) ?? null;
}
