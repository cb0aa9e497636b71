import { text } from '../../engine/base/bytes';
import type { Instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { siteDomain } from '../../engine/site/registrable';
import type { CookieChanged } from '../../facts/fact';
import { unpartitionedKey } from '../jar-history/cookie-keys';
import type { JudgedLine } from '../requests/setting';
import { type LineTrack, matchScore } from './pending-lines';
import type { Replaced } from './replaced';

/** How far apart the changes of one clearing are told, in ms. */
const TOGETHER = 20;

/** A change of the jar that no response has explained so far. */
export interface Unexplained {
  readonly change: CookieChanged;
  /** null = the browser spoke of no other. */
  readonly replaced: Replaced | null;
  /** What the replayed jar held before. */
  readonly previous: StoredCookie | null;
  /** When that had come, as far as the browser has told. */
  readonly since: Instant | null;
  /** What it holds since; null = nothing. */
  readonly result: StoredCookie | null;
  readonly mark: number;
  readonly order: number;
  /** Id of the row in which it is already shown; null = not shown. */
  row: string | null;
  /** Whether a response that was recorded long before may have done it. */
  mayBeLate: boolean;
}

/**
 * Changes that may yet turn out to be the doing of a response: Firefox tells of the change first. They are kept for
 * a while after they are shown, so that a row shown too early can be taken back.
 */
export class UnexplainedChanges {
  #changes: Unexplained[] = [];

  get all(): readonly Unexplained[] {
    return this.#changes;
  }

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  add(change: Unexplained): void {
    this.#changes.push(change);
  }

  /** Takes out the change that best fits a line: the best fit, the oldest. */
  take(
    line: JudgedLine,
    at: { readonly host: string; readonly storeId: string; readonly earliest: Instant; readonly carried: boolean },
  ): Unexplained | null {
    let best: Unexplained | null = null;
    let bestFit = 0;
    const name = text(line.target.name);
    for (const each of this.#changes) {
      const { change, replaced } = each;
      // It was in the jar before its request went out.
      if (at.carried && !change.removed && replaced === null) continue;
      if (change.at < at.earliest || change.storeId !== at.storeId || text(change.cookie.name) !== name) continue;
      const fitting = matchScore(line, at.host, change);
      // Once shown it is only taken back for a line that fits wholly.
      if (fitting > bestFit && (each.row === null || fitting === 3)) [best, bestFit] = [each, fitting];
    }
    if (best !== null) this.#changes = this.#changes.filter((each) => each !== best);
    return best;
  }

  /** Whether the removal of a line's cookie is dated after the line and was told before: which of the two was last is not known. */
  isRemovedLater({ storeId, at, judged }: Pick<LineTrack, 'storeId' | 'at' | 'judged'>): boolean {
    const place = unpartitionedKey(judged.target);
    return this.#changes.some(
      ({ change }) =>
        change.removed && change.at >= at && change.storeId === storeId && unpartitionedKey(change.cookie) === place,
    );
  }

  /**
   * Whether a deletion is one of several of its site at once that no line explains: then something cleared the site, and no
   * line that the engine refuses is the cause.
   */
  isOneOfMany({ change }: Unexplained): boolean {
    if (!change.removed) return false;
    const site = siteDomain(change.cookie.domain);
    return this.#changes.some(
      ({ change: other }) =>
        other !== change &&
        other.removed &&
        other.storeId === change.storeId &&
        Math.abs(other.at - change.at) <= TOGETHER &&
        siteDomain(other.cookie.domain) === site,
    );
  }

  drop(change: Unexplained): void {
    this.#changes = this.#changes.filter((each) => each !== change);
  }

  /** Those made before `time` that are not shown yet. */
  due(time: Instant): readonly Unexplained[] {
    return this.#changes.filter((each) => each.row === null && each.change.at <= time);
  }

  /** Forgets what is older than `time` and shown. */
  forget(time: Instant): void {
    if (this.#changes.some((each) => each.change.at <= time)) {
      this.#changes = this.#changes.filter((each) => each.row === null || each.change.at > time);
    }
  }
}
