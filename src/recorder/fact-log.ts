import type { Draft, Fact, RequestId } from '../analysis/facts/fact';
import type { LogLimit } from '../protocol/recording-log';
import { condensed } from './condensed';
import { sizeOfFact } from './octets';

/** Dropping makes the panel replay what is left, so an eighth of the log goes at a time. */
const DROPPED_SHARE = 8;
/**
 * The newest facts that are never evicted. Otherwise a few large ones, such as the reading of a large jar, would evict themselves
 * and be read again.
 */
const FEWEST = 200;

/**
 * The facts of one tab, in order, numbered without gaps, within a limit. The array grows in place; it is a new one when its
 * beginning changed or facts were replaced.
 */
export class FactLog {
  #facts: Fact[] = [];
  #seq = 0;
  #octets = 0;
  #dropped = 0;
  #cleared = 0;
  #limit: LogLimit;

  constructor(limit: LogLimit) {
    this.#limit = limit;
  }

  get facts(): readonly Fact[] {
    return this.#facts;
  }

  /** How many facts were dropped because of the limit. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many facts at the beginning are of before the log was last cleared: what the reader does not want to see again. */
  get cleared(): number {
    return this.#cleared;
  }

  append(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      this.#facts.push(numbered(draft, ++this.#seq));
      this.#octets += sizeOfFact(draft);
    }
    this.#dropOldest();
  }

  /** Puts all facts of a request in place of those it had, each where its time says. */
  replace(request: RequestId, drafts: readonly Draft[]): void {
    const first = this.#facts.findIndex((fact) => isOf(fact, request));
    if (first < 0) {
      this.append(drafts);
      return;
    }
    const retained = this.#facts.slice(0, first);
    const rest: Draft[] = this.#facts.slice(first).filter((fact) => !isOf(fact, request));
    const isCleared = first < this.#cleared;
    const after = isCleared ? this.#facts.slice(this.#cleared).find((fact) => !isOf(fact, request)) : undefined;
    const left = [...drafts];
    const merged: Draft[] = [];
    for (const fact of rest) {
      while (left[0] && left[0].at < fact.at) merged.push(...left.splice(0, 1));
      merged.push(fact);
    }
    this.#seq -= this.#facts.length - first;
    this.#facts = retained;
    this.#octets = octetsOfAll(retained);
    // A request of before stays one, wherever its facts have moved to.
    if (isCleared) this.#cleared = first + (after ? merged.indexOf(after) : merged.length + left.length);
    this.append([...merged, ...left]);
  }

  /** Forgets what was recorded, but the browser, the frames, what the jar held and requests under way. */
  clear(isOpen: (request: RequestId) => boolean): void {
    this.#condense(this.#facts.length, isOpen, 'cleared');
    this.#cleared = this.#facts.length;
  }

  /** Leaves what was recorded to those who have the list. */
  beginAnew(): void {
    this.#facts = [];
    this.#seq = 0;
    this.#octets = 0;
    this.#dropped = 0;
    this.#cleared = 0;
  }

  limitTo(limit: LogLimit): void {
    this.#limit = limit;
    this.append([]);
  }

  #isFull(): boolean {
    const { length } = this.#facts;
    return length > FEWEST && (length > this.#limit.events || this.#octets > this.#limit.octets);
  }

  #dropOldest(): void {
    while (this.#isFull()) {
      const before = this.#facts.length;
      const over = before - this.#limit.events;
      this.#condense(Math.max(over, Math.ceil(before / DROPPED_SHARE)), () => false, 'dropped');
      const dropped = before - this.#facts.length;
      // What stands for the dropped is as long as they are: as many frames as facts, say.
      if (dropped <= 0) return;
      this.#dropped += dropped;
    }
  }

  /** Condenses the first `count` facts. */
  #condense(count: number, isOpen: (request: RequestId) => boolean, cause: 'cleared' | 'dropped'): void {
    const beginning = condensed(this.#facts.slice(0, count), isOpen, cause);
    const last = this.#facts[count - 1]?.seq ?? this.#seq;
    // Numbers of the facts they stand for, the last of them, so that what follows keeps its own.
    const first = last - beginning.length;
    this.#facts = [...beginning.map((draft, index) => numbered(draft, first + index + 1)), ...this.#facts.slice(count)];
    this.#cleared = this.#cleared > count ? this.#cleared - count + beginning.length : 0;
    this.#octets = octetsOfAll(this.#facts);
  }
}

const octetsOfAll = (facts: readonly Fact[]): number => facts.reduce((sum, fact) => sum + sizeOfFact(fact), 0);

const numbered = (draft: Draft, seq: number): Fact => ({ ...draft, seq }) as Fact;

const isOf = (fact: Draft, request: RequestId): boolean => 'request' in fact && fact.request === request;
