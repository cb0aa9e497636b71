import type { Draft } from '../analysis/facts/fact';
import type { Instant } from '../analysis/facts/units';
import type { Known, Told } from './capture';
import { OpenRequests } from './open-requests';

export interface WakingParts {
  /** Keeps a copy of a fact, in case this worker does not live to number it. */
  readonly early: (fact: Draft) => void;
  /** Whether a page of DevTools tells what a killed worker may have missed. */
  readonly hasWitness: boolean;
  readonly now: () => Instant;
  readonly after: (ms: number, then: () => void) => void;
}

/** A browser that woke us delivers what has waited in no good order, after new events even; when none of old came for so long, all is here. */
const CALM = 250;
const LATEST_CALM = 1500;
const LOOK_EVERY = 50;

/** The first moments of a worker, in which it does not know what it is to record: everything is kept, in case. */
export class Waking {
  readonly since: Instant;
  readonly #parts: WakingParts;
  readonly #told: Told[] = [];
  /** For the early copies only: hops and digests are made good when the journal is settled. */
  readonly #known: Known = { digest: () => null, requests: new OpenRequests(), sure: false };
  #lastOld: number;
  #isWitnessed = false;

  constructor(parts: WakingParts) {
    this.#parts = parts;
    this.since = parts.now();
    this.#lastOld = this.since;
  }

  /** What was told so far, in the order it was told. */
  get all(): readonly Told[] {
    return this.#told;
  }

  take(told: Told): void {
    if (told.at < this.since) this.#lastOld = this.#parts.now();
    this.#told.push(told);
    for (const fact of told.facts(this.#known)) {
      this.#known.requests.fold(fact);
      this.#parts.early(fact);
    }
  }

  /** Who told these has copies of them. */
  takeWitnessed(all: readonly Told[]): void {
    this.#told.push(...all);
    this.#isWitnessed = true;
  }

  /** Resolves when all that happened while nobody listened is here, or should be. */
  calm(): Promise<void> {
    const { after } = this.#parts;
    return new Promise((resolve) => {
      const look = () => (this.#isCalm() ? resolve() : after(LOOK_EVERY, look));
      look();
    });
  }

  #isCalm(): boolean {
    const { now, hasWitness } = this.#parts;
    if (now() >= this.since + LATEST_CALM) return true;
    return (this.#isWitnessed || !hasWitness) && now() >= this.#lastOld + CALM;
  }
}
