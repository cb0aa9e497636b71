import type { Digest } from '../analysis/facts/digest';
import type { Draft, RecorderStarted, Secret, TabId } from '../analysis/facts/fact';
import type { Instant } from '../analysis/facts/units';
import type { Audience } from './audience';
import type { Known, Step } from './capture';
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
  readonly events: { listen(): void; silence(): void };
  readonly digestUnder: (key: string) => Digest;
  readonly newRecording: () => Recording;
  readonly now: () => Instant;
}

const NO_DIGEST: Digest = () => null;

/**
 * Turns what the browser tells into facts of the journal, for the tabs that DevTools is open on.
 * Until the journal is read, nobody knows which tabs those are: then everything is kept, and later what is of nobody goes.
 */
export class Recorder {
  readonly #parts: RecorderParts;
  /** null = the journal has been read. */
  #waiting: Step[] | null = [];
  /** For early copies only: hops and digests are made good when the journal is settled. */
  #known: Known = { digest: NO_DIGEST, requests: new OpenRequests() };
  #recording: Recording | null = null;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  /** null = nothing is being recorded. */
  get recording(): Recording | null {
    return this.#recording;
  }

  /** Takes an event of a tab; null = of no tab in particular. */
  take(tabId: TabId | null, step: Step): void {
    if (this.#waiting) {
      this.#waiting.push(step);
      const fact = step(this.#known);
      if (fact) {
        this.#known.requests.fold(fact);
        this.#parts.journal.early(fact);
      }
    } else if (tabId === null || tabId < 0 || this.#isRecorded(tabId)) {
      const fact = step(this.#known);
      if (fact) this.record([fact]);
    }
  }

  /** Appends the facts that are of a tab that is being recorded. */
  record(facts: readonly Draft[]): void {
    this.#parts.journal.append(this.#taken(facts));
  }

  /** Reads the journal and takes up where the last worker was. To be called in the worker's first turn. */
  async wake(): Promise<void> {
    this.#parts.events.listen();
    const found = await this.#parts.journal.open();
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    if (found.recording && found.tabs.length > 0) this.#resume(found.recording, found, waiting);
    else {
      this.#parts.journal.settle([]);
      if (this.#parts.tabs.all.length === 0) this.#parts.events.silence();
    }
  }

  /** Begins to record a tab: what is told of it starts with `started`. */
  begin(tab: Omit<Tab, 'after' | 'started' | 'pauses'>, started: Omit<RecorderStarted, 'seq'>): void {
    const { journal, tabs, events } = this.#parts;
    if (!this.#recording) this.#name(this.#parts.newRecording());
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
    this.#recording = recording;
    this.#parts.journal.begin(recording);
    this.#know(recording);
  }

  #know({ key }: Recording): void {
    const keep = (request: string, fields: readonly Secret[] | null) => this.#parts.journal.keepFields(request, fields);
    this.#known = { digest: this.#parts.digestUnder(key), requests: new OpenRequests(keep) };
  }

  #resume(recording: Recording, found: Found, waiting: readonly Step[]): void {
    const { journal, tabs, now } = this.#parts;
    this.#recording = recording;
    this.#know(recording);
    tabs.restore(found.tabs);
    for (const fact of journal.between(0, journal.last)) this.#fold(fact);
    const { requests } = this.#known;
    for (const [request, fields] of found.fields) requests.rememberFields(request, fields);
    const restarts = found.tabs.map((tab): Draft => restarted(tab, now()));
    const facts = [...this.#taken(restarts)];
    // One at a time: each changes what is known of its request.
    for (const fact of found.early) facts.push(...this.#taken([requests.corrected(fact)]));
    for (const step of waiting) facts.push(...this.#taken([step(this.#known)]));
    journal.settle(facts);
  }

  #taken(facts: readonly (Draft | null)[]): readonly Draft[] {
    const taken = facts.filter((fact) => fact !== null && this.#isOfSomebody(fact)) as readonly Draft[];
    for (const fact of taken) this.#fold(fact);
    return taken;
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
