import { instant } from '../../src/analysis/engine/base/units';
import type { RecorderStarted, TabId } from '../../src/analysis/facts/fact';
import type { WireChange, WireCookie } from '../../src/analysis/facts/from-cookies';
import type { WireCommit, WireFrame } from '../../src/analysis/facts/from-navigation';
import type { BrowserAccess, BrowserCalls } from '../../src/protocol/browser-access';
import type { BrowserEvent, RequestEvent } from '../../src/protocol/browser-event';
import type { End } from '../../src/protocol/reconnecting-port';
import { DEFAULT_LOG_LIMIT, EMPTY_LOG, type LogLimit, type RecordingLog } from '../../src/protocol/recording-log';
import { type HandedOver, RELAY_PORT } from '../../src/protocol/relay-messages';
import { Recorder } from '../../src/recorder/recorder';
import { RemoteBrowser } from '../../src/recorder/remote-browser';
import { aFewTurns } from './a-few-turns';
import { NOON } from './clock';
import { joinedEnds } from './ends';
import { listedCookies } from './listed';
import { aTimer, type TestTimer } from './timer';
import { type WorldBackground, worldBackground } from './world-background';
import type { WorldPanel } from './world-panel';
import { written } from './written';

export interface WorldOptions {
  /** Whose ways: Chromium's pages of DevTools hear the browser themselves, Firefox's through the background script. */
  readonly browser?: RecorderStarted['browser'];
  readonly limit?: LogLimit;
}

/** A browser in memory around the real recorder and relay: tabs, a jar, events. Time goes by `pass`. */
export class World {
  readonly timer: TestTimer = aTimer(NOON);
  /** What the system's clock is ahead of the time that has passed. */
  clockOffset = 0;
  /** What the jar holds, in any store. */
  cookies: WireCookie[] = [];
  frames = new Map<TabId, readonly WireFrame[]>();
  stores = new Map<TabId, string>();
  missing = new Set<string>();
  /** What the browser's settings say of third-party cookies; null = they may not be read. */
  thirdParty: 'allow' | 'block' | 'partition' | null = null;
  /** Match patterns of the pages whose scripts are traced, by tab. */
  readonly traced = new Map<TabId, readonly string[]>();
  readonly opened: string[] = [];
  handedOver: readonly HandedOver[] = [];
  handedOverIsRead = Promise.resolve();
  /** Whether DevTools was marked as open, so that a waking background listens in its first turn. */
  marked = false;
  reachable = true;
  /** What the browser answers when the jar is read; null = it lets us. */
  refused: string | null = null;
  readonly #options: Required<WorldOptions>;
  readonly #pages = new Map<TabId, Recorder>();
  readonly #hearing = new Set<(event: BrowserEvent) => void>();
  readonly #permissionListeners = new Set<() => void>();
  #background: WorldBackground | null = null;
  #lives = 0;

  constructor(options: WorldOptions = {}) {
    this.#options = { browser: 'chromium', limit: DEFAULT_LOG_LIMIT, ...options };
  }

  get now(): number {
    return this.timer.now + this.clockOffset;
  }
  get listening(): boolean {
    return this.#hearing.size > 0 || this.#background?.listens === true;
  }

  /** An event of webRequest. */
  request<K extends RequestEvent['kind']>(
    kind: K,
    event: Extract<RequestEvent, { readonly kind: K }>['event'],
    rest: object = {},
  ): void {
    this.tell({ kind, event, ...rest } as RequestEvent);
  }

  change(change: WireChange): void {
    this.tell({ kind: 'cookie', at: this.now, change });
  }

  commit(event: WireCommit): void {
    this.tell({ kind: 'commit', event });
  }

  tell(event: BrowserEvent): void {
    for (const hear of this.#hearing) hear(event);
    if (this.#options.browser === 'chromium') return;
    // Firefox wakes the event page for an event that it listened to.
    const background = this.#background ?? (this.marked ? this.#wake() : null);
    if (background?.listens) background.take(event);
  }

  permissionsChanged(): void {
    for (const then of this.#permissionListeners) then();
    this.#background?.relay.permissionsChanged();
  }

  /** Firefox suspends the background, or (`dies`) it ends without a word. */
  suspend({ dies = false } = {}): void {
    const background = this.#background;
    this.#background = null;
    if (!background) return;
    if (!dies) background.relay.suspend();
    background.alive = false;
    for (const cut of background.cuts) cut();
  }

  /** The ports of pages break; the background lives on. */
  cutPorts(): void {
    for (const cut of this.#background?.cuts.splice(0) ?? []) cut();
  }

  /** Says something to the background that no page of ours would. */
  say(message: unknown): void {
    const [ours, theirs] = joinedEnds(RELAY_PORT);
    this.#background?.relay.connect(theirs);
    ours.send(message);
  }

  /** Lets time pass, and everything that is ready happen. */
  async pass(ms = 0): Promise<void> {
    const end = this.timer.now + ms;
    await aFewTurns();
    while (this.timer.now < end) {
      this.timer.pass(Math.min(10, end - this.timer.now));
      await aFewTurns();
    }
  }

  /** Opens DevTools on a tab; gives how to close it. */
  devtools(tabId: TabId): () => void {
    let alive = true;
    const after = (ms: number, then: () => void) =>
      this.timer.after(ms, () => {
        if (alive) then();
      });
    const ends: (() => void)[] = [];
    const recorder = new Recorder(tabId, {
      browser: this.#options.browser,
      access: this.#options.browser === 'chromium' ? this.#here(ends) : this.#remote(tabId, after, ends),
      ownOrigin: 'chrome-extension://own',
      limit: this.#options.limit,
      key: 'key',
      digest: (value) => `key(${value})`,
      now: () => instant(this.now),
      elapsed: () => this.timer.now,
      after,
      undoWhenGone: () => {},
      repeat: async () => ({ kind: 'failed', text: 'There is no browser.' }),
    });
    void recorder.start();
    this.#pages.set(tabId, recorder);
    return () => {
      alive = false;
      this.#pages.delete(tabId);
      for (const end of ends) end();
    };
  }

  panel(tabId: TabId): WorldPanel {
    const recorder = this.#pages.get(tabId);
    if (!recorder) throw new Error(`DevTools is not open on tab ${tabId}.`);
    const links: RecordingLog['link'][] = [];
    let now: RecordingLog = EMPTY_LOG;
    const close = recorder.follow((log) => {
      now = log;
      if (links.at(-1) !== log.link) links.push(log.link);
    });
    return {
      get log() {
        return now;
      },
      links,
      recorder,
      close,
    };
  }

  readonly #calls: BrowserCalls = {
    readJar: async (storeId, site, topLevelSites) => {
      if (this.refused !== null) throw new Error(this.refused);
      const cookies = listedCookies(this.cookies, storeId, site, topLevelSites);
      return { cookies, partitions: this.#options.browser === 'firefox' ? 'all' : topLevelSites };
    },
    storeOf: async (tabId) => this.stores.get(tabId) ?? null,
    framesOf: async (tabId) => this.frames.get(tabId) ?? [],
    thirdPartySetting: async () => this.thirdParty,
    missingHosts: async (patterns) => patterns.filter((pattern) => this.missing.has(pattern)),
    browserVersion: async () => '156.0.1.2',
    writeCookie: async (write) => this.refused ?? written(this, write),
    traceScripts: async (tabId, patterns) => {
      if (patterns.length === 0) this.traced.delete(tabId);
      else this.traced.set(tabId, patterns);
    },
    openPage: async (path) => {
      this.opened.push(path);
    },
  };

  #here(ends: (() => void)[]): BrowserAccess {
    return {
      calls: this.#calls,
      listen: (listener) => {
        const hear = (event: BrowserEvent) => listener.event(event);
        const permissions = () => listener.permissionsChanged();
        this.#hearing.add(hear);
        this.#permissionListeners.add(permissions);
        ends.push(() => {
          this.#hearing.delete(hear);
          this.#permissionListeners.delete(permissions);
        });
      },
    };
  }

  #remote(tabId: TabId, after: TestTimer['after'], ends: (() => void)[]): BrowserAccess {
    const connect = (): End | null => {
      if (!this.reachable) return null;
      this.marked = true;
      const [ours, theirs, cut] = joinedEnds(RELAY_PORT);
      const background = this.#background ?? this.#wake();
      background.cuts.push(cut);
      background.relay.connect(theirs);
      ends.push(() => ours.close());
      return ours;
    };
    return new RemoteBrowser(tabId, { connect, after });
  }

  #wake(): WorldBackground {
    this.#background = worldBackground({
      calls: this.#calls,
      handOver: {
        read: () => this.handedOverIsRead.then(() => this.handedOver),
        leave: (_, all) => {
          this.handedOver = [...this.handedOver, ...JSON.parse(JSON.stringify(all))];
        },
        forget: () => {
          this.handedOver = [];
        },
      },
      timer: this.timer,
      life: `life ${++this.#lives}`,
      listensEarly: this.marked,
      markClosed: () => {
        this.marked = false;
      },
    });
    return this.#background;
  }
}
