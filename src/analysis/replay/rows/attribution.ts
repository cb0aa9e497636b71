import type { Instant } from '../../engine/base/units';
import type { CookieWritten, ScriptApi, ScriptPlace, TabId } from '../../facts/fact';

/**
 * Who changed a cookie when no response of the recorded tab did, with the evidence for it. Without evidence nobody is
 * named: `not-recorded` lists who can have done it, the likeliest first.
 */
export type Attribution =
  | OtherTab
  /** A response of this tab told the browser to clear its cookies. `exchange`: id of the row. */
  | { readonly kind: 'clear-site-data'; readonly exchange: string }
  /** The user, with this tool. */
  | { readonly kind: 'user'; readonly by: CookieWritten['by'] }
  | ByScript
  | { readonly kind: 'expiry' }
  | { readonly kind: 'eviction' }
  | { readonly kind: 'not-recorded'; readonly candidates: readonly Candidate[] };

/** A response that another tab or a worker (tab -1) received named this cookie at that time, or cleared its site's. */
export interface OtherTab {
  readonly kind: 'other-tab';
  readonly tabId: TabId;
  readonly host: string;
  readonly at: Instant;
  /** Whether the value was compared, or the name, host and time alone; or what it said by Clear-Site-Data. */
  readonly by: 'value' | 'name' | 'clear-site-data';
}

/** A script of a traced page, as the page itself said. */
export interface ByScript {
  readonly kind: 'script';
  readonly api: ScriptApi;
  readonly documentUrl: string;
  /** The call stack, the innermost first; empty = it could not be read. */
  readonly stack: readonly ScriptPlace[];
}

/** What changes cookies without being recorded. */
export type Candidate =
  /** A recorded response that set or deleted just this, too long before to be held for certain. */
  | 'late-response'
  /** `document.cookie` or `cookieStore` in a page or worker of the same store. */
  | 'script'
  /** A request that DevTools itself makes: Chromium asks localhost for its settings, and servers for source maps. */
  | 'devtools-request'
  | 'other-tab'
  /** A favicon, or another request that the browser shows to no extension. */
  | 'unseen-request'
  | 'extension'
  | 'user';
