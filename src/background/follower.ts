import type { TabId } from '../analysis/facts/fact';
import type { Port } from '../platform/port';
import type { Have, Tell, Trouble } from '../protocol/messages';
import type { Audience } from './audience';
import type { Journal, Recording } from './journal';
import { portions } from './portions';
import { isRecorded, type Tab, type Tabs, wasPausedAt } from './tabs';

export interface FollowerParts {
  readonly journal: Journal;
  readonly tabs: Tabs;
  readonly audience: Audience;
  readonly recording: () => Recording | null;
  readonly missing: (tabId: TabId) => readonly string[];
}

/** A panel that follows a tab: which facts it was told, and what to tell it next. */
export class Follower {
  readonly tabId: TabId;
  readonly #port: Port;
  readonly #parts: FollowerParts;
  /** Number up to which it was told; null = nothing yet. */
  #told: number | null = null;

  constructor(port: Port, tabId: TabId, parts: FollowerParts) {
    this.tabId = tabId;
    this.#port = port;
    this.#parts = parts;
  }

  get told(): number {
    return this.#told ?? 0;
  }

  /** Tells what comes after `have`; everything if it is null or of a recording that is no more. */
  follow(have: Have | null): void {
    const { journal, recording } = this.#parts;
    const tab = this.#tab();
    const now = recording();
    if (!tab || !now) return;
    if (have?.epoch === now.epoch && have.seq <= journal.stored) this.#told = have.seq;
    else this.#reset(tab, now.epoch);
    this.#passOver(now.epoch);
    this.#send({ kind: 'key', ...now });
    this.state();
    this.more();
  }

  /** Whether the tab is recorded, and what it lacks. */
  state(): void {
    const tab = this.#tab();
    if (!tab) return;
    this.#send({ kind: 'recording', on: isRecorded(tab) });
    this.trouble({ kind: 'permission', origins: this.#parts.missing(tab.tabId) });
  }

  /** Tells the facts that have become safe since. */
  more(): void {
    const { journal, audience, recording } = this.#parts;
    const tab = this.#tab();
    const now = recording();
    if (this.#told === null || !tab || !now || this.#told >= journal.stored) return;
    const facts = journal
      .between(this.#told, journal.stored)
      .filter((fact) => fact.seq > tab.after && audience.isFor(fact, tab) && !wasPausedAt(tab, fact.seq));
    for (const portion of portions(facts, journal.stored)) {
      this.#send({ kind: 'more', epoch: now.epoch, after: this.#told, ...portion });
      this.#told = portion.upTo;
    }
  }

  /** The journal had to drop facts. */
  dropped(): void {
    const { journal, recording } = this.#parts;
    const now = recording();
    if (this.#told === null || !now) return;
    this.#told = Math.max(this.#told, journal.dropped);
    this.#send({ kind: 'dropped', epoch: now.epoch, through: journal.dropped });
    this.trouble({ kind: 'quota', droppedThrough: journal.dropped });
  }

  trouble(trouble: Trouble): void {
    this.#send({ kind: 'trouble', trouble });
  }

  /** Whatever was dropped or cleared: the first fact, which names the browser, is told to everyone. */
  #reset({ after, started }: Tab, epoch: string): void {
    const { journal } = this.#parts;
    const begin = started.seq - 1;
    this.#send({ kind: 'reset', epoch, after: begin });
    this.#told = begin;
    if (after < started.seq && journal.dropped < started.seq) return;
    this.#send({ kind: 'more', epoch, after: begin, upTo: started.seq, facts: [started] });
    this.#told = started.seq;
  }

  /** What it should get next may be gone. */
  #passOver(epoch: string): void {
    const { dropped } = this.#parts.journal;
    if (this.#told === null || dropped <= this.#told) return;
    this.#told = dropped;
    this.#send({ kind: 'dropped', epoch, through: dropped });
  }

  #tab(): Tab | null {
    return this.#parts.tabs.get(this.tabId);
  }

  #send(tell: Tell): void {
    this.#port.send(tell);
  }
}
