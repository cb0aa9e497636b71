import type { Instant } from '../../engine/base/units';
import { isOver, type StoredCookie } from '../../engine/jar/stored-cookie';
import { isUnknown } from '../../engine/verdict/access/context';
import { reconcile } from '../../engine/verdict/reconcile';
import type { Agreement, Prediction } from '../../engine/verdict/verdict';
import type { CookieChanged, JarCookie, JarSnapshot } from '../../facts/fact';
import { isLikePartition, isSameCookie, isSameValue, isUnchanged, unpartitionedKey } from '../jar-history/cookie-keys';
import { mayBeOver, reckonedLate } from '../jar-history/near-expiry';
import { MODE_UNKNOWN, settingWith } from '../requests/credentials';
import { POLICY_UNKNOWN } from '../requests/policies';
import type { JudgedLine } from '../requests/setting';
import type { SetLine, SetObservation, SetOutcome } from '../rows/exchange';
import type { Claims } from './claims';
import type { LineTrack } from './pending-lines';
import { type Replaced, writeOutcome } from './replaced';

/** A line of which nothing has been observed yet. */
export function newLine(judged: JudgedLine, index: number, accepted: boolean): SetLine {
  const { line, parsed, predicted, previous, cookie, deletes, target, namesakes } = judged;
  return {
    index,
    line,
    parsed,
    predicted,
    observed: { outcome: 'not-observed', why: 'waiting' },
    agreement: 'not-observed',
    previous,
    result: accepted ? cookie : null,
    seen: null,
    deletes,
    target,
    stays: namesakes,
  };
}

/** A line whose cookie something else removed at that time: what it found in the jar, and whether it was the last, is not known. */
export function overtaken(track: LineTrack, claims: Claims): LineTrack {
  const { line, storeId, judged } = track;
  claims.claim(storeId, judged.target, claims.next());
  if (line.predicted.outcome !== 'rejected' && line.predicted.outcome !== 'cannot-tell')
    track.line = { ...line, predicted: OVERTAKEN };
  return track;
}

const OVERTAKEN: Prediction<SetOutcome> = { outcome: 'cannot-tell', reasons: [], missing: ['changed-at-that-time'] };

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

/** What a line came to whose change the browser reported. */
export function changeOutcome(
  { judged }: LineTrack,
  { cookie, removed }: CookieChanged,
  replaced: Replaced | null,
  before: StoredCookie | null,
): SetOutcome {
  if (!removed) return writeOutcome(cookie, replaced, before);
  return judged.dead ? 'dead-on-arrival' : 'deleted';
}

/** What an accepted line comes to over another cookie than we thought: the engine's yes stays, the outcome follows the jar. */
export function rebased(
  track: LineTrack,
  before: StoredCookie | null,
  replaced: boolean,
  { cookie, removed }: Pick<CookieChanged, 'cookie' | 'removed'>,
): Prediction<SetOutcome> {
  const { line, judged } = track;
  const { predicted, result } = line;
  // The jar was not read, or not wholly: the line had something to delete.
  if (removed) return judged.accepted && predicted.outcome !== 'dead-on-arrival' ? DELETED : predicted;
  if (isElsewhere(track, cookie)) return settingWith(POLICY_UNKNOWN, predicted);
  if (predicted.outcome !== 'stored' && !isRewrite(predicted.outcome)) return predicted;
  if (!replaced) return { ...predicted, outcome: 'stored' };
  if (before === null) return { ...predicted, outcome: 'replaced' };
  return { ...predicted, outcome: result !== null && isUnchanged(result, before) ? 'unchanged' : 'replaced' };
}

const DELETED: Prediction<SetOutcome> = { outcome: 'deleted', reasons: [], missing: [] };

/**
 * What a reading of the jar says about a line received before it.
 * @param later whether another line or change concerned the same cookie after this line
 */
export function readAs(track: LineTrack, snapshot: JarSnapshot, later: boolean): SetLine {
  const { judged, line } = track;
  if (!judged.partitionKnown) return readInAnyPartition(track, snapshot, later);
  const shown = shownIn(snapshot, judged);
  const answer = judged.deletes ? readDeletion(track, snapshot, shown, later) : readWrite(track, snapshot, shown, later);
  if (typeof answer !== 'string') return unseen(line, answer.why);
  return observedAs(answer === 'rejected' ? withoutAssumptions(track) : line, answer, 'jar-read', snapshot.at, shown);
}

/**
 * A line that was not stored, as far as was seen: its request was perhaps only assumed to have its credentials, and its cookie to be
 * kept apart.
 */
export function withoutAssumptions(track: LineTrack): SetLine {
  const { predicted } = withoutPartition(track, null);
  return { ...track.line, predicted: track.assumed.credentials ? settingWith(MODE_UNKNOWN, predicted) : predicted };
}

const withoutPartition = (track: LineTrack, seen: JarCookie | null): SetLine =>
  isElsewhere(track, seen) ? { ...track.line, predicted: settingWith(POLICY_UNKNOWN, track.line.predicted) } : track.line;

/** Whether a cookie that was only assumed to be kept apart is seen to be in no partition or (`seen` null) nowhere. */
const isElsewhere = ({ assumed, judged }: LineTrack, seen: JarCookie | null): boolean =>
  assumed.apart && (seen === null || (seen.partition === null && !judged.parsed.partitioned));

/** An outcome that the reading shows, or why it shows none. */
type Answer = SetOutcome | { readonly why: Unseen };

const hidden = (why: Unseen): Answer => ({ why });

function readDeletion({ judged, line }: LineTrack, { at }: JarSnapshot, shown: JarCookie | null, later: boolean): Answer {
  const { previous, predicted } = line;
  if (later) return hidden('overwritten-since');
  // Firefox goes on listing what has expired.
  const stands = shown !== null && !isOver(shown, at);
  if (previous === null) {
    if (stands) return predicted.outcome === 'rejected' ? 'rejected' : hidden('not-known-before');
    if (predicted.outcome === 'rejected' || predicted.outcome === 'cannot-tell') return hidden('unchanged-is-silent');
    return judged.jarRead ? predicted.outcome : hidden('not-known-before');
  }
  if (stands) return 'rejected';
  if (judged.dead) return 'dead-on-arrival';
  return mayBeOver(previous, at) ? hidden('expired-since') : 'deleted';
}

/** Whether what the line stored may have expired again before a reading. */
const hasPassed = (track: LineTrack, at: Instant): boolean =>
  track.judged.cookie !== null && mayBeOver(track.judged.cookie, at, reckonedLate(track));

function readWrite(track: LineTrack, { at }: JarSnapshot, shown: JarCookie | null, later: boolean): Answer {
  const { judged, line } = track;
  const { previous, predicted } = line;
  if (shown === null) {
    if (later) return hidden('overwritten-since');
    return hasPassed(track, at) ? hidden('expired-since') : 'rejected';
  }
  // Whether the browser takes such a line is not known, or the engine says that it does not.
  const doubtful = predicted.outcome === 'rejected' || predicted.outcome === 'cannot-tell';
  const otherValue = !isSameValue(judged.value, shown.value);
  if (later && (doubtful || line.result === null || !isSameCookie(line.result, shown))) return hidden('overwritten-since');
  // A refused line leaves what was there: a third value is another's, of which the browser tells late.
  const isOlder = previous === null ? !judged.jarRead : isSameValue(previous.value, shown.value);
  if (otherValue) return isOlder ? 'rejected' : hidden('overwritten-since');
  // It is there now; that it was not there before is known only if the jar had been read.
  if (previous === null) return judged.jarRead ? 'stored' : hidden('not-known-before');
  if (!isSameValue(previous.value, shown.value)) return 'replaced';
  // It was there before and is there now: whether a doubtful line was taken, nobody can see.
  if (doubtful) return hidden('unchanged-is-silent');
  return isSameCookie(previous, shown) ? 'unchanged' : 'replaced';
}

/** The line lands in no partition or in that of the request: what stood in neither before and stands in one now was stored. */
function readInAnyPartition(track: LineTrack, snapshot: JarSnapshot, later: boolean): SetLine {
  const { judged, line } = track;
  if (later) return unseen(line, 'overwritten-since');
  if (judged.deletes || !judged.jarRead) return unseen(line, 'not-known-before');
  const { alike, target, value, reach } = judged;
  const own = isUnknown(reach.partition) ? null : reach.partition;
  const shown = snapshot.cookies.find(
    (each) =>
      unpartitionedKey(each) === unpartitionedKey(target) &&
      isSameValue(value, each.value) &&
      (each.partition === null || isLikePartition(each.partition, own)),
  );
  if (shown === undefined && hasPassed(track, snapshot.at)) return unseen(line, 'expired-since');
  if (shown === undefined) return observedAs(withoutAssumptions(track), 'rejected', 'jar-read', snapshot.at, null);
  const before = alike.find((each) => isLikePartition(each.partition, shown.partition)) ?? null;
  if (before !== null && isSameValue(before.value, shown.value)) return unseen(line, 'unchanged-is-silent');
  return observedAs(withoutPartition(track, shown), before === null ? 'stored' : 'replaced', 'jar-read', snapshot.at, shown);
}

/** A line of which nothing can be seen, and why. */
export const unseen = (line: SetLine, why: Unseen): SetLine => ({ ...line, observed: { outcome: 'not-observed', why } });

type Unseen = Extract<SetObservation, { readonly outcome: 'not-observed' }>['why'];

function shownIn({ cookies }: JarSnapshot, { target }: JudgedLine): JarCookie | null {
  const wanted = unpartitionedKey(target);
  return cookies.find((each) => unpartitionedKey(each) === wanted && isLikePartition(each.partition, target.partition)) ?? null;
}
