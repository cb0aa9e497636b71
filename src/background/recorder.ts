import type { Digest } from '../analysis/facts/digest';
import type { Draft, Fact, RecorderStarted, Secret, TabId } from '../analysis/facts/fact';
import type { Instant } from '../analysis/facts/units';
import type { Events } from '../platform/events';
import type { Audience } from './audience';
import { type Known, keyOf, type Told } from './capture';
import type { JarWatch } from './jar-watch';
import type { Found, Journal, Recording } from './journal';
import { OpenRequests } from './open-requests';
import { isRecorded, type Tab, type Tabs } from './tabs';

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
  readonly digestKey: () => string;
  readonly unique: () => string;
  readonly after: (ms: number, then: () => void) => void;
  readonly now: () => Instant;
}

const NO_DIGEST: Digest = () => null;

/** A browser that woke us delivers what has waited in no good order, after new events even; when none of old came for so long, all is here. */
const CALM = 250;
const LATEST_CALM = 1500;

/**
 * Turns what the browser tells into facts of the journal, for the tabs that DevTools is open on.
 * Until the journal is read, nobody knows which tabs those are: then everything is kept, and later what is of nobody goes.
 */
export class Recorder {
  readonly #parts: RecorderParts;
  /** null = the journal has been read. */
  #waiting: Told[] | null = [];
  #lastOld = 0;
  readonly #woken: Instant;
  /** For early copies only: hops and digests are made good when the journal is settled. */
  #known: Known = { digest: NO_DIGEST, requests: new OpenRequests(), sure: false };
  #recording: Recording | null = null;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.#woken = parts.now();
  }

  /** null = nothing is being recorded. */
  get recording(): Recording | null {
    return this.#recording;
  }

  take(told: Told): void {
    if (this.#waiting) {
      if (told.at < this.#woken) this.#lastOld = this.#parts.now();
      this.#waiting.push(told);
      for (const fact of told.facts(this.#known)) {
        this.#known.requests.fold(fact);
        this.#parts.journal.early(fact);
      }
    } else if (told.tabId === null || told.tabId < 0 || this.#isRecorded(told.tabId)) {
      this.record(told.facts(this.#known));
    }
  }

  /** Takes events that somebody else was told too: those among them that a killed worker was not told any more are recorded. */
  takeWitnessed(all: readonly Told[]): void {
    if (this.#waiting) {
      this.#waiting.push(...all);
      return;
    }
    const { journal } = this.#parts;
    const facts = journal.between(0, journal.last);
    for (const told of unrecorded(all, facts)) {
      // As it was known when the event came, for it may be about an earlier hop than the present one.
      const requests = new OpenRequests();
      for (const fact of journal.between(0, journal.last)) if (fact.at <= told.at) requests.fold(fact);
      this.record(told.facts({ ...this.#known, requests }));
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
    if (found.recording && found.tabs.length > 0) {
      await this.#calm();
      this.#resume(found.recording, found, this.#waiting ?? []);
    } else {
      this.#waiting = null;
      journal.settle([]);
      if (tabs.all.length === 0) events.silence();
    }
  }

  /** Begins to record a tab: what is told of it starts with `started`. */
  begin(tab: Omit<Tab, 'after' | 'started' | 'pauses'>, started: Omit<RecorderStarted, 'seq'>): void {
    const { journal, tabs, events, unique, digestKey, listensAtOnce } = this.#parts;
    if (!this.#recording) this.#name({ epoch: unique(), key: digestKey(), wakes: listensAtOnce });
    const seq = journal.last + 1;
    tabs.put({ ...tab, after: journal.last, started: { ...started, seq }, pauses: [] });
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

  #calm(): Promise<void> {
    const { now, after } = this.#parts;
    return new Promise((calm) => {
      const look = () => {
        const wait = Math.min(Math.max(this.#lastOld, this.#woken) + CALM, this.#woken + LATEST_CALM) - now();
        if (wait > 0) after(wait, look);
        else calm();
      };
      look();
    });
  }

  #resume(recording: Recording, found: Found, waiting: readonly Told[]): void {
    const { journal, tabs, listensAtOnce, events } = this.#parts;
    this.#waiting = null;
    this.#name({ ...recording, wakes: listensAtOnce });
    tabs.restore(found.tabs);
    events.listen();
    for (const fact of journal.between(0, journal.last)) this.#fold(fact);
    const { requests } = this.#known;
    for (const [request, fields] of found.fields) requests.rememberFields(request, fields);
    const early = found.early.map((fact): Told => ({ ...fromEarly(fact), facts: () => requests.corrected(fact) }));
    const facts = [
      ...this.#taken([...(recording.wakes ? [] : [this.#missed()]), ...found.tabs.map((tab) => restarted(tab, this.#woken))]),
    ];
    const told = unrecorded([...early, ...waiting], journal.between(0, journal.last));
    // One at a time: each changes what is known of its request.
    for (const each of told.toSorted((one, other) => one.at - other.at)) facts.push(...this.#taken(each.facts(this.#known)));
    journal.settle(facts);
  }

  #missed(): Draft {
    const { journal } = this.#parts;
    const [last] = journal.between(journal.last - 1, journal.last);
    return {
      kind: 'recorder-gap',
      at: this.#woken,
      tabId: null,
      from: last?.at ?? this.#woken,
      to: this.#woken,
      cause: 'worker-stopped',
    };
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

  #isRecorded(tabId: TabId): boolean {
    const tab = this.#parts.tabs.get(tabId);
    return tab !== null && isRecorded(tab);
  }
}

const restarted = (tab: Tab, at: Instant): Draft => {
  const { seq, ...started } = tab.started;
  return { ...started, at, cause: 'worker-restarted' };
};

const fromEarly = (fact: Draft): Omit<Told, 'facts'> => ({
  tabId: null,
  at: fact.at,
  key: 'request' in fact ? keyOf(fact.kind, fact.request, fact.at) : null,
});

/** Each event once, without those that are recorded. */
function unrecorded(all: readonly Told[], recorded: readonly Fact[]): readonly Told[] {
  const earliest = Math.min(...all.map(({ at }) => at));
  const known = new Set<string>();
  for (const fact of recorded) if (fact.at >= earliest && 'request' in fact) known.add(keyOf(fact.kind, fact.request, fact.at));
  return all.filter(({ key }) => {
    if (key === null) return true;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
