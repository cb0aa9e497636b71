import type { Instant } from '../analysis/engine/base/units';
import type { Digest } from '../analysis/facts/digest';
import type { RecorderStarted } from '../analysis/facts/fact';
import type { BrowserAccess } from '../protocol/browser-access';
import type { LogLimit } from '../protocol/recording-log';
import type { ToUndo } from '../protocol/relay-messages';
import type { RepeatedRequest, RepeatResult } from '../protocol/repeated-request';

/** The store of a tab of which the browser names none. */
export const DEFAULT_STORE = { chromium: '0', firefox: 'firefox-default' };

/** What a recorder is given: its browser, its key, its clocks. */
export interface RecorderDeps {
  readonly browser: RecorderStarted['browser'];
  readonly access: BrowserAccess;
  /** Scheme and host of our own pages. */
  readonly ownOrigin: string;
  readonly limit: LogLimit;
  /** Key of this recording's digests, and the digest under it. */
  readonly key: string;
  readonly digest: Digest;
  readonly now: () => Instant;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
  readonly after: (ms: number, then: () => void) => void;
  /** What is to be undone when this page goes; the part that is not given stays as it was told before. */
  readonly undoWhenGone: (part: Partial<ToUndo>) => void;
  /** Sends a recorded request once more; see platform/repeat-request.ts. */
  readonly repeat: (request: RepeatedRequest) => Promise<RepeatResult>;
}
