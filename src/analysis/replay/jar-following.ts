import type { CookieChanged, JarCookie, JarSnapshot } from '../facts/fact';
import type { Instant, Milliseconds } from '../facts/units';
import { isOver, type StoredCookie } from '../jar/stored-cookie';
import { fromJar } from './from-jar';
import type { JarReadings } from './jar-readings';
import type { Ledger } from './ledger';
import { identityKey } from './likeness';
import type { Unexplained } from './unexplained-changes';

/**
 * Makes the replayed jar hold what a change showed.
 * @param known the cookie we took it for, which may stand under another identity
 */
export function adopt(ledger: Ledger, { cookie, removed, at }: CookieChanged, known: StoredCookie | null): StoredCookie | null {
  if (removed) {
    ledger.remove(cookie, at);
    return null;
  }
  const seen = fromJar(cookie, known, at, ledger.jar.nextSerial);
  const moved = known !== null && identityKey(known) !== identityKey(seen) && ledger.jar.find(known) === known;
  if (moved) ledger.remove(known, at);
  if (ledger.jar.find(seen) !== seen) ledger.put(seen, at);
  return seen;
}

/** Takes a change back that turned out to be a response's: its line is to be judged against the jar before it. */
export function undo(ledger: Ledger, { change, previous, result }: Unexplained, at: Instant): void {
  if (ledger.jar.find(change.cookie) !== result) return;
  if (previous !== null) ledger.put(previous, at);
  else ledger.remove(change.cookie, at);
}

/**
 * Makes the replayed jar what was read, within the reading's scope.
 * @param settling what changed this shortly before the reading may not be in it yet, and stays
 */
export function correct(ledger: Ledger, snapshot: JarSnapshot, readings: JarReadings, settling: Milliseconds): void {
  const settled = (cookie: StoredCookie | JarCookie): boolean => (ledger.touched(cookie) ?? 0) <= snapshot.at - settling;
  const shown = new Set(snapshot.cookies.map(identityKey));
  for (const cookie of readings.within(snapshot, ledger)) {
    if (!shown.has(identityKey(cookie)) && settled(cookie)) ledger.remove(cookie, snapshot.at);
  }
  for (const cookie of snapshot.cookies) {
    // Firefox goes on listing what has expired.
    if (isOver(cookie, snapshot.at)) continue;
    const known = ledger.jar.find(cookie);
    const seen = fromJar(cookie, known, snapshot.at, ledger.jar.nextSerial);
    if (seen === known || !settled(cookie)) continue;
    ledger.put(seen, snapshot.at);
    if (known === null || known.creation !== seen.creation) ledger.found(seen);
  }
}
