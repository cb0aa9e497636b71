import type { ThirdPartyPolicy } from '../analysis/engine/verdict/verdict';
import type { Fact } from '../analysis/facts/fact';

/** Of the extension in Firefox; Chromium makes one of its own. */
export const FIREFOX_ID = 'capture@cookie-flow.dev';

/** What was recorded of a tab, as it goes through JSON to the program that asked. */
export interface Captured {
  readonly facts: readonly Fact[];
  /** Of the digests in the facts. */
  readonly key: string;
  /** What the browser does with third-party cookies; null = it does not say. */
  readonly thirdParty: ThirdPartyPolicy | null;
  /** Requests that had not ended. */
  readonly open: number;
  /** Facts that were dropped, for there were too many. */
  readonly dropped: number;
}

/** The calls of the page. */
export interface CaptureHandle {
  /** Opens a tab and records it from its first request on. */
  begin(): Promise<void>;
  /** Waits until requests and cookies have come to rest, though not longer than so many milliseconds. @returns `Captured` as JSON */
  end(limit: number): Promise<string>;
}
