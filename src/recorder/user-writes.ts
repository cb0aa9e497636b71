import type { Instant } from '../analysis/engine/base/units';
import type { Draft, RecorderStarted, StoreId, TabId } from '../analysis/facts/fact';
import { jarCookie } from '../analysis/facts/from-cookies';
import { hasSetCookie, setCookieLines } from '../analysis/facts/headers';
import { normalizePartitionKey } from '../analysis/replay/observations/normalize-partition-key';
import type { BrowserCalls } from '../protocol/browser-access';
import type { BrowserEvent } from '../protocol/browser-event';
import type { WriteAnswer } from '../protocol/cookie-write';
import type { UserWrite } from '../protocol/recording-log';
import type { ToUndo } from '../protocol/relay-messages';
import { LineOverrides } from './line-overrides';
import { ProtectedCookies } from './protected-cookies';
import { ScriptTrace } from './script-trace';

interface UserWritesDeps {
  readonly browser: RecorderStarted['browser'];
  readonly tabId: TabId;
  readonly calls: Pick<BrowserCalls, 'writeCookie' | 'framesOf' | 'traceScripts'>;
  readonly now: () => Instant;
  readonly elapsed: () => number;
  readonly after: (ms: number, then: () => void) => void;
  /** The store of the recorded tab; null = not known yet. */
  readonly storeId: () => StoreId | null;
  readonly topLevelSite: () => string | null;
  readonly record: (draft: Draft) => void;
  readonly undoWhenGone: (part: Partial<ToUndo>) => void;
  /** The browser's answer; what it refuses is told to the user. */
  readonly ask: <T>(answer: Promise<T>, otherwise: T) => Promise<T>;
  /** The overrides or the trace have changed. */
  readonly changed: () => void;
}

/** What the user has the browser do: cookies written by hand, lines that count in place of the server's, scripts traced. */
export class UserWrites {
  readonly overrides: LineOverrides;
  readonly protected: ProtectedCookies;
  readonly trace: ScriptTrace;
  readonly #deps: UserWritesDeps;

  constructor(deps: UserWritesDeps) {
    this.#deps = deps;
    this.overrides = new LineOverrides({
      ...deps,
      write: (write) => this.#write(write),
      changed: () => {
        const storeId = deps.storeId();
        if (storeId !== null) deps.undoWhenGone({ writes: this.overrides.restoring().map((write) => ({ ...write, storeId })) });
        deps.changed();
      },
    });
    this.protected = new ProtectedCookies({ ...deps, write: (write) => this.#write(write) });
    this.trace = new ScriptTrace(deps);
  }

  async write(writes: readonly UserWrite[]): Promise<readonly WriteAnswer[]> {
    const answers: WriteAnswer[] = [];
    for (const write of writes) {
      this.protected.written(write);
      answers.push(await this.#write(write));
    }
    return answers;
  }

  /** What an event of the recorded tab means to overrides and protected cookies. */
  observe(event: BrowserEvent): void {
    this.trace.observe(event);
    if (this.overrides.states.length + this.protected.states.length === 0) return;
    const { browser } = this.#deps;
    if (event.kind === 'received' && hasSetCookie(event.event.responseHeaders)) {
      this.overrides.received(event.event.url, setCookieLines(event.event.responseHeaders ?? [], browser));
    } else if (event.kind === 'cookie') {
      const { cookie, removed, cause } = event.change;
      if (cookie.storeId !== this.#deps.storeId()) return;
      const told = jarCookie(cookie, browser);
      // Overrides and protections are of cookies as the replay has them.
      const change = { cookie: browser === 'firefox' ? normalizePartitionKey(told) : told, removed, cause };
      this.overrides.cookieChanged(change);
      this.protected.cookieChanged(change);
    }
  }

  async #write({ cookie, removed, by }: UserWrite): Promise<WriteAnswer> {
    const { storeId, now, record, calls } = this.#deps;
    const store = storeId();
    if (store === null) return 'refused';
    // Before the browser is asked: its event of the change comes after it.
    record({ kind: 'cookie-written', at: now(), storeId: store, cookie, removed, by });
    try {
      return await calls.writeCookie({ storeId: store, cookie, removed });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
