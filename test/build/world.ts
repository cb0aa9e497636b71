import type { Digest } from '../../src/analysis/facts/digest';
import type { TabId } from '../../src/analysis/facts/fact';
import type { WireChange, WireCookie } from '../../src/analysis/facts/from-cookies';
import type { WireCommit, WireFrame } from '../../src/analysis/facts/from-navigation';
import { instant } from '../../src/analysis/facts/units';
import { type Background, background } from '../../src/background/background';
import { watch } from '../../src/devtools/watch';
import { Witness } from '../../src/devtools/witness';
import { type Followed, type Following, follow } from '../../src/panel/follow';
import { EMPTY_LOG, type Log } from '../../src/protocol/log';
import { DEVTOOLS_PORT, PANEL_PORT } from '../../src/protocol/messages';
import type { End } from '../../src/protocol/steady-line';
import type { RequestListener } from '../../src/protocol/witnessed';
import { NOON } from './clock';
import { joinedEnds } from './ends';
import { aStore, type TestStore } from './store';
import { aTimer, type TestTimer } from './timer';

/** A digest one can see through. */
export const openDigest: (key: string) => Digest = (key) => (value) => `${key}(${value})`;

type Told = (to: Worker) => void;

/** A worker's life: what it started dies with it, for it is asked `alive` at every border. */
interface Worker {
  readonly background: Background;
  alive: boolean;
  listener: RequestListener | null;
  change: ((change: WireChange) => void) | null;
  commit: ((event: WireCommit) => void) | null;
  cuts: (() => void)[];
}

/** A panel that follows, with the real `follow`. */
export interface WorldPanel {
  readonly log: Log;
  readonly states: readonly Following['kind'][];
  readonly line: Followed;
  /** What the background hears from a page that is not ours, or of another version. */
  say(message: unknown): void;
  close(): void;
}

/**
 * A browser in memory around the real background: tabs, a jar, events, a store. Its worker can be killed; an event wakes
 * a new one if the last had listeners. Time goes by `pass`.
 */
export class World {
  readonly timer: TestTimer = aTimer(NOON);
  readonly store: TestStore;
  /** What the jar holds, in any store. */
  cookies: WireCookie[] = [];
  frames = new Map<TabId, readonly WireFrame[]>();
  stores = new Map<TabId, string>();
  missing = new Set<string>();
  readonly opened: string[] = [];
  /** Whether the browser would wake the background for an event. */
  listening = false;
  reachable = true;
  #worker: Worker | null = null;
  readonly #witnesses = new Map<Witness, TabId>();
  #uniques = 0;

  constructor({ quota }: { readonly quota?: number } = {}) {
    this.store = aStore(quota === undefined ? {} : { quota });
  }

  /** An event of webRequest: `world.request('sending', {...})`. */
  request<K extends keyof RequestListener>(kind: K, ...args: Parameters<RequestListener[K]>): void {
    this.requestLost(kind, ...args);
    this.requestLate(kind, ...args);
  }

  /** One that the worker is told though DevTools saw it long ago. */
  requestLate<K extends keyof RequestListener>(kind: K, ...args: Parameters<RequestListener[K]>): void {
    this.#tell((worker) => {
      if (worker.listener) tell(worker.listener, kind, args);
    });
  }

  /** One that is on its way to the worker when that is killed: only DevTools sees it. */
  requestLost<K extends keyof RequestListener>(kind: K, ...args: Parameters<RequestListener[K]>): void {
    for (const [witness, tabId] of this.#witnesses) if (args[0].tabId === tabId) tell(witness.listener, kind, args);
  }

  change(change: WireChange): void {
    this.#tell((worker) => worker.change?.(change));
  }

  commit(event: WireCommit): void {
    this.#tell((worker) => worker.commit?.(event));
  }

  permissionsChanged(): void {
    this.#tell((worker) => worker.background.permissionsChanged());
  }

  /** Ends the worker, as the browser may do at any moment; panels lose their ports. */
  kill(): void {
    const worker = this.#worker;
    this.#worker = null;
    if (!worker) return;
    worker.alive = false;
    for (const cut of worker.cuts) cut();
  }

  /** Lets time pass, and everything that is ready happen. */
  async pass(ms = 0): Promise<void> {
    const end = this.timer.now + ms;
    await this.#turns();
    while (this.timer.now < end) {
      this.timer.pass(Math.min(10, end - this.timer.now));
      await this.#turns();
    }
  }

  /** Opens DevTools on a tab; gives how to close it. */
  devtools(tabId: TabId): () => void {
    const witness = new Witness(() => this.timer.now);
    this.#witnesses.set(witness, tabId);
    const end = watch(tabId, witness, { connect: () => this.#connect(DEVTOOLS_PORT), after: this.timer.after });
    return () => {
      this.#witnesses.delete(witness);
      end();
    };
  }

  panel(tabId: TabId): WorldPanel {
    const panel = { log: EMPTY_LOG, states: [] as Following['kind'][] };
    let last: End | null = null;
    const line = follow(
      tabId,
      {
        log: (log) => {
          panel.log = log;
        },
        state: ({ kind }) => panel.states.push(kind),
      },
      {
        connect: () => {
          last = this.#connect(PANEL_PORT);
          return last;
        },
        after: this.timer.after,
      },
    );
    return {
      get log() {
        return panel.log;
      },
      states: panel.states,
      line,
      say: (message) => last?.send(message),
      close: () => line.close(),
    };
  }

  #connect(name: string): End | null {
    if (!this.reachable) return null;
    const [ours, theirs, cut] = joinedEnds(name);
    const worker = this.#wake();
    worker.cuts.push(cut);
    worker.background.connect(theirs);
    return ours;
  }

  #tell(told: Told): void {
    if (this.#worker) told(this.#worker);
    else if (this.listening) told(this.#wake());
  }

  #wake(): Worker {
    if (this.#worker) return this.#worker;
    const worker: Worker = { alive: true, listener: null, change: null, commit: null, cuts: [], background: null as never };
    const events = (set: (on: boolean) => void) => {
      const turn = (on: boolean) => {
        this.listening = on;
        set(on);
      };
      return { listen: () => turn(true), silence: () => turn(false) };
    };
    const made = background({
      dialect: 'chromium',
      browserVersion: async () => '156.0.1.2',
      ownOrigin: 'chrome-extension://own',
      store: {
        quota: this.store.quota,
        readAll: () => this.store.readAll(),
        // A dead worker writes no more.
        write: (items) => (worker.alive ? this.store.write(items) : new Promise(() => {})),
        remove: (keys) => (worker.alive ? this.store.remove(keys) : new Promise(() => {})),
      },
      jar: {
        read: async (storeId, site) => this.cookies.filter((each) => each.storeId === storeId && isOf(each, site)),
        storeOf: async (tabId) => this.stores.get(tabId) ?? '0',
      },
      frames: { of: async (tabId) => this.frames.get(tabId) ?? [] },
      permissions: {
        missing: async (patterns) => patterns.filter((pattern) => this.missing.has(pattern)),
      },
      requests: (listener) =>
        events((on) => {
          worker.listener = on ? listener : null;
        }),
      cookieChanges: (take) =>
        events((on) => {
          worker.change = on ? take : null;
        }),
      commits: (take) =>
        events((on) => {
          worker.commit = on ? take : null;
        }),
      listensAtOnce: true,
      markOpen: () => {},
      digestUnder: openDigest,
      digestKey: () => 'key',
      unique: () => `${++this.#uniques}`,
      openPage: async (path) => {
        this.opened.push(path);
      },
      now: () => instant(this.timer.now),
      after: (ms, then) => {
        this.timer.after(ms, () => {
          if (worker.alive) then();
        });
      },
    });
    this.#worker = Object.assign(worker, { background: made });
    return worker;
  }

  async #turns(): Promise<void> {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
  }
}

const isOf = ({ domain }: WireCookie, site: string | null): boolean =>
  site === null || domain === site || domain.endsWith(`.${site}`);

function tell<K extends keyof RequestListener>(listener: RequestListener, kind: K, args: Parameters<RequestListener[K]>): void {
  (listener[kind] as (...given: Parameters<RequestListener[K]>) => void)(...args);
}
