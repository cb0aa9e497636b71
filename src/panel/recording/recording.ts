import type { Instant } from '../../analysis/engine/base/units';
import type { ThirdPartyPolicy } from '../../analysis/engine/verdict/verdict';
import type { Fact } from '../../analysis/facts/fact';
import type { Replay } from '../../analysis/replay/replay';
import type { Row } from '../../analysis/replay/rows/exchange';
import type { OverrideState } from '../../protocol/line-override';
import type { ProtectionState } from '../../protocol/protection';
import type { ConnectionState, Problem, RecordingLog } from '../../protocol/recording-log';
import { ClearedRows } from './cleared-rows';
import { ReplayedFacts } from './replayed-facts';
import { Turns, type TurnsParts } from './turns';

/** What the views draw. A new object with every change; `rows` is one array that grows in place, `version` tells when. */
export interface Recorded {
  /** Of this description of the recording: the next one has the next number. */
  readonly serial: number;
  readonly version: number;
  readonly rows: readonly Row[];
  /** Rows before this index are those of the description before. */
  readonly unchanged: number;
  /** Rows before this index were cleared away. */
  readonly from: number;
  /** How many of the others are requests. */
  readonly requests: number;
  /** Whether the list was cleared in this recording. */
  readonly isCleared: boolean;
  /** The first instant of the recording, from which times are told. */
  readonly start: number;
  readonly replay: Replay;
  readonly isRecording: boolean;
  /** Match patterns of hosts that may not be seen; the tab's own site first. */
  readonly missing: readonly string[];
  /** What the browser's settings say of third-party cookies; null = they were not read. */
  readonly setting: ThirdPartyPolicy | null;
  readonly problems: readonly Problem[];
  /** How many of the oldest facts were dropped since the list was last cleared, for the recording had reached its limit. */
  readonly dropped: number;
  /** Key of the digests in the facts; null = not told. */
  readonly digestKey: string | null;
  /** The recorder cannot be reached: trying again, or never again because the extension was reloaded. */
  readonly link: ConnectionState;
  /** Corrected lines in force. */
  readonly overrides: readonly OverrideState[];
  readonly protections: readonly ProtectionState[];
  /** Whether the page's scripts are traced. */
  readonly tracing: boolean;
}

const NOTHING: readonly never[] = [];

/**
 * The panel's end of a recording. Facts are replayed while the panel is in view, in slices between which the browser has
 * its turn, and the views are told a few times a second; of what the reader did, before the next paint.
 * Everything concluded comes from the replay; nothing is concluded here.
 */
export class Recording {
  readonly #turns: Turns;
  readonly #listeners = new Set<() => void>();
  readonly #cleared = new ClearedRows();
  #assumed: ThirdPartyPolicy | null = null;
  #log: RecordingLog | null = null;
  #isCleared = false;
  /** How many had been dropped when the list was last cleared: they are missing from no list that is shown. */
  #droppedBefore = 0;
  #serial = 0;
  #shown = new ReplayedFacts(NOTHING, {});
  /** A replay of other facts, or by another policy: it is shown as soon as it has come as far as the one shown. */
  #next: ReplayedFacts | null = null;
  #recorded: Recorded;

  constructor(parts: TurnsParts) {
    this.#recorded = this.#describe();
    this.#turns = new Turns(parts, { work: (hasTime) => this.#work(hasTime), show: () => this.#publish() });
  }

  get recorded(): Recorded {
    return this.#recorded;
  }

  /** The recorder's log as it was last taken; null = none was. */
  get log(): RecordingLog | null {
    return this.#log;
  }

  /** What was recorded, replayed or not; the list may grow in place. */
  get facts(): readonly Fact[] {
    return this.#log?.facts ?? NOTHING;
  }

  /** Whether there is something recorded that is not replayed yet. */
  get isBehind(): boolean {
    return this.#next !== null || this.#shown.isBehind;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the log as it is now: a new list of facts has another beginning, a longer one has grown. */
  take(log: RecordingLog): void {
    const before = this.#log;
    this.#log = log;
    if (before !== null && isOtherRecording(before, log)) {
      this.#cleared.forget();
      this.#isCleared = false;
      this.#droppedBefore = 0;
    }
    if (log.facts !== before?.facts || log.thirdParty !== before.thirdParty) this.#replayAnew();
    if (before === null && log.cleared > 0) {
      this.#cleared.clearFirst(log.cleared, this.#next ?? this.#shown);
      this.#isCleared = true;
    }
    if (before !== null && isLikeButForFacts(before, log)) this.#turns.soon();
    else this.#turns.urgently();
  }

  /**
   * What the reader assumes of third-party cookies: everything is judged again.
   * @param assumed null = nothing
   */
  judgeBy(assumed: ThirdPartyPolicy | null): void {
    if (assumed === this.#assumed) return;
    this.#assumed = assumed;
    this.#replayAnew();
    this.#turns.urgently();
  }

  /** Time has gone on: what waited too long for the browser's word waits no more. */
  settle(now: Instant): void {
    // What is not replayed yet happened before now.
    if (this.isBehind) return;
    if (this.#shown.settle(now)) this.#turns.soon();
  }

  /** Clears the list of all that has arrived; the jar goes on as it was. */
  clear(): void {
    this.#cleared.clear(this.#shown, this.#next ?? this.#shown);
    this.#isCleared = true;
    this.#droppedBefore = this.#log?.dropped ?? 0;
    this.#turns.urgently();
  }

  #replayAnew(): void {
    this.#cleared.anew();
    const setting = this.#log?.thirdParty ?? null;
    this.#next = new ReplayedFacts(this.#log?.facts ?? NOTHING, {
      ...(this.#assumed === null ? {} : { thirdParty: this.#assumed }),
      ...(setting === null ? {} : { setting }),
    });
  }

  #work(hasTime: () => boolean): boolean {
    const current = this.#next ?? this.#shown;
    while (current.isBehind && hasTime()) {
      current.step(this.#cleared.end(current));
      this.#cleared.replayed(current);
    }
    if (this.#next && (!current.isBehind || current.taken >= this.#shown.taken)) {
      this.#shown = current;
      this.#next = null;
    }
    return !current.isBehind;
  }

  #publish(): void {
    this.#recorded = this.#describe();
    for (const listener of this.#listeners) listener();
  }

  #describe(): Recorded {
    const { replay, facts } = this.#shown;
    const from = this.#cleared.from(replay);
    this.#serial += 1;
    return {
      serial: this.#serial,
      version: replay.version,
      rows: replay.rows,
      unchanged: replay.takeUnchanged(),
      from,
      requests: replay.requestCount() - this.#cleared.requests(replay, from),
      isCleared: this.#isCleared,
      start: facts[0]?.at ?? 0,
      replay,
      isRecording: this.#log?.recording ?? true,
      missing: this.#log?.missing ?? NOTHING,
      setting: this.#log?.thirdParty ?? null,
      problems: this.#log?.problems ?? NOTHING,
      dropped: (this.#log?.dropped ?? 0) - this.#droppedBefore,
      digestKey: this.#log?.key ?? null,
      link: this.#log?.link ?? 'connected',
      overrides: this.#log?.overrides ?? NOTHING,
      protections: this.#log?.protections ?? NOTHING,
      tracing: this.#log?.tracing ?? false,
    };
  }
}

/** Whether it is another recording, and not the same after facts were dropped, cleared or replaced: that begins as it did. */
export const isOtherRecording = (before: RecordingLog, log: RecordingLog): boolean => log.facts[0]?.at !== before.facts[0]?.at;

/** Whether nothing of a log changed but its facts: only these may wait. */
const isLikeButForFacts = (before: RecordingLog, log: RecordingLog): boolean => stateOf(before) === stateOf(log);

const stateOf = ({ facts: _, cleared: __, ...state }: RecordingLog): string => JSON.stringify(state);
