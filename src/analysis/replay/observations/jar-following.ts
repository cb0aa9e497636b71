import type { Instant, Milliseconds } from '../../engine/base/units';
import { isOver, type StoredCookie } from '../../engine/jar/stored-cookie';
import type { CookieChanged, JarCookie, JarSnapshot } from '../../facts/fact';
import { identityKey } from '../jar-history/cookie-keys';
import { fromJar } from '../jar-history/from-jar';
import type { JarHistory } from '../jar-history/jar-history';
import type { JarReadings } from '../jar-history/jar-readings';
import type { SetLine } from '../rows/exchange';
import { READING_TAKES } from './waits';

/**
 * Makes the replayed jar hold what a change showed.
 * @param known the cookie we took it for, which may stand under another identity
 * @param at when it happened: of a change that a response explains, when the response came
 */
export function adopt(
  history: JarHistory,
  { cookie, removed }: CookieChanged,
  known: StoredCookie | null,
  at: Instant,
): StoredCookie | null {
  if (removed) {
    history.remove(cookie, at);
    return null;
  }
  const seen = fromJar(cookie, known, at, history.jar.nextSerial);
  const moved = known !== null && identityKey(known) !== identityKey(seen) && history.jar.find(known) === known;
  if (moved) history.remove(known, at);
  if (history.jar.find(seen) !== seen) history.put(seen, at);
  return seen;
}

/**
 * Whether a cookie that is told to have come at a time stands in the jar because a reading shortly before showed it: the
 * reading was answered after it had come.
 */
export const isReadLate = (known: StoredCookie, history: JarHistory, came: Instant): boolean =>
  history.wasFound(known) && known.creation <= came && known.creation >= came - READING_TAKES;

/**
 * Makes the replayed jar what was read, within the reading's scope.
 * @param settling what changed this shortly before the reading may not be in it yet, and stays
 */
export function applySnapshot(history: JarHistory, snapshot: JarSnapshot, readings: JarReadings, settling: Milliseconds): void {
  const settled = (cookie: StoredCookie | JarCookie): boolean => (history.touched(cookie) ?? 0) <= snapshot.at - settling;
  const shown = new Set(snapshot.cookies.map(identityKey));
  for (const cookie of readings.within(snapshot, history)) {
    if (!shown.has(identityKey(cookie)) && settled(cookie)) history.remove(cookie, snapshot.at);
  }
  for (const cookie of snapshot.cookies) {
    // Firefox goes on listing what has expired.
    if (isOver(cookie, snapshot.at)) continue;
    const known = history.jar.find(cookie);
    const seen = fromJar(cookie, known, snapshot.at, history.jar.nextSerial);
    if (seen === known || !settled(cookie)) continue;
    history.put(seen, snapshot.at);
    if (known === null || known.creation !== seen.creation) history.found(seen);
  }
}

/**
 * Makes the replayed jar what it was before a line.
 * @returns what it no longer holds; null = it held nothing of the line any more
 */
export function takeBack(history: JarHistory, { result, previous }: SetLine, at: Instant): StoredCookie | null {
  if (result === null || history.jar.find(result) !== result) return null;
  if (previous === null) history.remove(result, at);
  else history.put(previous, at);
  return result;
}
