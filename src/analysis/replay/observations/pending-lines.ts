import { text } from '../../engine/base/bytes';
import type { Instant } from '../../engine/base/units';
import type { SetCookie } from '../../engine/header/parsed-line';
import { domainMatches } from '../../engine/jar/match';
import { isUnknown } from '../../engine/verdict/access/context';
import type { CookieChanged, JarCookie } from '../../facts/fact';
import { isLikePartition, isSameValue, unpartitionedKey } from '../jar-history/cookie-keys';
import type { Partition } from '../jar-history/jar-readings';
import { isNearExpiry, reckonedLate } from '../jar-history/near-expiry';
import type { JudgedLine } from '../requests/setting';
import type { SetLine } from '../rows/exchange';
import type { Replaced } from './replaced';
import { CLOCKS_APART, TOLD_WITHIN } from './waits';

/** What a line's prediction takes for granted of its request. */
export interface Assumptions {
  /** Nothing but habit says that it had its credentials: no cookie went, and none was to go. */
  readonly credentials: boolean;
  /** Nothing but its default says that the browser keeps a third party's cookies apart, or takes those that ask for it. */
  readonly apart: boolean;
}

/** A Set-Cookie line that was received, with what is needed to recognise what the browser did with it. */
export interface LineTrack {
  /** Id of the row. */
  readonly exchange: string;
  readonly index: number;
  readonly storeId: string;
  readonly host: string;
  readonly at: Instant;
  /** When its request went out. */
  readonly sentAt: Instant;
  /** Rises with every line and change that touches a jar. */
  readonly order: number;
  /** Position in the jar history just before this line. */
  readonly mark: number;
  readonly judged: JudgedLine;
  /** Whether its request carried the cookie as the line gives it: that it came into the jar is another's doing. */
  readonly carried: boolean;
  readonly assumed: Assumptions;
  line: SetLine;
}

/**
 * How well a change of the jar fits a line: 0 = it is another's doing, 1 = the same name and value on a domain the
 * host may set, 2 = and the attributes written in the line, 3 = the very cookie the line names. A line deletes only that.
 */
export function matchScore(
  { parsed, value, target, partitionKnown, reach, deletes }: JudgedLine,
  host: string,
  change: CookieChanged,
): number {
  const { cookie, removed } = change;
  if (removed !== deletes || !isSameValue(target.name, cookie.name) || !domainMatches(host, cookie.domain)) return 0;
  if (partitionKnown ? !isLikePartition(target.partition, cookie.partition) : !reaches(reach.partition, cookie.partition))
    return 0;
  const isNamed = unpartitionedKey(target) === unpartitionedKey(cookie);
  if (removed) return isNamed ? 3 : 0;
  if (!isSameValue(value, cookie.value)) return 0;
  if (!hasAttributesOf(parsed, cookie)) return 1;
  return isNamed ? 3 : 2;
}

/** A line of which only the policy says whether it is partitioned lands in no partition or in that of its request. */
const reaches = (own: Partition, partition: JarCookie['partition']): boolean =>
  partition === null || isUnknown(own) || isLikePartition(own, partition);

function hasAttributesOf(parsed: SetCookie, cookie: JarCookie): boolean {
  return parsed.secure === cookie.secure && parsed.httpOnly === cookie.httpOnly && parsed.sameSite === cookie.sameSite;
}

/** The same of a line that the engine says is refused: later than this, the change is not believed to be its doing. */
const REFUSED_WITHIN = 1_000;

/** A change, and what it took the place of. */
export interface ToldChange {
  readonly change: CookieChanged;
  readonly replaced: Replaced | null;
  /** When the cookie that it changed had come, as far as the browser has told. */
  readonly since: Instant | null;
}

/** Lines that wait to be observed, by the name of their cookie. */
export class PendingLines {
  readonly #byName = new Map<string, LineTrack[]>();
  /** Lines of which no change was told: one that is told late may be theirs. */
  readonly #givenUp = new Map<string, Map<string, LineTrack>>();

  add(track: LineTrack): void {
    const name = nameOf(track);
    const waiting = this.#byName.get(name);
    if (waiting) waiting.push(track);
    else this.#byName.set(name, [track]);
  }

  /**
   * Takes out the line that best explains a change: the best fit, one that expects an event before one that does not, the
   * oldest of those that came just before, else the last.
   * @param which `accepted`: only lines that the engine does not say are refused
   */
  take({ change, replaced, since }: ToldChange, earliest: Instant, which: 'accepted' | 'any'): LineTrack | null {
    const waiting = this.#byName.get(text(change.cookie.name)) ?? [];
    let best: LineTrack | null = null;
    let bestScore = 0;
    for (const track of waiting) {
      // What changed before the request went out is no doing of its response.
      if (track.carried && !change.removed && replaced === null) continue;
      if (isOfAnotherTime(track, change) || isOfLaterCookie(track, { change, since })) continue;
      if (
        track.at < earliest ||
        track.sentAt > change.at ||
        track.at > change.at + CLOCKS_APART ||
        track.storeId !== change.storeId
      )
        continue;
      if (track.judged.predicted.outcome === 'rejected' && (which === 'accepted' || isPast(track, change))) continue;
      const score = scoreOf(track, change);
      const isBetter = score === bestScore && best !== null && best.at < change.at - TOLD_WITHIN;
      if (score > bestScore || isBetter) [best, bestScore] = [track, score];
    }
    if (best !== null) this.drop(best);
    return best;
  }

  /** Whether a line that no change was told of may have made this one, however long ago it came. */
  mayHaveMade({ change, replaced, since }: ToldChange): boolean {
    const name = text(change.cookie.name);
    return [...(this.#byName.get(name) ?? []), ...(this.#givenUp.get(name)?.values() ?? [])].some(
      (track) =>
        track.storeId === change.storeId &&
        track.at <= change.at + CLOCKS_APART &&
        !isRefused(track) &&
        !(track.carried && !change.removed && replaced === null) &&
        !isOfLaterCookie(track, { change, since }) &&
        matchScore(track.judged, track.host, change) > 0,
    );
  }

  /** Whether a line that waits stores the cookie of this change with this expiry, however late the change is told. */
  storesUntil(change: CookieChanged): boolean {
    const { expires, name } = change.cookie;
    return (this.#byName.get(text(name)) ?? []).some(
      (track) =>
        expires !== null &&
        track.judged.cookie !== null &&
        track.storeId === change.storeId &&
        isNearExpiry(track.judged.cookie, expires, reckonedLate(track)) &&
        matchScore(track.judged, track.host, change) > 0,
    );
  }

  drop(track: LineTrack): void {
    const name = nameOf(track);
    const rest = (this.#byName.get(name) ?? []).filter((each) => each !== track);
    if (rest.length === 0) this.#byName.delete(name);
    else this.#byName.set(name, rest);
  }

  /** It waits no more. */
  giveUp(track: LineTrack): void {
    this.drop(track);
    if (isRefused(track)) return;
    const name = nameOf(track);
    const before = this.#givenUp.get(name) ?? new Map<string, LineTrack>();
    this.#givenUp.set(name, before.set(sameLineKey(track), track));
  }

  *all(): Generator<LineTrack> {
    for (const waiting of this.#byName.values()) yield* waiting;
  }
}

/** Whether what came after the line was removed: it was not there to be deleted. */
const isOfLaterCookie = ({ at }: LineTrack, { change, since }: Pick<ToldChange, 'change' | 'since'>): boolean =>
  change.removed && since !== null && since > at;

/** Whether the expiry that is told was counted from another time than that of the line: another wrote the same cookie since. */
function isOfAnotherTime(track: LineTrack, { cookie, removed }: CookieChanged): boolean {
  const reckoned = track.judged.cookie;
  if (removed || cookie.expires === null || reckoned === null || reckoned.expires === null) return false;
  return !isNearExpiry(reckoned, cookie.expires, reckonedLate(track));
}

/** Whether a line that the engine says is refused was refused before the change: its cookie was looked for, or it is too long ago. */
function isPast({ line: { observed }, at }: LineTrack, change: CookieChanged): boolean {
  return at < change.at - REFUSED_WITHIN || (observed.outcome === 'rejected' && observed.at <= change.at);
}

/** Whether the engine or the jar says that a line came to nothing. */
const isRefused = ({ judged, line: { observed } }: LineTrack): boolean =>
  judged.predicted.outcome === 'rejected' || observed.outcome === 'rejected';

/** Equal for lines that say the same, so that the last one stands for them all. */
const sameLineKey = ({ storeId, host, carried, line }: LineTrack): string => `${storeId}\n${host}\n${carried}\n${line.line}`;

const nameOf = (track: LineTrack): string => text(track.judged.target.name);

function scoreOf(track: LineTrack, change: CookieChanged): number {
  const { outcome } = track.judged.predicted;
  const fitting = matchScore(track.judged, track.host, change);
  // What the engine says is refused, or came a while before, is only believed to be the cause if all of it is there.
  const isDoubtful = outcome === 'rejected' || track.at < change.at - TOLD_WITHIN;
  if (fitting === 0 || (fitting === 1 && isDoubtful)) return 0;
  return fitting * 2 + (outcome === 'rejected' || outcome === 'unchanged' ? 0 : 1);
}
