import type { CookieChanged, JarCookie, RecorderGap, RequestId, RequestSent, ResponseReceived, TabId } from '../facts/fact';
import type { Bytes, Instant, Milliseconds } from '../facts/units';
import type { SetCookie } from '../header/parsed-line';
import type { StoredCookie } from '../jar/stored-cookie';
import type { RequestContext } from '../verdict/context';
import type { Agreement, Prediction } from '../verdict/verdict';

/** A row of the recording, in the order of time. */
export type Row = Exchange | ScriptWrite | GapRow | NavigationRow;

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
  readonly state: 'pending' | 'redirected' | 'completed' | 'failed';
  readonly status: number | null;
  readonly error: string | null;
  readonly redirectsTo: string | null;
  readonly fromCache: boolean;
  readonly context: RequestContext;
  /** Whether this request's site is another than the top-level document's; null = cannot tell. */
  readonly thirdParty: boolean | null;
  /** In the order of the Cookie header. */
  readonly cookies: readonly SentCookie[];
  /** Cookies of the jar whose domain matches and that did not go out. */
  readonly withheld: readonly WithheldCookie[];
  /** Cookies of the host in the partition of another top-level site: no candidates, not counted, shown only on demand. */
  readonly otherPartitions: readonly WithheldCookie[];
  /** One a Set-Cookie line, in order. */
  readonly lines: readonly SetLine[];
}

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

/** `deleted` holds also where there was nothing to delete (then `previous` is null). */
export type SetOutcome = 'stored' | 'replaced' | 'unchanged' | 'deleted' | 'rejected';

export type SetObservation =
  | { readonly outcome: SetOutcome; readonly by: 'change-event' | 'jar-read'; readonly at: Instant }
  | {
      readonly outcome: 'not-observed';
      readonly why: 'waiting' | 'overwritten-since' | 'no-jar-read' | 'unchanged-is-silent' | 'gap';
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
}

/** A change of the jar that no recorded response explains: document.cookie, cookieStore, another tab or an extension. */
export interface ScriptWrite {
  readonly kind: 'script-write';
  readonly id: string;
  readonly at: Instant;
  readonly change: CookieChanged;
  readonly outcome: SetOutcome | 'expired' | 'evicted';
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
