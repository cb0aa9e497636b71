import type { Fact } from '../analysis/facts/fact';
import type { Instant } from '../analysis/facts/units';
import type { Row } from '../analysis/replay/exchange';
import { Replay } from '../analysis/replay/replay';
import type { ThirdPartyPolicy } from '../analysis/verdict/verdict';
import type { Log } from '../protocol/log';
import type { Trouble } from '../protocol/messages';

/** What the views draw. A new object with every change; `rows` is one array that grows in place, `version` tells when. */
export interface Recorded {
  readonly version: number;
  readonly rows: readonly Row[];
  /** Rows before this index were cleared away. */
  readonly from: number;
  /** The first instant of the recording, from which times are told. */
  readonly start: number;
  readonly replay: Replay;
  readonly isRecording: boolean;
  /** Match patterns of hosts that may not be seen; the tab's own site first. */
  readonly missing: readonly string[];
  readonly troubles: readonly Trouble[];
  /** Key of the digests in the facts; null = not told. */
  readonly digestKey: string | null;
  /** The recorder cannot be reached: trying again, or never again because the extension was reloaded. */
  readonly link: Link;
}

export type Link = 'connected' | 'reconnecting' | 'gone';

const NOTHING: readonly never[] = [];

/**
 * The panel's end of a recording: facts go in as they come, and the views are told at most once a frame.
 * Everything concluded comes from the replay; nothing is concluded here.
 */
export class Recording {
  #thirdParty: ThirdPartyPolicy | null = null;
  #replay = new Replay();
  #facts: readonly Fact[] | null = null;
  #taken = 0;
  #log: Log | null = null;
  #link: Link = 'connected';
  #from = 0;
  #scheduled = false;
  readonly #listeners = new Set<() => void>();
  readonly #schedule: (publish: () => void) => void;
  #recorded: Recorded;

  /** @param schedule calls back before the next paint; a test may call at once */
  constructor(schedule: (publish: () => void) => void) {
    this.#schedule = schedule;
    this.#recorded = this.#describe();
  }

  get recorded(): Recorded {
    return this.#recorded;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the log as it is now: a new list of facts is a new recording, a longer one has grown. */
  take(log: Log): void {
    if (log.facts !== this.#facts) {
      this.#replay = this.#newReplay();
      this.#facts = log.facts;
      this.#taken = 0;
      this.#from = 0;
    }
    if (log.facts.length > this.#taken) {
      this.#replay.add(log.facts.slice(this.#taken));
      this.#taken = log.facts.length;
    }
    this.#log = log;
    this.#publishSoon();
  }

  /**
   * What the reader says of third-party cookies: everything is judged again.
   * @param policy null = not known, for no extension can read it
   */
  judgeBy(policy: ThirdPartyPolicy | null): void {
    if (policy === this.#thirdParty) return;
    this.#thirdParty = policy;
    const first = this.#replay.rows[this.#from]?.id;
    this.#replay = this.#newReplay().add((this.#facts ?? []).slice(0, this.#taken));
    if (this.#from > 0) this.#from = (first === undefined ? null : this.#replay.place(first)) ?? this.#replay.rows.length;
    this.#publishSoon();
  }

  /** Time has gone on: what waited too long for the browser's word waits no more. */
  settle(now: Instant): void {
    const before = this.#replay.version;
    this.#replay.settle(now);
    if (this.#replay.version !== before) this.#publishSoon();
  }

  linked(link: Link): void {
    this.#link = link;
    this.#publishSoon();
  }

  /** Clears the list; the jar goes on as it was. */
  clear(): void {
    this.#from = this.#replay.rows.length;
    this.#publishSoon();
  }

  #newReplay(): Replay {
    return new Replay(this.#thirdParty === null ? {} : { thirdParty: this.#thirdParty });
  }

  #publishSoon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#schedule(() => {
      this.#scheduled = false;
      this.#recorded = this.#describe();
      for (const listener of this.#listeners) listener();
    });
  }

  #describe(): Recorded {
    return {
      version: this.#replay.version,
      rows: this.#replay.rows,
      from: this.#from,
      start: this.#facts?.[0]?.at ?? 0,
      replay: this.#replay,
      isRecording: this.#log?.recording ?? true,
      missing: this.#log?.missing ?? NOTHING,
      troubles: this.#log?.troubles ?? NOTHING,
      digestKey: this.#log?.key ?? null,
      link: this.#link,
    };
  }
}
