import type { TabId } from '../analysis/facts/fact';
import type { WireRequest } from '../analysis/facts/from-webrequest';
import { maySetOrClear } from '../analysis/facts/headers';
import type { Events } from '../platform/events';
import type { Port } from '../platform/port';
import type { BrowserCalls } from '../protocol/browser-access';
import { type BrowserEvent, eventTime } from '../protocol/browser-event';
import { readToBackground } from '../protocol/guards';
import { type HandedOver, type HandOver, RELAY_PORT, type ToPage } from '../protocol/relay-messages';
import { trimmed } from './trimmed';

export interface RelayDeps {
  readonly watch: (take: (event: BrowserEvent) => void) => Events;
  readonly calls: BrowserCalls;
  readonly handOver: HandOver;
  /** Whether DevTools was open on some tab when the background was last seen: then it listens in its first turn. */
  readonly listensEarly: boolean;
  /** DevTools is open on no tab any more. */
  readonly markClosed: () => void;
  /** Names this life of the background. */
  readonly life: string;
  readonly after: (ms: number, then: () => void) => void;
}

/** A message for each event would cost more than the events. */
const SEND_EVERY = 50;
/** Pages of DevTools that were connected come back within so many milliseconds after a restart. */
const BACK_WITHIN = 10_000;
/** A DevTools page that is only reloaded is back by then. */
const GONE_AFTER = 1000;
/** Of what a page does not acknowledge: it would have to be stuck for long. */
const MOST_UNACKNOWLEDGED = 50_000;

interface Page {
  readonly tabId: TabId;
  /** null = it broke; the page may come back. */
  port: Port | null;
  /** Not acknowledged yet; the first of them has the number `first`. */
  events: BrowserEvent[];
  first: number;
  /** How many of `events` were sent. */
  sent: number;
  /** Whether it has what the last life of the background left, which comes before all that this one hears. */
  isUpToDate: boolean;
}

/**
 * Passes the browser's events to the pages that record. What a page has not acknowledged is kept, and handed over to the
 * next life of the background when this one is suspended; events are numbered, so that telling one twice changes nothing.
 */
export class Relay {
  readonly #deps: RelayDeps;
  readonly #events: Events;
  readonly #pages = new Set<Page>();
  /** What came before the pages of the last life were back; null = they are, or have gone. */
  #early: BrowserEvent[] | null = [];
  readonly #handedOver: Promise<readonly HandedOver[]>;
  #isDue = false;
  /** Whether a page has been connected in this life. */
  #hadPage = false;

  /** To be made in the background's first turn: a browser delivers what woke it only to listeners registered by then. */
  constructor(deps: RelayDeps) {
    this.#deps = deps;
    this.#events = deps.watch((event) => this.#take(event));
    if (deps.listensEarly) this.#events.listen();
    this.#handedOver = deps.handOver.read();
    deps.after(BACK_WITHIN, () => {
      this.#early = null;
      deps.handOver.forget();
      this.#restWhenAlone();
    });
  }

  connect(port: Port): void {
    if (port.name !== RELAY_PORT) return;
    let page: Page | null = null;
    port.onMessage((message) => {
      const parsed = readToBackground(message);
      if (parsed?.kind === 'hello') {
        page = this.#add(port, parsed.tabId, parsed.resumes);
      } else if (parsed?.kind === 'received') {
        if (page && parsed.life === this.#deps.life) acknowledge(page, parsed.upTo);
      } else if (parsed?.kind === 'call') {
        void this.#answer(port, parsed.id, parsed.name, parsed.args);
      }
    });
    port.onGone(() => {
      if (page?.port === port) this.#lost(page);
    });
  }

  permissionsChanged(): void {
    for (const { port } of this.#pages) port?.send({ kind: 'permissions-changed' } satisfies ToPage);
  }

  /** The background is about to be suspended. */
  suspend(): void {
    this.#send();
    const { life, handOver } = this.#deps;
    const pages = [...this.#pages];
    const early = {
      tabId: null,
      except: pages.map(({ tabId }) => tabId),
      life: `${life}/early`,
      first: 0,
      events: this.#early ?? [],
    };
    const unacknowledged = pages.map(({ tabId, first, events }) => ({ tabId, except: [], life, first, events }));
    const left = [early, ...unacknowledged].filter(({ events }) => events.length > 0);
    if (left.length > 0) handOver.leave(life, left);
  }

  #add(port: Port, tabId: TabId, resumes: boolean): Page {
    this.#events.listen();
    const before = resumes ? [...this.#pages].find((page) => page.tabId === tabId && page.port === null) : undefined;
    const page = before ?? { tabId, port, events: [], first: 0, sent: 0, isUpToDate: false };
    page.port = port;
    page.sent = 0;
    this.#pages.add(page);
    this.#hadPage = true;
    if (resumes && !before) {
      const early = this.#early?.filter((event) => concerns(event, tabId)) ?? [];
      page.events.push(...early.toSorted((one, other) => eventTime(one) - eventTime(other)));
    }
    const bringUpToDate = (all: readonly HandedOver[]) => {
      if (resumes) for (const left of all) if (isLeftFor(left, tabId)) port.send({ kind: 'events', ...left } satisfies ToPage);
      page.isUpToDate = true;
      this.#sendLater();
    };
    void this.#handedOver.then(bringUpToDate, (error) => {
      bringUpToDate([]);
      throw error;
    });
    return page;
  }

  #lost(page: Page): void {
    page.port = null;
    this.#deps.after(GONE_AFTER, () => {
      if (page.port === null) this.#pages.delete(page);
      this.#restWhenAlone();
    });
  }

  #take(browserEvent: BrowserEvent): void {
    let event: BrowserEvent | null = null;
    for (const page of this.#pages) {
      if (!concerns(browserEvent, page.tabId)) continue;
      event ??= trimmed(browserEvent);
      page.events.push(event);
      if (page.events.length > MOST_UNACKNOWLEDGED) page.port?.close();
    }
    this.#early?.push(event ?? trimmed(browserEvent));
    if (event) this.#sendLater();
  }

  #sendLater(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#deps.after(SEND_EVERY, () => this.#send());
  }

  #send(): void {
    this.#isDue = false;
    for (const page of this.#pages) {
      if (!page.port || !page.isUpToDate || page.sent === page.events.length) continue;
      const events = page.events.slice(page.sent);
      page.port.send({ kind: 'events', life: this.#deps.life, first: page.first + page.sent, events } satisfies ToPage);
      page.sent = page.events.length;
    }
  }

  async #answer(port: Port, id: number, name: keyof BrowserCalls, args: readonly unknown[]): Promise<void> {
    try {
      // The guard has checked the name; the arguments come from the same version of the extension.
      const call = this.#deps.calls[name] as (...args: readonly unknown[]) => Promise<unknown>;
      const value = await call(...args);
      // What the browser told before it answered must not arrive after: a reading of the jar would show what nobody has changed.
      await this.#handedOver.catch(() => null);
      this.#send();
      port.send({ kind: 'answer', id, value } satisfies ToPage);
    } catch (error) {
      port.send({ kind: 'refused', id, text: error instanceof Error ? error.message : String(error) } satisfies ToPage);
    }
  }

  #restWhenAlone(): void {
    if (this.#pages.size > 0 || (this.#early !== null && !this.#hadPage)) return;
    this.#events.silence();
    this.#deps.markClosed();
  }
}

function acknowledge(page: Page, upTo: number): void {
  const count = upTo + 1 - page.first;
  if (count <= 0 || count > page.events.length) return;
  page.events.splice(0, count);
  page.first += count;
  page.sent = Math.max(0, page.sent - count);
}

const isLeftFor = (left: HandedOver, tabId: TabId): boolean =>
  left.tabId === null ? !left.except.includes(tabId) : left.tabId === tabId;

/** Whether a page that records this tab may want the event: it looks itself at stores and service workers. */
function concerns(browserEvent: BrowserEvent, tabId: TabId): boolean {
  if (browserEvent.kind === 'cookie') return true;
  if (browserEvent.event.tabId === tabId) return true;
  return (
    browserEvent.kind !== 'commit' &&
    browserEvent.kind !== 'script' &&
    ((browserEvent.event as WireRequest).tabId < 0 ||
      (browserEvent.kind === 'received' && maySetOrClear(browserEvent.event.responseHeaders)))
  );
}
