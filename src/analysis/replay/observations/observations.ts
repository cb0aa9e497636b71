import { type Bytes, type Instant, instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { CookieChanged, JarSnapshot, StoreId } from '../../facts/fact';
import type { JarHistory } from '../jar-history/jar-history';
import type { JarReadings } from '../jar-history/jar-readings';
import type { SetLine } from '../rows/exchange';
import { Claims } from './claims';
import { normalizeExpiredChange } from './expired-on-arrival';
import { adopt, applySnapshot, isReadLate, takeBack } from './jar-following';
import { changeOutcome, newLine, observedAs, overtaken, readAs, rebased, unseen, withoutAssumptions } from './line-observation';
import { type LineTrack, PendingLines, type ToldChange } from './pending-lines';
import { type Carried, carriesSoFar, type ObservationListener, type Received } from './received';
import { previousOf, type Replaced, replacedBy } from './replaced';
import { type Unexplained, UnexplainedChanges } from './unexplained-changes';
import { UpdateHalves } from './update-halves';
import {
  APART,
  type Browser,
  CHANGE_WAITS,
  CLOCKS_APART,
  givenUpAt,
  LINE_WAITS,
  nextDue,
  SETTLING,
  SHOWN_WAITS,
  sooner,
  TOLD_WITHIN,
} from './waits';

/** Sets beside each Set-Cookie line what the cookies API showed, and lets the replayed jar follow what was seen. */
export class Observations {
  readonly #historyOf: (storeId: StoreId) => JarHistory;
  readonly #readings: JarReadings;
  readonly #listener: ObservationListener;
  readonly #pending = new PendingLines();
  readonly #unexplained = new UnexplainedChanges();
  readonly #halves = new UpdateHalves();
  readonly #claims = new Claims();
  /** The line that last wrote a cookie of the replayed jar. */
  readonly #setters = new WeakMap<StoredCookie, LineTrack>();
  #nextDue = 0;
  constructor(history: (storeId: StoreId) => JarHistory, readings: JarReadings, listener: ObservationListener) {
    this.#historyOf = history;
    this.#readings = readings;
    this.#listener = listener;
  }

  /** Changes that are shown in rows of their own and may still be explained. */
  get shown(): readonly Unexplained[] {
    return this.#unexplained.all.filter(({ row }) => row !== null);
  }

  /** The line that wrote this version of a cookie; null = none that was recorded. */
  setterOf(cookie: StoredCookie): LineTrack | null {
    return this.#setters.get(cookie) ?? null;
  }

  /** Judges a response's lines against the jar as it stood before them, and lets the jar follow. */
  received(response: Received): readonly LineTrack[] {
    this.#nextDue = sooner(this.#nextDue, givenUpAt(response.at));
    const history = this.#historyOf(response.storeId);
    const before = carriesSoFar(response);
    const reported = response.lines.map((line) => this.#reportedBefore(response, line, before));
    // They happened when the response came: the jar goes back to before them, and its past no longer holds them.
    const early = reported.filter((each) => each !== null).sort((a, b) => b.order - a.order);
    for (const { change, result } of early) history.strike(change.cookie, result);
    const carried = carriesSoFar(response);
    const tracks = response.lines.map((line, index) => this.#applyLine(history, response, line, index, carried));
    for (const [index, track] of tracks.entries()) {
      const change = reported[index];
      if (change) this.#observeLine(track, change.change, change.replaced, change.row);
      else if (this.#unexplained.isRemovedLater(track)) this.#pending.add(overtaken(track, this.#claims));
      else this.#pending.add(track);
    }
    return tracks;
  }

  changed(reported: CookieChanged): void {
    this.#nextDue = sooner(this.#nextDue, reported.at + CHANGE_WAITS.chromium);
    if (this.#halves.keep(reported)) return;
    this.#readings.heard(reported.storeId, reported.at);
    const change = this.#pending.storesUntil(reported) ? reported : normalizeExpiredChange(reported);
    const half = this.#halves.take(reported);
    const history = this.#historyOf(reported.storeId);
    const found = history.jar.find(reported.cookie);
    if (!reported.removed && half === null && this.#wasNotThere(found, history, reported.at))
      history.strike(reported.cookie, found);
    // Where nothing was, a cookie that never lived changes nothing.
    if (change !== reported && half === null && history.jar.find(reported.cookie) === null) return;
    const told = { change, replaced: replacedBy(change, half), since: history.toldSince(reported.cookie) };
    const isOther = change.cause === 'expired' || change.cause === 'evicted' || this.#listener.others.isOfUser(change);
    const track = isOther ? null : this.#pending.take(told, instant(change.at - TOLD_WITHIN), 'accepted');
    if (track) this.#observeLine(track, change, told.replaced);
    else this.#holdUnexplained(told, isOther);
    this.#listener.jarChanged(change.storeId, change.at);
  }

  /** Settles the lines received before a reading, and makes the replayed jar what was read. */
  read(snapshot: JarSnapshot): void {
    for (const track of this.#pending.all()) {
      const { reach, target } = track.judged;
      const waits = track.line.observed.outcome === 'not-observed' && track.storeId === snapshot.storeId;
      if (!waits || track.at > snapshot.at - SETTLING || !this.#readings.covers(snapshot, reach)) continue;
      const later = this.#claims.last(track.storeId, target) > track.order || this.#listener.others.hasUserWritten(target, track);
      this.#setObservation(track, readAs(track, snapshot, later));
      if (track.line.observed.outcome === 'rejected') this.#takeBack(track, snapshot.at);
    }
    applySnapshot(this.#historyOf(snapshot.storeId), snapshot, this.#readings, SETTLING);
    this.#readings.note(snapshot);
    this.#listener.jarChanged(snapshot.storeId, snapshot.at);
  }

  /** Time has come this far: what waited too long waits no more. */
  tick(now: Instant, browser: Browser): void {
    if (!(now >= this.#nextDue)) return;
    const shownFrom = instant(now - CHANGE_WAITS[browser]);
    for (const change of this.#unexplained.due(shownFrom)) this.#explainLate(change);
    this.#unexplained.forget(instant(now - SHOWN_WAITS));
    for (const track of this.#pending.all()) if (track.at <= now - LINE_WAITS) this.#giveUp(track);
    this.#halves.forget(instant(now - SHOWN_WAITS));
    this.#nextDue = nextDue({ changes: this.#unexplained.all, lines: this.#pending.all(), halves: this.#halves.all }, browser);
  }

  /** Nothing was recorded for a while: lines that wait will not be seen any more. */
  gap(): void {
    for (const track of this.#pending.all()) {
      if (track.line.observed.outcome === 'not-observed') this.#setObservation(track, unseen(track.line, 'gap'));
      this.#pending.giveUp(track);
    }
  }

  #reportedBefore({ judge, host, storeId, at, sentAt }: Received, line: Bytes, carried: Carried): Unexplained | null {
    if (this.#unexplained.isEmpty) return null;
    const judged = judge(line);
    // What the engine says is refused explains a change only when no other response does: see #settle.
    if (judged.predicted.outcome === 'rejected') return null;
    return this.#unexplained.take(judged, {
      host,
      storeId,
      earliest: instant(Math.max(at - CLOCKS_APART, sentAt)),
      carried: carried(judged),
    });
  }

  #applyLine(history: JarHistory, response: Received, octets: Bytes, index: number, carries: Carried): LineTrack {
    const { storeId, exchange, host, at, sentAt, assumed } = response;
    const { mark } = history;
    const judged = response.judge(octets);
    const { predicted, cookie, previous, target } = judged;
    const accepted = predicted.outcome !== 'rejected' && (predicted.outcome !== 'cannot-tell' || judged.accepted);
    if (accepted && cookie !== null) history.putReckoned(cookie, response);
    else if (accepted && previous !== null) history.remove(previous, at);
    const order = this.#claims.next();
    if (accepted) this.#claims.claim(storeId, target, order);
    const line = newLine(judged, index, accepted);
    const track = { exchange, index, storeId, host, at, sentAt, order, mark, judged, carried: carries(judged), assumed, line };
    if (cookie !== null) this.#setters.set(cookie, track);
    return track;
  }

  /** A change that waited long enough: a line that the engine refuses explains it, else nothing does. */
  #explainLate(unexplained: Unexplained): void {
    const { change, result } = unexplained;
    const isOther = this.#unexplained.isOneOfMany(unexplained) || this.#listener.others.isOfOther(change);
    const track = isOther ? null : this.#pending.take(unexplained, instant(change.at - APART), 'any');
    if (track === null) {
      unexplained.mayBeLate = this.#pending.mayHaveMade(unexplained);
      unexplained.row = this.#listener.changedUnexplained(unexplained);
      return;
    }
    this.#unexplained.drop(unexplained);
    if (this.#claims.last(change.storeId, change.cookie) === unexplained.order)
      this.#claims.claim(change.storeId, change.cookie, track.order);
    this.#historyOf(change.storeId).strike(change.cookie, result);
    this.#observeLine(track, change, unexplained.replaced, unexplained.row);
  }

  /** @param row in which the change was shown; null = in none */
  #observeLine(track: LineTrack, change: CookieChanged, replaced: Replaced | null, row: string | null = null): void {
    if (row !== null) this.#listener.takenBack(row);
    const { storeId, judged, line, at } = track;
    const { cookie, removed } = change;
    const history = this.#historyOf(storeId);
    const before = removed ? line.previous : previousOf(replaced, line.previous, at, history.jar.nextSerial);
    if (!removed && replaced === null) this.#wasNotThere(line.previous, history, at);
    // A later line on the same cookie has already moved the replayed jar on.
    const isLast = this.#claims.last(storeId, judged.target) <= track.order;
    if (isLast) this.#claims.claim(storeId, judged.target, track.order);
    // It happened when its response came, whenever it was told.
    const adopted = isLast ? adopt(history, change, judged.cookie, at) : line.result;
    history.reported(cookie, change.at);
    if (adopted !== null && !removed) this.#setters.set(adopted, track);
    const result = line.result ?? (removed ? null : adopted);
    const predicted = rebased(track, before, replaced !== null, change);
    const outcome = changeOutcome(track, change, replaced, before);
    this.#setObservation(
      track,
      observedAs({ ...line, previous: before, predicted, result }, outcome, 'change-event', change.at, removed ? null : cookie),
    );
  }

  /** Whether a cookie that came now was in the jar only because a reading was answered after it had come. */
  #wasNotThere(known: StoredCookie | null, history: JarHistory, before: Instant): boolean {
    const isLate = known !== null && isReadLate(known, history, before);
    if (isLate) this.#listener.notThereYet(known, before);
    return isLate;
  }

  /**
   * Stores a change that no line explains yet. The jar follows at once; a response may still claim the change.
   * @param isOther no response can have done it
   */
  #holdUnexplained(told: ToldChange, isOther: boolean): void {
    const { change } = told;
    const history = this.#historyOf(change.storeId);
    const previous = history.jar.find(change.cookie);
    const { mark } = history;
    const order = this.#claims.next();
    this.#claims.claim(change.storeId, change.cookie, order);
    const result = adopt(history, change, previous, change.at);
    history.reported(change.cookie, change.at);
    const held: Unexplained = { ...told, previous, result, mark, order, row: null, mayBeLate: false };
    if (isOther) this.#listener.changedUnexplained(held);
    else this.#unexplained.add(held);
  }

  /** The jar does not keep what the browser did not take. */
  #takeBack({ line, storeId }: LineTrack, at: Instant): void {
    const refused = takeBack(this.#historyOf(storeId), line, at);
    if (refused !== null) this.#listener.refused(refused);
  }

  #giveUp(track: LineTrack): void {
    this.#pending.giveUp(track);
    const { observed, predicted } = track.line;
    if (observed.outcome !== 'not-observed' || observed.why !== 'waiting') return;
    const why = predicted.outcome === 'unchanged' ? 'unchanged-is-silent' : 'no-jar-read';
    const hasReportSince = this.#readings.lastHeard(track.storeId) > track.at;
    const isDoubtful =
      hasReportSince && track.assumed.credentials && track.line.previous === null && predicted.outcome === 'stored';
    this.#setObservation(track, unseen(isDoubtful ? withoutAssumptions(track) : track.line, why));
    // Other changes were told since, this one was not: the request may have left its credentials out.
    if (isDoubtful) this.#takeBack(track, instant(track.at + LINE_WAITS));
  }

  #setObservation(track: LineTrack, line: SetLine): void {
    track.line = line;
    this.#listener.lineChanged(track);
  }
}
