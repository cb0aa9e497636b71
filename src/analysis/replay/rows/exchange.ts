import type { Bytes, Instant, Milliseconds } from '../../engine/base/units';
import type { SetCookie } from '../../engine/header/parsed-line';
import type { Identity } from '../../engine/jar/identity';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { RequestContext } from '../../engine/verdict/access/context';
import type { Agreement, Prediction } from '../../engine/verdict/verdict';
import type { CookieChanged, JarCookie, RecorderGap, RequestId, RequestSent, ResponseReceived, TabId } from '../../facts/fact';
import type { Attribution } from './attribution';
import type { PolicyBasis } from './policy-basis';

/** A row of the recording, in the order of time. */
export type Row = Exchange | ChangeRow | GapRow | NavigationRow;

/** One hop of a request: what went out, what came back, what became of each cookie. */
export interface Exchange {
  readonly kind: 'exchange';
  /** `request#hop`: unique in a recording. */
  readonly id: string;
  readonly request: RequestId;
  readonly hop: number;
  readonly tabId: TabId;
  readonly at: Instant;
  /** From sending to the response's head; null = no response yet. */
  readonly took: Milliseconds | null;
  readonly url: string;
  readonly sent: RequestSent;
  readonly received: ResponseReceived | null;
  readonly transmission: Transmission;
  readonly state: 'pending' | 'redirected' | 'completed' | 'failed';
  readonly status: number | null;
  readonly error: string | null;
  readonly redirectsTo: string | null;
  readonly fromCache: boolean;
  readonly context: RequestContext;
  /** Whether this request's site is another than the top-level document's; null = cannot tell. */
  readonly thirdParty: boolean | null;
  /** By what its third-party cookies are judged; null = they are the page's own, or nothing is known. */
  readonly policy: PolicyBasis | null;
  /** In the order of the Cookie header. */
  readonly cookies: readonly SentCookie[];
  /** Cookies of the jar whose domain matches and that did not go out. */
  readonly withheld: readonly WithheldCookie[];
  /** Cookies of the host in the partition of another top-level site: no candidates, not counted, shown only on demand. */
  readonly otherPartitions: readonly WithheldCookie[];
  /** One a Set-Cookie line, in order. */
  readonly lines: readonly SetLine[];
}

/**
 * Whether the request left the browser. `observed`: its headers were seen, and no failure speaks against it; `unseen`: it went
 * out, what it carried is not known; `uncertain`: it failed before a response, so it is not known to have reached a server;
 * `none`: nothing went out; `preloaded`: neither, for the document had been prefetched or prerendered; `retried`: it went
 * again with cookies after `Activate-Storage-Access: retry`, and only the first time was seen.
 */
export type Transmission = 'observed' | 'unseen' | 'uncertain' | 'none' | 'preloaded' | 'retried';

/** A pair of the observed Cookie header. */
export interface SentCookie {
  readonly name: Bytes;
  readonly value: Bytes;
  /** The jar's cookie it is; null = the jar as we knew it held none of that name and value. */
  readonly cookie: StoredCookie | null;
  readonly predicted: Prediction<'sent' | 'withheld'>;
  readonly agreement: Agreement;
}

/** Not in the Cookie header that was observed (or none was). */
export interface WithheldCookie {
  readonly cookie: StoredCookie;
  readonly predicted: Prediction<'sent' | 'withheld'>;
  readonly agreement: Agreement;
}

/**
 * `deleted-nothing`: the line ends a cookie that the jar does not hold. `dead-on-arrival`: it gives a value, and its time is
 * past as it arrives; a cookie that was there before is then gone.
 */
export type SetOutcome = 'stored' | 'replaced' | 'unchanged' | 'deleted' | 'deleted-nothing' | 'dead-on-arrival' | 'rejected';

export type SetObservation =
  | { readonly outcome: SetOutcome; readonly by: 'change-event' | 'jar-read'; readonly at: Instant }
  | {
      readonly outcome: 'not-observed';
      readonly why:
        | 'waiting'
        | 'overwritten-since'
        | 'expired-since'
        | 'no-jar-read'
        | 'not-known-before'
        | 'unchanged-is-silent'
        | 'gap';
    };

/** One Set-Cookie line of a response: what the engine says and what the browser did, side by side. */
export interface SetLine {
  readonly index: number;
  readonly line: Bytes;
  readonly parsed: SetCookie;
  readonly predicted: Prediction<SetOutcome>;
  readonly observed: SetObservation;
  readonly agreement: Agreement;
  /** The cookie of the same identity before this line; null = none. */
  readonly previous: StoredCookie | null;
  /** The cookie after this line, as the engine has it; null = none. */
  readonly result: StoredCookie | null;
  /** What the cookies API showed for it; null = not (yet) seen. */
  readonly seen: JarCookie | null;
  /** Whether its time is past as it arrives, by the clock of the jar. */
  readonly deletes: boolean;
  /** The cookie that the line names, whether or not there is one. */
  readonly target: Identity;
  /** Of a line that ends a cookie: other cookies of that name that the host sees and the line does not name. */
  readonly stays: readonly StoredCookie[];
}

/** The response that wrote a cookie, and by which of its lines. */
export interface Setter {
  readonly exchange: Exchange;
  readonly line: SetLine;
}

export type ChangeOutcome = 'stored' | 'replaced' | 'unchanged' | 'deleted' | 'expired' | 'evicted';

/** A change of the jar that no response of the recorded tab explains. */
export interface ChangeRow {
  readonly kind: 'change';
  readonly id: string;
  readonly at: Instant;
  readonly change: CookieChanged;
  readonly outcome: ChangeOutcome;
  readonly attribution: Attribution;
  readonly previous: StoredCookie | null;
}

export interface GapRow {
  readonly kind: 'gap';
  readonly id: string;
  readonly at: Instant;
  readonly gap: RecorderGap;
  /** Names of cookies that differ from before; null = the jar was not read after it. */
  readonly changed: readonly Bytes[] | null;
}

/** A top-level document took over the tab. */
export interface NavigationRow {
  readonly kind: 'navigation';
  readonly id: string;
  readonly at: Instant;
  readonly tabId: TabId;
  readonly url: string;
}
