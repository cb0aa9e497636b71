import type { TabId } from '../analysis/facts/fact';
import type { Port } from '../platform/port';
import { readFollow, shapeOf } from '../protocol/guards';
import { DEVTOOLS_PORT, type Follow, PANEL_PORT, type Trouble } from '../protocol/messages';
import type { Witnessed } from '../protocol/witnessed';
import { Follower, type FollowerParts } from './follower';
import type { Watching } from './watching';

export interface PanelsParts extends FollowerParts {
  readonly watching: Watching;
  readonly witnessed: (events: readonly Witnessed[]) => void;
  readonly openGrantPage: (missing: readonly string[]) => Promise<void>;
  readonly after: (ms: number, then: () => void) => void;
}

/** Facts are safe before they are told, so telling may wait: a busy page then costs few messages. */
const TELL_EVERY = 30;
/** A DevTools page that is only reloaded is back by then. */
const GONE_AFTER = 1000;
/** After a restart, open panels knock within 5 s. */
const SILENT_AFTER = 10_000;

interface Visitor {
  readonly port: Port;
  tabId: TabId | null;
  /** null = it only keeps its tab's recording alive. */
  follower: Follower | null;
}

/** The open DevTools pages and panels. A tab is recorded as long as one of them is there for it. */
export class Panels {
  readonly #parts: PanelsParts;
  readonly #woken: Promise<void>;
  readonly #visitors = new Set<Visitor>();
  #telling = false;

  /** @param woken resolves when the journal is read; nothing is answered before */
  constructor(parts: PanelsParts, woken: Promise<void>) {
    this.#parts = parts;
    this.#woken = woken;
    void woken.then(() => parts.after(SILENT_AFTER, () => this.#endAbandoned()));
  }

  connect(port: Port): void {
    if (port.name !== PANEL_PORT && port.name !== DEVTOOLS_PORT) return;
    const visitor: Visitor = { port, tabId: null, follower: null };
    this.#visitors.add(visitor);
    port.onMessage((message) => this.#hear(visitor, message));
    port.onGone(() => {
      this.#visitors.delete(visitor);
      this.#parts.after(GONE_AFTER, () => this.#endAbandoned());
    });
  }

  /** Tells what is safe. Gives the number up to which every panel that follows has been told; infinite if none follows. */
  tellAtOnce(): number {
    const followers = this.#followers();
    for (const follower of followers) follower.more();
    return Math.min(...followers.map(({ told }) => told));
  }

  /** More facts are safe. */
  stored(): void {
    if (this.#telling) return;
    this.#telling = true;
    this.#parts.after(TELL_EVERY, () => {
      this.#telling = false;
      this.tellAtOnce();
    });
  }

  dropped(): void {
    for (const follower of this.#followers()) follower.dropped();
  }

  /** What a tab lacks has changed. */
  changed(tabId: TabId): void {
    for (const follower of this.#followers()) if (follower.tabId === tabId) follower.state();
  }

  trouble(trouble: Trouble): void {
    for (const follower of this.#followers()) follower.trouble(trouble);
  }

  #hear(visitor: Visitor, message: unknown): void {
    const follow = readFollow(message);
    // What was witnessed must be there when the journal is settled.
    if (follow?.kind === 'witnessed') this.#parts.witnessed(follow.events);
    else if (follow !== null) void this.#woken.then(() => this.#take(visitor, follow));
    else visitor.port.send({ kind: 'trouble', trouble: { kind: 'unknown-message', shape: shapeOf(message) } });
  }

  async #take(visitor: Visitor, follow: Follow): Promise<void> {
    try {
      await this.#obey(visitor, follow);
    } catch (error) {
      this.trouble({ kind: 'browser', text: String(error) });
    }
  }

  async #obey(visitor: Visitor, follow: Follow): Promise<void> {
    const { watching, missing, openGrantPage } = this.#parts;
    switch (follow.kind) {
      case 'ping':
      case 'witnessed':
        return;
      case 'watch':
        visitor.tabId = follow.tabId;
        return watching.watch(follow.tabId);
      case 'follow':
        visitor.tabId = follow.tabId;
        await watching.watch(follow.tabId);
        visitor.follower = new Follower(visitor.port, follow.tabId, this.#parts);
        return visitor.follower.follow(follow.have);
      case 'record':
        watching.setRecording(follow.tabId, follow.on);
        return this.changed(follow.tabId);
      case 'clear':
        return watching.clear(follow.tabId, follow.through);
      case 'read-jar':
        return watching.readJar(follow.tabId);
      case 'grant':
        return openGrantPage(missing(follow.tabId));
      default:
        return follow satisfies never;
    }
  }

  #followers(): readonly Follower[] {
    return [...this.#visitors].flatMap(({ follower }) => follower ?? []);
  }

  #endAbandoned(): void {
    const { tabs, watching } = this.#parts;
    const open = new Set([...this.#visitors].map(({ tabId }) => tabId));
    for (const { tabId } of tabs.all) if (!open.has(tabId)) watching.end(tabId);
  }
}
