import type { Fact, JarSnapshot, RecorderStarted, TabId } from '../analysis/facts/fact';
import { existingFrame } from '../analysis/facts/from-navigation';
import type { Instant } from '../analysis/facts/units';
import type { Jar } from '../platform/jar';
import type { Frames } from '../platform/navigation';
import type { JarWatch } from './jar-watch';
import type { Journal } from './journal';
import type { PermissionWatch } from './permission-watch';
import type { Recorder } from './recorder';
import type { Tab, Tabs } from './tabs';

export interface WatchingParts {
  readonly recorder: Recorder;
  readonly journal: Journal;
  readonly tabs: Tabs;
  readonly jarWatch: JarWatch;
  readonly permissionWatch: PermissionWatch;
  readonly jar: Jar;
  readonly frames: Frames;
  readonly browser: RecorderStarted['browser'];
  readonly browserVersion: () => Promise<string>;
  readonly now: () => Instant;
}

/** Begins, pauses and ends the recording of tabs. */
export class Watching {
  readonly #parts: WatchingParts;
  readonly #beginning = new Map<TabId, Promise<void>>();

  constructor(parts: WatchingParts) {
    this.#parts = parts;
  }

  /** Begins to record a tab, unless it is being recorded. Resolves when it is. */
  async watch(tabId: TabId): Promise<void> {
    if (this.#parts.tabs.get(tabId)) return;
    const beginning = this.#beginning.get(tabId) ?? this.#begin(tabId).finally(() => this.#beginning.delete(tabId));
    this.#beginning.set(tabId, beginning);
    await beginning;
  }

  end(tabId: TabId): void {
    this.#parts.recorder.end(tabId);
    this.#parts.permissionWatch.forget(tabId);
  }

  /** What is told of the tab while it is paused is not recorded; resuming reads the jar, for it may have changed. */
  setRecording(tabId: TabId, on: boolean): void {
    const { tabs, recorder, journal, jarWatch, now } = this.#parts;
    const tab = tabs.get(tabId);
    if (!tab || on === (tab.pauses.at(-1)?.upTo !== null)) return;
    if (on) {
      const pauses = tab.pauses.map((pause) => (pause.upTo === null ? { ...pause, upTo: journal.last } : pause));
      tabs.put({ ...tab, pauses, since: now() });
      const { seq, ...started } = tab.started;
      recorder.record([{ ...started, at: now(), cause: 'user-resumed' }]);
      void jarWatch.read(tab.storeId, null);
    } else {
      recorder.record([{ kind: 'recorder-gap', at: now(), tabId, from: now(), to: null, cause: 'paused' }]);
      tabs.put({ ...tab, pauses: [...tab.pauses, { after: journal.last, upTo: null }] });
    }
  }

  /** The panel forgot what is numbered up to `through`: a panel that opens later does not get it either, but a reading of the jar. */
  clear(tabId: TabId, through: number): void {
    const { tabs, jarWatch } = this.#parts;
    const tab = tabs.get(tabId);
    if (!tab) return;
    tabs.put({ ...tab, after: Math.max(tab.after, through) });
    void jarWatch.read(tab.storeId, null);
  }

  async readJar(tabId: TabId): Promise<void> {
    const tab = this.#parts.tabs.get(tabId);
    if (tab) await this.#parts.jarWatch.read(tab.storeId, null);
  }

  /**
   * Reads the whole jar where the journal, as far as a newcomer gets it, has no such reading (any more), or none since a gap
   * or a restart: with a killed worker, news of a cookie may have been lost.
   */
  readUnreadJars(): void {
    const { tabs, journal, jarWatch } = this.#parts;
    const isRead = (tab: Tab) => {
      const last = journal
        .between(tab.after, journal.last)
        .findLast((fact) => isBreak(fact) || (fact.kind === 'jar-snapshot' && isWhole(fact, tab)));
      return last?.kind === 'jar-snapshot';
    };
    const stores = new Set(tabs.all.filter((tab) => !isRead(tab)).map(({ storeId }) => storeId));
    for (const storeId of stores) void jarWatch.read(storeId, null);
  }

  /** Hosts were granted or taken away, or (`tabIds`) a tab shows another site. */
  async checkPermissions(tabIds: readonly TabId[] = this.#parts.tabs.all.map(({ tabId }) => tabId)): Promise<void> {
    await Promise.all(
      tabIds.map(async (tabId) => {
        // What the jar held of that site could not be seen until now.
        if (await this.#parts.permissionWatch.check(tabId)) await this.readJar(tabId);
      }),
    );
  }

  async #begin(tabId: TabId): Promise<void> {
    const { recorder, jarWatch, jar, frames, browser, browserVersion, now } = this.#parts;
    const [storeId, version] = await Promise.all([jar.storeOf(tabId), browserVersion()]);
    const tab = { tabId, storeId: storeId ?? DEFAULT_STORE[browser] };
    const started = {
      kind: 'recorder-started',
      at: now(),
      cause: 'devtools-opened',
      browser,
      browserVersion: version,
      ...tab,
    } as const;
    recorder.begin(tab, started);
    void jarWatch.read(tab.storeId, null);
    const existing = await frames.of(tabId);
    recorder.record(existing.map((frame) => existingFrame(tabId, frame, now())));
    await this.checkPermissions([tabId]);
  }
}

const isBreak = ({ kind }: Fact): boolean => kind === 'recorder-gap' || kind === 'recorder-started';

const isWhole = ({ site, storeId }: JarSnapshot, tab: Tab): boolean => site === null && storeId === tab.storeId;

const DEFAULT_STORE = { chromium: '0', firefox: 'firefox-default' } as const;
