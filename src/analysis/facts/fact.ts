import type { Bytes, Instant } from '../engine/base/units';
import type { FactBase, OtherLine, StoreId, TabId } from './fact-base';
import type { JarCookie } from './jar-cookie';
import type { ResourceType } from './resource-type';
import type { ScriptAccess } from './script-access';
import type { SignInMessage } from './sign-in-message';

export { isPrivateStore, type OtherLine, type StoreId, type TabId } from './fact-base';
export type { JarCookie } from './jar-cookie';
export type { ResourceType } from './resource-type';
export type { ScriptAccess, ScriptApi, ScriptPlace } from './script-access';

export type RequestId = string;

/**
 * What a browser said, and nothing we concluded. Serialisable as JSON, browser-neutral.
 * `seq` numbers facts without gaps within a recording; `at` is the browser's own time stamp of the event.
 */
export type Fact =
  | RequestSent
  | ResponseReceived
  | RequestRedirected
  | RequestCompleted
  | RequestFailed
  | CookieChanged
  | OtherResponse
  | CookieWritten
  | ScriptAccess
  | JarSnapshot
  | NavigationCommitted
  | RecorderStarted
  | RecorderGap
  | PermissionMissing;

/** A fact that the log has not numbered yet. */
export type Draft = Unnumbered<Fact>;

type Unnumbered<F> = F extends Fact ? Omit<F, 'seq'> : never;

interface RequestBase extends FactBase {
  /** The browser's request id: one over all redirects of a chain. */
  readonly request: RequestId;
  /** 0 for the first request of a chain, one more for each redirect. */
  readonly hop: number;
  /** -1: no tab (a page's service worker). */
  readonly tabId: TabId;
}

/** A header we keep whole because it holds no secret (Sec-Fetch-*, Origin, Referer, Content-Type, …). Name in lower case. */
export interface Header {
  readonly name: string;
  readonly value: Bytes;
}

/**
 * Something that may be secret: its name, and a salted digest of its value, only to be compared with
 * digests of cookie values. `digest` is null where not even that is kept (a password field).
 */
export interface Secret {
  readonly name: string;
  readonly digest: string | null;
  /** Of a field that is known to hold a message of a sign-in, what that says; such fields are rare. */
  readonly message?: SignInMessage;
}

/** What happens in a frame of a tab. */
export interface Framed {
  readonly tabId: TabId;
  /** 0 = the frame of the page that the tab shows. */
  readonly frameId: number;
  /** −1 = none: see `isTop`. */
  readonly parentFrameId: number;
}

/**
 * Whether the frame is a page's own. In Chromium that is not always frame 0: a page that the tab is about to show, and
 * one that is prerendered, has another number, and what it loads may be told before it is committed.
 */
export const isTop = ({ frameId, parentFrameId }: Framed): boolean => frameId === 0 || parentFrameId < 0;

/** Just before a request (one hop of it) goes out. */
export interface RequestSent extends RequestBase, Framed {
  readonly kind: 'request-sent';
  readonly url: string;
  readonly method: string;
  readonly type: ResourceType;
  /** Origin that caused the request: null = the browser itself (address bar); "null" = an opaque origin. */
  readonly initiator: string | null;
  /** Of a recording made of another tool's file, where nothing tells what caused the request: `initiator` is null then. */
  readonly initiatorUnknown?: true;
  /** URL of the document the request belongs to, as far as the browser tells. */
  readonly documentUrl: string | null;
  readonly documentId: string | null;
  /** URLs of the documents above the requesting one, the top first; null = this browser does not say (Chromium). */
  readonly ancestors: readonly string[] | null;
  /** URL of the top-level document; null = this browser does not say. */
  readonly topLevelUrl: string | null;
  readonly storeId: StoreId | null;
  /** Firefox's own answer to "is it third-party"; null = not told. */
  readonly thirdParty: boolean | null;
  /** The Cookie header's octets; null = none was sent. Observed. */
  readonly cookie: Bytes | null;
  readonly headers: readonly Header[];
  /** Headers that a script made (Authorization, X-CSRF-Token, HX-Request, …). */
  readonly secretHeaders: readonly Secret[];
  /** Names of the form or JSON fields of the body with digests of their values; null = no body or not readable. */
  readonly fields: readonly Secret[] | null;
  /** What Sec-Purpose or the document's life cycle tell. */
  readonly purpose: 'normal' | 'prefetch' | 'prerender';
  /**
   * It went out unseen (before the recording began, or while the background was being restarted) and is known only from
   * what came later: whether it had a Cookie header is not known, and `cookie`, `headers` and `fields` are empty.
   */
  readonly unseen: boolean;
  /** It is known that nothing went out: answered from the cache, redirected by the browser itself, or ended before it was sent. */
  readonly nothingSent: boolean;
}

/** The response's head. */
export interface ResponseReceived extends RequestBase {
  readonly kind: 'response-received';
  readonly status: number;
  /** Every raw Set-Cookie value in the order received, refused ones included. */
  readonly setCookie: readonly Bytes[];
  /** The Date header's text; null = none. */
  readonly date: Bytes | null;
  /** Other response headers without secrets (Content-Type, Cache-Control, Strict-Transport-Security, Location, Vary, …). */
  readonly headers: readonly Header[];
}

/** The browser follows a redirect: the same request id goes on as `hop + 1`. */
export interface RequestRedirected extends RequestBase {
  readonly kind: 'request-redirected';
  readonly status: number;
  readonly to: string;
  readonly fromCache: boolean;
}

export interface RequestCompleted extends RequestBase {
  readonly kind: 'request-completed';
  readonly status: number;
  readonly fromCache: boolean;
}

export interface RequestFailed extends RequestBase {
  readonly kind: 'request-failed';
  /** The browser's own error text, such as net::ERR_ABORTED or NS_BINDING_ABORTED. */
  readonly error: string;
}

export type ChangeCause = 'explicit' | 'overwrite' | 'expired' | 'expired-overwrite' | 'evicted';

/** One event of cookies.onChanged. An update comes as two: `overwrite` (removed) and `explicit`. It does not say who did it. */
export interface CookieChanged extends FactBase {
  readonly kind: 'cookie-changed';
  readonly storeId: StoreId;
  readonly cookie: JarCookie;
  readonly removed: boolean;
  readonly cause: ChangeCause;
  /** A keyed digest of the value, to be compared with those of other tabs' lines; left out where the cookie is removed. */
  readonly digest?: string;
}

/**
 * The head of a response that another tab or worker of the same store received. It is evidence of who changed a cookie,
 * and is not shown as a request of this tab. `tabId` is the other tab; -1 = a worker.
 */
export interface OtherResponse extends FactBase {
  readonly kind: 'other-response';
  readonly tabId: TabId;
  readonly storeId: StoreId;
  readonly host: string;
  readonly lines: readonly OtherLine[];
  /** It told the browser to clear the cookies of its site; left out = it did not. */
  readonly clears?: true;
}

/** The user changed a cookie with this tool, just now: the browser was asked to, and its own event follows. */
export interface CookieWritten extends FactBase {
  readonly kind: 'cookie-written';
  readonly storeId: StoreId;
  readonly cookie: JarCookie;
  readonly removed: boolean;
  /** `override`: a corrected line put in force, or taken back; `protection`: a protected cookie put back. */
  readonly by: 'editor' | 'override' | 'protection';
}

/** The jar was read. */
export interface JarSnapshot extends FactBase {
  readonly kind: 'jar-snapshot';
  readonly storeId: StoreId;
  /** Registrable domain or exact host whose cookies were read; null = the whole store. */
  readonly site: string | null;
  /**
   * Top-level sites whose partitions were listed besides the unpartitioned cookies; 'all' = every partition. The absence
   * of a cookie of any other partition says nothing.
   */
  readonly partitions: readonly string[] | 'all';
  readonly cookies: readonly JarCookie[];
}

export interface NavigationCommitted extends FactBase, Framed {
  readonly kind: 'navigation-committed';
  readonly url: string;
  readonly documentId: string | null;
  /** `existing`: the frame was there when the recording began. `reload`, `link`, `typed`, … as webNavigation has it. */
  readonly transition: string;
  readonly qualifiers: readonly string[];
}

export interface RecorderStarted extends FactBase {
  readonly kind: 'recorder-started';
  /** `clock-set-back`: the recording before it ended with that. */
  readonly cause: 'devtools-opened' | 'user-resumed' | 'clock-set-back';
  readonly tabId: TabId;
  readonly storeId: StoreId;
  readonly browser: 'chromium' | 'firefox';
  /** Full version text, such as 156.0.8078.79; empty = not told. */
  readonly browserVersion: string;
}

/** Time in which nothing was recorded. `tabId` null = for every tab. */
export interface RecorderGap extends FactBase {
  readonly kind: 'recorder-gap';
  readonly tabId: TabId | null;
  readonly from: Instant;
  readonly to: Instant | null;
  /** `permission`: access to the site was withdrawn and given back. */
  readonly cause: 'paused' | 'quota' | 'permission';
}

/** Host permission is not granted for this tab's site, so the browser shows us nothing of it. */
interface PermissionMissing extends FactBase {
  readonly kind: 'permission-missing';
  readonly tabId: TabId;
  /** Match patterns that are not granted. */
  readonly origins: readonly string[];
}
