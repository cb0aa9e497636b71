import type { Replay } from '../../analysis/replay/replay';
import type { Row } from '../../analysis/replay/rows/exchange';
import type { ReplayedFacts } from './replayed-facts';

/** Which rows the reader cleared away: those of the facts that had arrived, replayed or not. */
export class ClearedRows {
  /** The last row that was cleared; where it is not there (any more), the rows up to its time were. */
  #last: Pick<Row, 'id' | 'at'> | null = null;
  /** How many of the rows shown were requests, counted once for each list. */
  #counted: { readonly rows: readonly Row[]; readonly from: number; readonly requests: number } | null = null;
  /** The facts that had arrived but were not replayed when the list was cleared. */
  #ahead: { readonly of: ReplayedFacts; readonly count: number } | null = null;

  /** Clears the rows that are shown, and those of what is still to be replayed. */
  clear(shown: ReplayedFacts, replayed: ReplayedFacts): void {
    this.#ahead = replayed.isBehind ? { of: replayed, count: replayed.facts.length } : null;
    this.#last = shown.replay.rows.at(-1) ?? this.#last;
  }

  /** The first so many facts were cleared before this panel was there. */
  clearFirst(count: number, replayed: ReplayedFacts): void {
    this.#ahead = { of: replayed, count };
  }

  /** How many facts may be replayed before `replayed` is to be called. */
  end(replayed: ReplayedFacts): number {
    return this.#ahead?.of === replayed ? this.#ahead.count : Number.POSITIVE_INFINITY;
  }

  replayed(replayed: ReplayedFacts): void {
    if (this.#ahead?.of !== replayed || replayed.taken < this.#ahead.count) return;
    this.#ahead = null;
    this.#last = replayed.replay.rows.at(-1) ?? this.#last;
  }

  /** The facts are replayed anew from the first one: of those ahead only the time can be known again. */
  anew(): void {
    const last = this.#ahead?.of.facts[this.#ahead.count - 1];
    if (last) this.#last = { id: '', at: last.at };
    this.#ahead = null;
  }

  /** Another recording, of which nothing was cleared. */
  forget(): void {
    this.#last = null;
    this.#ahead = null;
  }

  /** How many of the rows before `from` are requests; counted again only when there are others. */
  requests(replay: Replay, from: number): number {
    if (this.#counted?.rows !== replay.rows || this.#counted.from !== from) {
      let requests = 0;
      for (let place = 0; place < from; place++) if (replay.rows[place]?.kind === 'exchange') requests += 1;
      this.#counted = { rows: replay.rows, from, requests };
    }
    return this.#counted.requests;
  }

  /** The index of the first row that was not cleared; rows may have come in between since, or be of another replay. */
  from(replay: Replay): number {
    if (this.#last === null) return 0;
    const { id, at } = this.#last;
    return (replay.place(id) ?? replay.rows.findLastIndex((row) => row.at <= at)) + 1;
  }
}
