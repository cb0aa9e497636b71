import type { ThirdPartyPolicy } from '../access/access';
import type { RequestContext, Unknown } from '../access/context';
import type { SendStepId, SendStepReason } from '../steps/send';
import type { SetStepId, SetStepReason } from '../steps/set';

/** How an access to the jar comes about, as a real browser can be made to do it. */
export interface AccessCause {
  readonly act: 'nav' | 'link' | 'form-post' | 'img' | 'iframe' | 'frame-link' | 'script';
  /** Origins of the documents from the top down to the one that acts. */
  readonly documents: readonly string[];
  /** `frame-link`: origin of the frame that navigates itself. */
  readonly frame?: string;
  /** URLs before the example's own, with status 302. */
  readonly redirects?: readonly string[];
}

/** A URL typed into the address bar: the cause where an example names none. */
export const TYPED: AccessCause = { act: 'nav', documents: [] };
export const link = (from: string, ...redirects: readonly string[]): AccessCause => ({
  act: 'link',
  documents: [from],
  redirects,
});
export const post = (from: string): AccessCause => ({ act: 'form-post', documents: [from] });
export const image = (...documents: readonly string[]): AccessCause => ({ act: 'img', documents });
export const redirected = (page: string, ...redirects: readonly string[]): AccessCause => ({
  act: 'img',
  documents: [page],
  redirects,
});
export const frame = (...documents: readonly string[]): AccessCause => ({ act: 'iframe', documents });
export const frameLink = (page: string, from: string): AccessCause => ({ act: 'frame-link', documents: [page], frame: from });
/** A script's use of document.cookie; the documents are those above its own. */
export const script = (...documents: readonly string[]): AccessCause => ({ act: 'script', documents });

/** A line set by a visit before. */
export type EarlierLine = readonly [line: string, url: string];

export interface Circumstances {
  readonly cause?: AccessCause;
  readonly before?: readonly EarlierLine[];
  /** `allow` where an example does not say. */
  readonly policy?: ThirdPartyPolicy | Unknown;
  /** What the recording does not tell; such an example cannot be played to a browser. */
  readonly unknown?: Partial<RequestContext>;
  /** Seconds between setting and sending; no browser is kept waiting. */
  readonly age?: number;
  /** Whether the time of the access is known. */
  readonly clock?: 'unknown';
}

/** What a step says. */
type Says<Reason extends string> = 'passed' | 'not-applicable' | Reason | `cannot tell: ${string}`;

/** The standard, Chromium, Firefox; one answer where they agree. */
export type Verdicts<Reason extends string> = Says<Reason> | readonly [Says<Reason>, Says<Reason>, Says<Reason>];

type SetExample = readonly [line: string, url: string, says: Verdicts<SetStepReason>, circumstances?: Circumstances];

/** A line that was set, the request that follows, and whether the cookie goes with it. */
type SendExample = readonly [set: EarlierLine, url: string, says: Verdicts<SendStepReason>, circumstances?: Circumstances];

/** The examples of one step. */
interface Table<Id extends string, Example> {
  readonly step: Id;
  readonly section: string;
  readonly examples: readonly Example[];
}

export type SetTable = Table<SetStepId, SetExample>;
export type SendTable = Table<SendStepId, SendExample>;
