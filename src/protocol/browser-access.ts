import type { ThirdPartyPolicy } from '../analysis/engine/verdict/verdict';
import type { StoreId, TabId } from '../analysis/facts/fact';
import type { WireReading } from '../analysis/facts/from-cookies';
import type { WireFrame } from '../analysis/facts/from-navigation';
import type { BrowserEvent } from './browser-event';
import type { CookieWrite, WriteAnswer } from './cookie-write';
import type { ConnectionState, Problem } from './recording-log';

/** What a recorder asks of the browser. Each call may be asked again: it only reads, or writes the same once more. */
export interface BrowserCalls {
  /**
   * Lists cookies, see platform/jar.ts.
   * @param site registrable domain or host, its subdomains included; null = the whole store
   * @param topLevelSites whose partitions are listed too
   */
  readJar(storeId: StoreId, site: string | null, topLevelSites: readonly string[]): Promise<WireReading>;
  /** The store a tab uses (private window, container); null = the browser names none. */
  storeOf(tabId: TabId): Promise<StoreId | null>;
  /** The frames of a tab, about:blank ones too; empty = there is no such tab. */
  framesOf(tabId: TabId): Promise<readonly WireFrame[]>;
  /** Of these match patterns, those that are not granted. */
  missingHosts(patterns: readonly string[]): Promise<readonly string[]>;
  /** What the browser's settings say of third-party cookies; null = they may not be read, or say something that is neither. */
  thirdPartySetting(tabId: TabId): Promise<ThirdPartyPolicy | null>;
  /** The browser's full version; empty = it does not say. */
  browserVersion(): Promise<string>;
  /** Writes or deletes one cookie; gives the browser's words where it refuses. */
  writeCookie(write: CookieWrite): Promise<WriteAnswer>;
  /** Has the scripts of pages of these match patterns traced; none = of no page any more. See platform/script-trace.ts. */
  traceScripts(tabId: TabId, patterns: readonly string[]): Promise<void>;
  /** Opens a page of this extension in a tab. */
  openPage(path: string): Promise<void>;
}

export interface BrowserListener {
  event(event: BrowserEvent): void;
  /** Hosts were granted or taken away. */
  permissionsChanged(): void;
  link(link: ConnectionState): void;
  problem(problem: Problem): void;
}

/**
 * The browser as a recorder sees it: in the recorder's own page (Chromium), or through the background script (Firefox, whose
 * pages of DevTools have no such APIs).
 */
export interface BrowserAccess {
  readonly calls: BrowserCalls;
  /** Tells every event from now on. */
  listen(listener: BrowserListener): void;
}
