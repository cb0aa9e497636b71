import type { Fact, TabId } from '../analysis/facts/fact';
import type { Witnessed } from './witnessed';

/** Names the port: `panel` follows the facts of one tab, `devtools` only keeps its recording alive. */
export const PANEL_PORT = 'cookie-flow/panel';
export const DEVTOOLS_PORT = 'cookie-flow/devtools';

/** What a panel has: the recording's epoch and the highest number it has dealt with. */
export interface Have {
  readonly epoch: string;
  readonly seq: number;
}

/** From a DevTools page or panel to the background. */
export type Follow =
  /** DevTools is open on this tab (sent by the devtools page). */
  | { readonly kind: 'watch'; readonly tabId: TabId }
  /** Send me what comes after `have`; null = everything. */
  | { readonly kind: 'follow'; readonly tabId: TabId; readonly have: Have | null }
  /** Record this tab, or pause it. */
  | { readonly kind: 'record'; readonly tabId: TabId; readonly on: boolean }
  /** The panel cleared its list: what is older than `through` need not be kept for it. */
  | { readonly kind: 'clear'; readonly tabId: TabId; readonly through: number }
  /** Read the jar of this tab's store now. */
  | { readonly kind: 'read-jar'; readonly tabId: TabId }
  /** Open the page that asks for host permission: a DevTools panel of Firefox can neither ask nor open tabs. */
  | { readonly kind: 'grant'; readonly tabId: TabId }
  /** Events of this tab that the background may have missed; repeats are no harm. */
  | { readonly kind: 'witnessed'; readonly tabId: TabId; readonly events: readonly Witnessed[] }
  /** Nothing new; a background that hears nothing for 30 s is stopped by the browser. */
  | { readonly kind: 'ping' };

export type Trouble =
  | { readonly kind: 'quota'; readonly droppedThrough: number }
  /** Match patterns that are not granted, the tab's own site first; empty = nothing is missing any more. */
  | { readonly kind: 'permission'; readonly origins: readonly string[] }
  | { readonly kind: 'unknown-message'; readonly shape: string }
  | { readonly kind: 'storage'; readonly text: string }
  | { readonly kind: 'browser'; readonly text: string };

/** From the background to a panel. `facts` are those of this tab and its cookie store; numbers between are of other tabs. */
export type Tell =
  /** Forget everything: a new recording (or an epoch we no longer hold). `more` follows. */
  | { readonly kind: 'reset'; readonly epoch: string; readonly after: number }
  /** Facts numbered in (after, upTo]. `after` unequal to what the panel has is a gap: ask again. */
  | {
      readonly kind: 'more';
      readonly epoch: string;
      readonly after: number;
      readonly upTo: number;
      readonly facts: readonly Fact[];
    }
  /** The journal no longer holds facts up to this number. */
  | { readonly kind: 'dropped'; readonly epoch: string; readonly through: number }
  /** Whether this tab is recorded now. */
  | { readonly kind: 'recording'; readonly on: boolean }
  /** The key of this recording's digests, for `platform/digest.ts`: a cookie's digest can then be compared with those in facts. */
  | { readonly kind: 'key'; readonly epoch: string; readonly key: string }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };
