import type { Digest } from '../analysis/facts/digest';
import type { Draft, Fact, RecorderStarted, Secret, TabId } from '../analysis/facts/fact';
import type { Instant } from '../analysis/facts/units';
import type { Events } from '../platform/events';
import type { Audience } from './audience';
import type { Known, Told } from './capture';
import type { JarWatch } from './jar-watch';
import type { Found, Journal, Recording } from './journal';
import { OpenRequests } from './open-requests';
import { isRecorded, type Tab, type Tabs } from './tabs';
import { isSameStage, toldAs, unrecorded } from './unrecorded';
import { Waking } from './waking';

export interface RecorderParts {
  readonly journal: Journal;
  readonly tabs: Tabs;
  readonly audience: Audience;
  readonly jarWatch: JarWatch;
  /** The browser's events: listened to while DevTools is open somewhere. */
  readonly events: Events;
  readonly digestUnder: (key: string) => Digest;
  /** Whether to listen in the first turn. */
  readonly listensAtOnce: boolean;
  /** Whether a page of DevTools tells what a killed worker may have missed. */
  readonly hasWitness: boolean;
  readonly digestKey: () => string;
  readonly unique: () => string;
  readonly after: (ms: number, then: () => void) => void;
  readonly now: () => Instant;
}

/**
 * Turns what the browser tells into facts of the journal, for the tabs that DevTools is open on.
 * Until the journal is read, nobody knows which tabs those are: then everything is kept, and later what is of nobody goes.
 */
export class Recorder {
  readonly #parts: RecorderParts;
  /** null = the journal has been read. */
  #waking: Waking | null;
  #known: Known = { digest: () => null, requests: new OpenRequests(), sure: false };
  #recording: Recording | null = null;
  /** Keys of what somebody else was told too: it may reach us yet, in no good time. */
  readonly #witnessed = new Set<string>();
  readonly #since: Instant;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.#since = parts.now();
    this.#waking = new Waking({ ...parts, early: (fact) => parts.journal.early(fact) });
  }

  /** null = nothing is being recorded. */
  get recording(): Recording | null {
    return this.#recording;
  }

  take(told: Told): void {
    if (this.#waking) this.#waking.take(told);
    else if (this.#isKnown(told)) return;
    else if (told.tabId === null || told.tabId < 0 || this.#isRecorded(told.tabId)) this.record(told.facts(this.#known));
  }

  /** Takes events that somebody else was told too: those among them that a killed worker was not told any more are recorded. */
  takeWitnessed(all: readonly Told[]): void {
    for (const { key } of all) if (key !== null) this.#witnessed.add(key);
    if (this.#waking) {
      this.#waking.takeWitnessed(
        all.map((told) => ({ ...told, facts: (known) => (this.#isOurs(told) ? told.facts(known) : []) })),
      );
      return;
    }
    const { journal } = this.#parts;
    const facts = journal.between(0, journal.last);
    for (const told of unrecorded(all, facts).filter((each) => this.#isOurs(each))) {
      // As it was known when the event came, for it may be about an earlier hop than the present one.
      const requests = new OpenRequests();
      for (const fact of facts) if (fact.at <= told.at) requests.fold(fact);
      // It may have been made good already from what came after it.
      const isMissing = (fact: Draft) => !facts.some((each) => isSameStage(each, fact));
      this.record(told.facts({ ...this.#known, requests }).filter(isMissing));
    }
  }

  /** Appends the facts that are of a tab that is being recorded. */
  record(facts: readonly Draft[]): void {
    this.#parts.journal.append(this.#taken(facts));
  }

  /** Reads the journal and takes up where the last worker was. To be called in the worker's first turn. */
  async wake(): Promise<void> {
    const { journal, tabs, events, listensAtOnce } = this.#parts;
    if (listensAtOnce) events.listen();
    const found = await journal.open();
    const waking = this.#waking;
    if (waking && found.recording && found.tabs.length > 0) {
      await waking.calm();
      this.#resume(found.recording, found, waking);
    } else {
      this.#waking = null;
      journal.settle([]);
      if (tabs.all.length === 0) events.silence();
    }
  }

  /** Begins to record a tab: what is told of it starts with `started`. */
  begin(tab: Pick<Tab, 'tabId' | 'storeId'>, started: Omit<RecorderStarted, 'seq'>): void {
    const { journal, tabs, events, unique, digestKey, listensAtOnce } = this.#parts;
    if (!this.#recording) this.#name({ epoch: unique(), key: digestKey(), wakes: listensAtOnce });
    const seq = journal.last + 1;
    tabs.put({ ...tab, after: journal.last, started: { ...started, seq }, pauses: [], since: started.at });
    events.listen();
    this.record([started]);
  }

  /** DevTools was closed on this tab. */
  end(tabId: TabId): void {
    const { journal, tabs, events, audience } = this.#parts;
    if (!tabs.remove(tabId) || tabs.all.length > 0) return;
    events.silence();
    journal.end();
    audience.forget();
    this.#recording = null;
  }

  #name(recording: Recording): void {
    const keep = (request: string, fields: readonly Secret[] | null) => this.#parts.journal.keepFields(request, fields);
    this.#recording = recording;
    this.#parts.journal.name(recording);
    this.#known = { digest: this.#parts.digestUnder(recording.key), requests: new OpenRequests(keep), sure: true };
  }

  #resume(recording: Recording, found: Found, waking: Waking): void {
    const { journal, tabs, listensAtOnce, events } = this.#parts;
    this.#waking = null;
    this.#name({ ...recording, wakes: listensAtOnce });
    tabs.restore(found.tabs);
    events.listen();
    const held = journal.between(0, journal.last);
    for (const fact of held) this.#fold(fact);
    const { requests } = this.#known;
    for (const [request, fields] of found.fields) requests.rememberFields(request, fields);
    const restarts = found.tabs.map((tab) => restarted(tab, waking.since));
    const facts = [...this.#taken(recording.wakes ? restarts : [missed(held.at(-1), waking.since), ...restarts])];
    const early = found.early.map((fact) => toldAs(fact, () => requests.corrected(fact)));
    const told = unrecorded([...early, ...waking.all], held);
    // One at a time: each changes what is known of its request.
    for (const each of told.toSorted((one, other) => one.at - other.at)) facts.push(...this.#taken(each.facts(this.#known)));
    journal.settle(facts);
  }

  #taken(facts: readonly Draft[]): readonly Draft[] {
    return facts.filter((fact) => {
      const isTaken = this.#isOfSomebody(fact);
      // At once: whether the next is of somebody may depend on it.
      if (isTaken) this.#fold(fact);
      return isTaken;
    });
  }

  #fold(fact: Draft): void {
    const { audience, jarWatch, tabs } = this.#parts;
    this.#known.requests.fold(fact);
    audience.fold(fact);
    jarWatch.fold(fact, 'tabId' in fact && fact.tabId !== null ? (tabs.get(fact.tabId)?.storeId ?? null) : null);
  }

  #isOfSomebody(fact: Draft): boolean {
    return this.#parts.tabs.all.some((tab) => isRecorded(tab) && this.#parts.audience.isFor(fact, tab));
  }

  /** Whether a late event was told by DevTools, or recorded by the worker before this one. */
  #isKnown(told: Told): boolean {
    if (told.key !== null && this.#witnessed.has(told.key)) return true;
    const { journal } = this.#parts;
    return told.at < this.#since && unrecorded([told], journal.between(0, journal.last)).length === 0;
  }

  /** Not of a time when the tab was not recorded, nor of one whose facts, this one perhaps among them, were dropped. */
  #isOurs({ tabId, at }: Told): boolean {
    const { tabs, journal } = this.#parts;
    const [oldest] = journal.between(journal.dropped, journal.dropped + 1);
    const isHeld = journal.dropped === 0 || (oldest !== undefined && at > oldest.at);
    return isHeld && tabId !== null && at >= (tabs.get(tabId)?.since ?? Number.POSITIVE_INFINITY);
  }

  #isRecorded(tabId: TabId): boolean {
    const tab = this.#parts.tabs.get(tabId);
    return tab !== null && isRecorded(tab);
  }
}

const restarted = (tab: Tab, at: Instant): Draft => {
  const { seq, ...started } = tab.started;
  return { ...started, at, cause: 'worker-restarted' };
};

const missed = (last: Fact | undefined, to: Instant): Draft => ({
  kind: 'recorder-gap',
  at: to,
  tabId: null,
  from: last?.at ?? to,
  to,
  cause: 'worker-stopped',
});
