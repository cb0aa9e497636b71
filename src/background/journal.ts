import type { Draft, Fact, Secret } from '../analysis/facts/fact';
import type { SessionStore } from '../platform/session-store';
import { Flushes } from './flushes';
import { packed, unpacked } from './packed';
import { RoomyStore } from './roomy-store';
import { atLeast } from './sorted';
import type { Tab } from './tabs';

/** A recording: its name, and the key of its digests. */
export interface Recording {
  readonly epoch: string;
  readonly key: string;
  /** Whether the browser wakes a stopped background for events: false = what happens meanwhile is lost. */
  readonly wakes: boolean;
}

/** What a worker finds when it wakes. */
export interface Found {
  /** null = nothing is being recorded. */
  readonly recording: Recording | null;
  readonly tabs: readonly Tab[];
  /** Facts that an earlier worker wrote before it knew their numbers. */
  readonly early: readonly Draft[];
  /** Bodies' fields whose requests have not gone out yet. */
  readonly fields: readonly (readonly [request: string, fields: readonly Secret[]])[];
}

/** Whom the journal tells and asks. */
export interface JournalOwner {
  /** More facts are safe. */
  stored(): void;
  /** Facts up to this number were dropped to make room. */
  dropped(through: number): void;
  /** The store failed, and not for its size. */
  trouble(text: string): void;
  /** Tells the panels at once what is safe. Every open panel has the facts up to this number: they may go first. */
  tellAtOnce(): number;
}

const FACTS = 'fact/';
const EARLY = 'early/';
const FIELDS = 'fields/';
const RECORDING = 'recording';
const TABS = 'tabs';
const SETTLED = 'settled';

/**
 * The facts in the order they were appended, numbered from 1 without gaps. Append-only: each flush under a key of its own,
 * sent to the store in the turn it comes. When the store is full, the oldest flushes go.
 *
 * A worker does not know the next number before it has read the store. What comes before that is written as `early` and
 * gets its numbers when the journal is settled, by the next worker if this one does not live to do it.
 */
export class Journal {
  readonly #store: RoomyStore;
  readonly #owner: JournalOwner;
  /** Names this worker among those that wrote early facts. */
  readonly #worker: string;
  readonly #flushes = new Flushes();
  #earlyKeys: string[] = [];
  #facts: Fact[] = [];
  #last = 0;
  #stored = 0;
  #dropped = 0;

  /** @param worker a name that sorts after those of earlier workers */
  constructor(store: SessionStore, owner: JournalOwner, worker: string) {
    this.#owner = owner;
    this.#store = new RoomyStore(store, { makeRoom: (size) => this.#drop(size), trouble: (text) => owner.trouble(text) });
    this.#worker = worker;
  }

  /** Number of the last fact appended. */
  get last(): number {
    return this.#last;
  }

  /** Facts up to this number outlive the worker. */
  get stored(): number {
    return this.#stored;
  }

  /** Facts up to this number are gone. */
  get dropped(): number {
    return this.#dropped;
  }

  /** The facts numbered in (after, upTo], as far as they are still held. */
  between(after: number, upTo: number): readonly Fact[] {
    return this.#facts.slice(atLeast(this.#facts, after + 1), atLeast(this.#facts, upTo + 1));
  }

  /** Writes a fact whose number is not known yet. */
  early(fact: Draft): void {
    const key = `${EARLY}${this.#worker}/${String(this.#earlyKeys.length).padStart(6, '0')}`;
    this.#earlyKeys.push(key);
    this.#keep({ [key]: packed([fact]) });
  }

  /** Reads what earlier workers left. `settle` must follow. */
  async open(): Promise<Found> {
    const items = await this.#store.readAll();
    const settled = new Set((items[SETTLED] as readonly string[] | undefined) ?? []);
    const early: Draft[] = [];
    const fields: [string, readonly Secret[]][] = [];
    const own = EARLY + this.#worker;
    for (const key of Object.keys(items).sort()) {
      const value = items[key] as string;
      if (key.startsWith(FACTS)) this.#load(key, value);
      else if (key.startsWith(FIELDS)) fields.push([key.slice(FIELDS.length), JSON.parse(value)]);
      else if (key.startsWith(EARLY) && !key.startsWith(own)) {
        this.#earlyKeys.push(key);
        if (!settled.has(workerOf(key))) early.push(...unpacked(value));
      }
    }
    this.#stored = this.#last;
    this.#dropped = (this.#flushes.first ?? 1) - 1;
    return { recording: (items[RECORDING] as Recording) ?? null, tabs: (items[TABS] as readonly Tab[]) ?? [], early, fields };
  }

  /** Numbers the facts that were early, in this order, in place of their early copies. */
  settle(facts: readonly Draft[]): void {
    const keys = this.#earlyKeys;
    this.#earlyKeys = [];
    const settled = { [SETTLED]: [...new Set(keys.map(workerOf))] };
    // One write for both: if this worker ends before it has removed the copies, the next one knows that they are copies.
    void this.#append(facts, settled).then(() => this.#store.remove(keys));
  }

  append(facts: readonly Draft[]): void {
    void this.#append(facts, {});
  }

  /** Names the recording. */
  name(recording: Recording): void {
    this.#keep({ [RECORDING]: recording });
  }

  /** Forgets the recording and everything in it. */
  end(): void {
    const keys = [...this.#flushes.keys, RECORDING, TABS, SETTLED];
    this.#flushes.forget();
    this.#facts = [];
    this.#last = this.#stored = this.#dropped = 0;
    void this.#store.remove(keys);
  }

  keepTabs(tabs: readonly Tab[]): void {
    this.#keep({ [TABS]: tabs });
  }

  /** @param fields null = the request went out: they are in a fact now */
  keepFields(request: string, fields: readonly Secret[] | null): void {
    if (fields) this.#keep({ [FIELDS + request]: JSON.stringify(fields) });
    else void this.#store.remove([FIELDS + request]);
  }

  #keep(items: Readonly<Record<string, unknown>>): void {
    void this.#store.write(items, JSON.stringify(items).length);
  }

  #load(key: string, value: string): void {
    const first = Number(key.slice(FACTS.length));
    const drafts = unpacked(value);
    this.#last = first + drafts.length - 1;
    this.#facts.push(...numbered(drafts, first));
    this.#flushes.found({ key, first, last: this.#last, size: value.length });
  }

  async #append(drafts: readonly Draft[], beside: Readonly<Record<string, unknown>>): Promise<void> {
    if (drafts.length === 0) return;
    const first = this.#last + 1;
    const text = packed(drafts);
    const key = FACTS + String(first).padStart(12, '0');
    const flush = { key, first, last: this.#last + drafts.length, size: text.length };
    this.#last = flush.last;
    this.#facts.push(...numbered(drafts, first));
    this.#flushes.writing(flush);
    const write = (value: string) => this.#store.write({ [key]: value, ...beside }, value.length);
    // Too large even for an empty store: told to the panels that are open; whoever comes later learns that it is gone.
    if (!(await write(text))) await write(packed(drafts.map(placeholder)));
    if (!this.#flushes.written(flush)) return;
    // In order: up to the first flush that is still being written.
    this.#stored = (this.#flushes.firstUnsafe ?? this.#last + 1) - 1;
    this.#owner.stored();
  }

  async #drop(size: number): Promise<boolean> {
    const gone = this.#flushes.takeOldest(size, this.#owner.tellAtOnce());
    const last = gone.at(-1)?.last;
    if (last === undefined) return false;
    this.#facts.splice(0, atLeast(this.#facts, last + 1));
    this.#dropped = last;
    this.#owner.dropped(last);
    await this.#store.remove(gone.map(({ key }) => key));
    return true;
  }
}

const workerOf = (key: string): string => key.slice(EARLY.length).split('/')[0] ?? '';

const numbered = (drafts: readonly Draft[], first: number): readonly Fact[] =>
  drafts.map((draft, index) => ({ ...draft, seq: first + index }) as Fact);

/** Takes the number of a fact that could not be stored. */
const placeholder = (draft: Draft): Draft => ({
  kind: 'recorder-gap',
  at: draft.at,
  tabId: 'tabId' in draft ? draft.tabId : null,
  from: draft.at,
  to: draft.at,
  cause: 'quota',
});
