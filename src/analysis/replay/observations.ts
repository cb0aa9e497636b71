import type { CookieChanged, JarSnapshot, RecorderStarted, StoreId } from '../facts/fact';
import { type Bytes, type Instant, instant, milliseconds } from '../facts/units';
import type { StoredCookie } from '../jar/stored-cookie';
import type { SetLine } from './exchange';
import { adopt, correct, undo } from './jar-following';
import type { JarReadings } from './jar-readings';
import type { Ledger } from './ledger';
import { identityKey, nameKey } from './likeness';
import { type LineTrack, PendingLines } from './pending-lines';
import { previousOf, type Replaced, replacedBy, writeOutcome } from './replaced';
import type { JudgedLine } from './setting';
import { asItStands } from './stillborn';
import { type Unexplained, UnexplainedChanges } from './unexplained-changes';
import { observedAs, readAs, rebased, unseen } from './witness';

/** What follows from the observations. */
export interface Conclusions {
  lineChanged(track: LineTrack): void;
  /** No response explains this change. @returns the id of the row that shows it */
  scriptWrote(write: Unexplained): string;
  takenBack(row: string): void;
  /** The replayed jar followed what was seen. */
  jarChanged(storeId: StoreId, at: Instant): void;
  /** The replayed jar held a cookie that the browser had refused. */
  refused(cookie: StoredCookie): void;
}

/** A response's Set-Cookie lines. */
export interface Received {
  readonly storeId: StoreId;
  /** Id of the row. */
  readonly exchange: string;
  readonly host: string;
  readonly at: Instant;
  readonly lines: readonly Bytes[];
  readonly judge: (line: Bytes) => JudgedLine;
}

type Browser = RecorderStarted['browser'];

/**
 * How long, by the facts' own times, a change waits for a response that explains it before it is shown as a
 * script's. Chromium tells of the response first; Firefox usually of the change.
 */
const CHANGE_WAITS: Readonly<Record<Browser, number>> = { chromium: 100, firefox: 1500 };
/** How long a shown change can still be taken back. */
const SHOWN_WAITS = 10_000;
/** How long before or after its response a change can come. */
const APART = 5_000;
/** How long a line waits for a reading of the jar. */
const LINE_WAITS = 10_000;
/** A reading says nothing of what happened this shortly before it. */
const SETTLING = milliseconds(50);

/** Sets beside each Set-Cookie line what the cookies API showed, and lets the replayed jar follow what was seen. */
export class Observations {
  readonly #ledger: (storeId: StoreId) => Ledger;
  readonly #readings: JarReadings;
  readonly #conclusions: Conclusions;
  readonly #pending = new PendingLines();
  readonly #unexplained = new UnexplainedChanges();
  /** First halves of updates: what was replaced, by store and identity. */
  readonly #replaced = new Map<string, CookieChanged>();
  /** The last line or change that concerned a cookie, by store and name key. */
  readonly #claims = new Map<string, number>();
  #order = 0;
  #nextDue = 0;

  constructor(ledger: (storeId: StoreId) => Ledger, readings: JarReadings, conclusions: Conclusions) {
    this.#ledger = ledger;
    this.#readings = readings;
    this.#conclusions = conclusions;
  }

  /** Judges a response's lines against the jar as it stood before them, and lets the jar follow. */
  received(response: Received): readonly LineTrack[] {
    this.#nextDue = sooner(this.#nextDue, response.at);
    const ledger = this.#ledger(response.storeId);
    const told = response.lines.map((line) => this.#toldBefore(response, line));
    const undone = told.filter((each) => each !== null).sort((a, b) => b.order - a.order);
    for (const change of undone) undo(ledger, change, response.at);
    const tracks = response.lines.map((line, index) => this.#follow(ledger, response, line, index));
    for (const [index, track] of tracks.entries()) {
      const change = told[index];
      if (change) this.#explain(track, change);
      else this.#pending.add(track);
    }
    return tracks;
  }

  changed(told: CookieChanged): void {
    this.#nextDue = sooner(this.#nextDue, told.at);
    const place = `${told.storeId} ${identityKey(told.cookie)}`;
    if (told.removed && told.cause === 'overwrite') {
      this.#replaced.set(place, told);
      return;
    }
    const change = asItStands(told);
    // Where nothing was, a cookie that never lived changes nothing.
    if (change !== told && !this.#replaced.has(place) && this.#ledger(told.storeId).jar.find(told.cookie) === null) return;
    const replaced = replacedBy(change, this.#replaced.get(place)?.cookie ?? null);
    this.#replaced.delete(place);
    const natural = change.cause === 'expired' || change.cause === 'evicted';
    const track = natural ? null : this.#pending.take(change, instant(change.at - APART));
    if (track) this.#witness(track, change, replaced);
    else this.#wonder(change, replaced);
    this.#conclusions.jarChanged(change.storeId, change.at);
  }

  /** Settles the lines received before a reading, and makes the replayed jar what was read. */
  read(snapshot: JarSnapshot): void {
    for (const track of this.#pending.all()) {
      const { domain } = track.judged.target;
      const waits = track.line.observed.outcome === 'not-observed' && track.storeId === snapshot.storeId;
      if (!waits || track.at > snapshot.at - SETTLING || !this.#readings.covers(snapshot, domain)) continue;
      const later = (this.#claims.get(claimOf(track.storeId, track.judged.target)) ?? 0) > track.order;
      this.#tell(track, readAs(track, snapshot, later));
      this.#revert(track, snapshot.at);
    }
    correct(this.#ledger(snapshot.storeId), snapshot, this.#readings, SETTLING);
    this.#readings.note(snapshot);
    this.#conclusions.jarChanged(snapshot.storeId, snapshot.at);
  }

  /** Time has come this far: what waited too long waits no more. */
  tick(now: Instant, browser: Browser): void {
    if (!(now >= this.#nextDue)) return;
    const shownFrom = instant(now - CHANGE_WAITS[browser]);
    for (const change of this.#unexplained.due(shownFrom)) change.row = this.#conclusions.scriptWrote(change);
    this.#unexplained.forget(instant(now - SHOWN_WAITS));
    for (const track of this.#pending.all()) if (track.at <= now - LINE_WAITS) this.#giveUp(track);
    for (const [place, change] of this.#replaced) if (change.at <= now - SHOWN_WAITS) this.#replaced.delete(place);
    this.#nextDue = this.#due(browser);
  }

  /** When something will next have waited long enough. */
  #due(browser: Browser): number {
    let due = Number.POSITIVE_INFINITY;
    for (const { change, row } of this.#unexplained.all) {
      due = sooner(due, change.at + (row === null ? CHANGE_WAITS[browser] : SHOWN_WAITS));
    }
    for (const track of this.#pending.all()) due = sooner(due, track.at + LINE_WAITS);
    for (const change of this.#replaced.values()) due = sooner(due, change.at + SHOWN_WAITS);
    return due;
  }

  /** Nothing was recorded for a while: lines that wait will not be seen any more. */
  gap(): void {
    for (const track of this.#pending.all()) {
      if (track.line.observed.outcome === 'not-observed') this.#tell(track, unseen(track.line, 'gap'));
      this.#pending.drop(track);
    }
  }

  #toldBefore({ judge, host, storeId, at }: Received, line: Bytes): Unexplained | null {
    if (this.#unexplained.isEmpty) return null;
    return this.#unexplained.take(judge(line), { host, storeId, earliest: instant(at - APART) });
  }

  #follow(ledger: Ledger, { storeId, exchange, host, at, judge }: Received, line: Bytes, index: number): LineTrack {
    const { mark } = ledger;
    const judged = judge(line);
    const { predicted, cookie, previous, target } = judged;
    const accepted = predicted.outcome !== 'rejected' && predicted.outcome !== 'cannot-tell';
    if (accepted && cookie !== null) ledger.put(cookie, at);
    else if (accepted && previous !== null) ledger.remove(previous, at);
    this.#order += 1;
    if (accepted) this.#claims.set(claimOf(storeId, target), this.#order);
    return { exchange, index, storeId, host, at, order: this.#order, mark, judged, line: newLine(judged, index, accepted) };
  }

  /** A change that was told before the response it came of. */
  #explain(track: LineTrack, { change, replaced, row }: Unexplained): void {
    this.#witness(track, change, replaced);
    if (row !== null) this.#conclusions.takenBack(row);
  }

  #witness(track: LineTrack, change: CookieChanged, replaced: Replaced | null): void {
    const { storeId, judged, line } = track;
    const { cookie, removed, at } = change;
    const ledger = this.#ledger(storeId);
    const before = removed ? line.previous : previousOf(replaced, line.previous, at, ledger.jar.nextSerial);
    const outcome = removed ? 'deleted' : writeOutcome(cookie, replaced, before);
    const claim = claimOf(storeId, judged.target);
    // A later line on the same cookie has already moved the replayed jar on.
    const isLast = (this.#claims.get(claim) ?? 0) <= track.order;
    if (isLast) this.#claims.set(claim, track.order);
    const adopted = isLast ? adopt(ledger, change, judged.cookie) : line.result;
    const result = line.result ?? (removed ? null : adopted);
    const predicted = removed ? line.predicted : rebased(line, before, replaced !== null);
    this.#tell(
      track,
      observedAs({ ...line, previous: before, predicted, result }, outcome, 'change-event', at, removed ? null : cookie),
    );
  }

  /** Nobody's change so far. The jar follows at once: it was seen. */
  #wonder(change: CookieChanged, replaced: Replaced | null): void {
    const ledger = this.#ledger(change.storeId);
    const { mark } = ledger;
    const previous = ledger.jar.find(change.cookie);
    this.#order += 1;
    this.#claims.set(claimOf(change.storeId, change.cookie), this.#order);
    const result = adopt(ledger, change, previous);
    const wonder: Unexplained = { change, replaced, previous, result, mark, order: this.#order, row: null };
    if (change.cause === 'expired' || change.cause === 'evicted') this.#conclusions.scriptWrote(wonder);
    else this.#unexplained.add(wonder);
  }

  /** The jar does not keep what the browser was seen to refuse. */
  #revert({ line, storeId }: LineTrack, at: Instant): void {
    const { observed, result, previous } = line;
    const { jar } = this.#ledger(storeId);
    if (observed.outcome !== 'rejected' || result === null || jar.find(result) !== result) return;
    if (previous === null) this.#ledger(storeId).remove(result, at);
    else this.#ledger(storeId).put(previous, at);
    this.#conclusions.refused(result);
  }

  #giveUp(track: LineTrack): void {
    this.#pending.drop(track);
    const { observed, predicted } = track.line;
    if (observed.outcome !== 'not-observed' || observed.why !== 'waiting') return;
    this.#tell(track, unseen(track.line, predicted.outcome === 'unchanged' ? 'unchanged-is-silent' : 'no-jar-read'));
  }

  #tell(track: LineTrack, line: SetLine): void {
    track.line = line;
    this.#conclusions.lineChanged(track);
  }
}

/** A time that is no number is never due. */
const sooner = (due: number, at: number): number => (Number.isNaN(at) ? due : Math.min(due, at));

const claimOf = (storeId: StoreId, cookie: Parameters<typeof nameKey>[0]): string => `${storeId} ${nameKey(cookie)}`;

function newLine({ line, parsed, predicted, previous, cookie }: JudgedLine, index: number, accepted: boolean): SetLine {
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
  };
}
