import type { TabId } from '../analysis/facts/fact';
import type { BrowserCalls } from './browser-access';
import type { BrowserEvent } from './browser-event';
import type { CookieWrite } from './cookie-write';

/** Names the port between a page that records and the background script. */
export const RELAY_PORT = 'cookie-flow/relay';

/** Names the port over which a page tells what is to be undone when it goes. */
export const RESTORE_PORT = 'cookie-flow/restore';

/** What is to be undone when a page of DevTools goes, which can ask the browser for nothing any more. */
export interface ToUndo {
  readonly writes: readonly CookieWrite[];
  /** The tab whose scripts are traced; null = none. */
  readonly tracedTab: TabId | null;
}

/** From a page that records to the background. */
export type ToBackground =
  /** First message. `resumes`: this page was connected before, so it wants what came meanwhile. */
  | { readonly kind: 'hello'; readonly tabId: TabId; readonly resumes: boolean }
  /** Everything of this background's life numbered up to `upTo` has arrived. */
  | { readonly kind: 'received'; readonly life: string; readonly upTo: number }
  | { readonly kind: 'call'; readonly id: number; readonly name: keyof BrowserCalls; readonly args: readonly unknown[] }
  /** What is to be undone when the page goes, in place of what was told before. */
  | ({ readonly kind: 'restore' } & ToUndo)
  /** Keeps the background from being stopped. */
  | { readonly kind: 'ping' };

/** Events of one life of the background, numbered from `first`. */
export interface NumberedEvents {
  readonly life: string;
  readonly first: number;
  readonly events: readonly BrowserEvent[];
}

/** Events that had not arrived at their page when the background was suspended. */
export interface HandedOver extends NumberedEvents {
  /** The tab of the page that did not acknowledge them; null = they came before any page was back. */
  readonly tabId: TabId | null;
  /** Tabs whose pages had them already. */
  readonly except: readonly TabId[];
}

/** Keeps them from one life of the background to the next, in memory. */
export interface HandOver {
  /** What earlier lives left. */
  read(): Promise<readonly HandedOver[]>;
  /** @param life the one that leaves them */
  leave(life: string, all: readonly HandedOver[]): void;
  /** Forgets what was read. */
  forget(): void;
}

/** From the background to a page that records. */
export type ToPage =
  /** Telling them twice changes nothing. */
  | ({ readonly kind: 'events' } & NumberedEvents)
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly text: string }
  | { readonly kind: 'permissions-changed' };
