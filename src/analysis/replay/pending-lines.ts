import { text } from '../facts/bytes';
import type { CookieChanged, JarCookie } from '../facts/fact';
import type { Instant } from '../facts/units';
import type { SetCookie } from '../header/parsed-line';
import { domainMatches } from '../jar/match';
import type { SetLine } from './exchange';
import { isLikePartition, isSameValue, nameKey } from './likeness';
import type { JudgedLine } from './setting';

/** A Set-Cookie line that was received, with what is needed to recognise what the browser did with it. */
export interface LineTrack {
  /** Id of the row. */
  readonly exchange: string;
  readonly index: number;
  readonly storeId: string;
  readonly host: string;
  readonly at: Instant;
  /** Rises with every line and change that touches a jar. */
  readonly order: number;
  /** Position in the ledger just before this line. */
  readonly mark: number;
  readonly judged: JudgedLine;
  line: SetLine;
}

/**
 * How well a change of the jar fits a line: 0 = it is another's doing, 1 = the same name and value on a domain the
 * host may set, 2 = and the attributes written in the line, 3 = the very cookie the line names.
 */
export function likeness(
  { parsed, value, target, partitionKnown, deletes }: JudgedLine,
  host: string,
  change: CookieChanged,
): number {
  const { cookie, removed } = change;
  if (removed !== deletes || !isSameValue(target.name, cookie.name) || !domainMatches(host, cookie.domain)) return 0;
  if (!removed && !isSameValue(value, cookie.value)) return 0;
  if (!removed && !hasAttributesOf(parsed, cookie)) return 1;
  if (partitionKnown && !isLikePartition(target.partition, cookie.partition)) return 2;
  return nameKey(target) === nameKey(cookie) ? 3 : 2;
}

function hasAttributesOf(parsed: SetCookie, cookie: JarCookie): boolean {
  return parsed.secure === cookie.secure && parsed.httpOnly === cookie.httpOnly && parsed.sameSite === cookie.sameSite;
}

/** Lines that wait to be observed, by the name of their cookie. */
export class PendingLines {
  readonly #byName = new Map<string, LineTrack[]>();

  add(track: LineTrack): void {
    const name = nameOf(track);
    const waiting = this.#byName.get(name);
    if (waiting) waiting.push(track);
    else this.#byName.set(name, [track]);
  }

  /** Takes out the line that best explains a change: the best fit, one that expects an event before one that does not, the oldest. */
  take(change: CookieChanged, earliest: Instant): LineTrack | null {
    const waiting = this.#byName.get(text(change.cookie.name)) ?? [];
    let best: LineTrack | null = null;
    let bestScore = 0;
    for (const track of waiting) {
      if (track.at < earliest || track.storeId !== change.storeId) continue;
      const score = scoreOf(track, change);
      if (score > bestScore) [best, bestScore] = [track, score];
    }
    if (best !== null) this.drop(best);
    return best;
  }

  drop(track: LineTrack): void {
    const name = nameOf(track);
    const rest = (this.#byName.get(name) ?? []).filter((each) => each !== track);
    if (rest.length === 0) this.#byName.delete(name);
    else this.#byName.set(name, rest);
  }

  *all(): Generator<LineTrack> {
    for (const waiting of this.#byName.values()) yield* waiting;
  }
}

const nameOf = (track: LineTrack): string => text(track.judged.target.name);

function scoreOf(track: LineTrack, change: CookieChanged): number {
  const { outcome } = track.judged.predicted;
  const fitting = likeness(track.judged, track.host, change);
  // What the engine says is refused is only believed to be stored if all of it is there.
  if (fitting === 0 || (fitting === 1 && outcome === 'rejected')) return 0;
  return fitting * 2 + (outcome === 'rejected' || outcome === 'unchanged' ? 0 : 1);
}
