import type { RecorderStarted, StoreId, TabId } from '../analysis/facts/fact';
import type { Instant } from '../analysis/facts/units';

/** Numbers of facts (after, upTo] that are not this tab's, for it was paused; null = it still is. */
export interface Pause {
  readonly after: number;
  readonly upTo: number | null;
}

/** A tab that DevTools is open on. */
export interface Tab {
  readonly tabId: TabId;
  readonly storeId: StoreId;
  /** What is numbered up to this is not told any more: it is from before DevTools was opened, or was cleared. */
  readonly after: number;
  /** Told to each newcomer, for it says which browser this is, however much was dropped or cleared since. */
  readonly started: RecorderStarted;
  readonly pauses: readonly Pause[];
  /** When the recording began, or went on after a pause: what happened before is none of ours. */
  readonly since: Instant;
}

export const isRecorded = (tab: Tab): boolean => tab.pauses.at(-1)?.upTo !== null;

export const wasPausedAt = (tab: Tab, seq: number): boolean =>
  tab.pauses.some(({ after, upTo }) => seq > after && (upTo === null || seq <= upTo));

/** The tabs that DevTools is open on. Each change is handed to `keep`, to outlive the worker. */
export class Tabs {
  readonly #tabs = new Map<TabId, Tab>();
  readonly #keep: (tabs: readonly Tab[]) => void;

  constructor(keep: (tabs: readonly Tab[]) => void) {
    this.#keep = keep;
  }

  restore(tabs: readonly Tab[]): void {
    for (const tab of tabs) this.#tabs.set(tab.tabId, tab);
  }

  get(tabId: TabId): Tab | null {
    return this.#tabs.get(tabId) ?? null;
  }

  get all(): readonly Tab[] {
    return [...this.#tabs.values()];
  }

  put(tab: Tab): void {
    this.#tabs.set(tab.tabId, tab);
    this.#keep(this.all);
  }

  /** Whether it was there. */
  remove(tabId: TabId): boolean {
    const was = this.#tabs.delete(tabId);
    if (was) this.#keep(this.all);
    return was;
  }
}
