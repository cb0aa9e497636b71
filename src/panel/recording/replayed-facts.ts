import type { Instant } from '../../analysis/engine/base/units';
import type { Fact } from '../../analysis/facts/fact';
import { Replay } from '../../analysis/replay/replay';
import type { ReplayOptions } from '../../analysis/replay/replay-options';

/** Facts in one step: less than a millisecond's work. */
const STEP = 32;

/** A list of facts that grows in place, and its replay as far as it has come. */
export class ReplayedFacts {
  readonly facts: readonly Fact[];
  readonly replay: Replay;
  #taken = 0;

  constructor(facts: readonly Fact[], options: ReplayOptions) {
    this.facts = facts;
    this.replay = new Replay(options);
  }

  /** How many facts are replayed. */
  get taken(): number {
    return this.#taken;
  }

  get isBehind(): boolean {
    return this.#taken < this.facts.length;
  }

  /** Replays some more facts, none beyond the first `end`. */
  step(end: number): void {
    const to = Math.min(this.facts.length, end, this.#taken + STEP);
    this.replay.add(this.facts.slice(this.#taken, to));
    this.#taken = to;
  }

  /** Time has gone on without facts. Whether that changed a row. */
  settle(now: Instant): boolean {
    const before = this.replay.version;
    this.replay.settle(now);
    return this.replay.version !== before;
  }
}
