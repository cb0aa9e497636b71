import type { Seconds } from '../analysis/engine/base/units';
import type { ThirdPartyPolicy } from '../analysis/engine/verdict/verdict';
import type { CookieWritten, Fact, JarCookie } from '../analysis/facts/fact';
import type { WriteAnswer } from './cookie-write';
import type { LineOverride, OverrideState } from './line-override';
import type { ProtectionState } from './protection';
import type { RepeatedRequest, RepeatResult } from './repeated-request';

/** What went wrong while recording, to be told to the user. */
export type Problem =
  /** A message between our own pages had a shape we do not know. */
  | { readonly kind: 'unknown-message'; readonly shape: string }
  /** The system's clock was set back by so many seconds, and the recording began anew. */
  | { readonly kind: 'clock-set-back'; readonly seconds: Seconds }
  /** The browser refused a call. */
  | { readonly kind: 'browser'; readonly text: string };

/** How the recorder stands to the browser's events: `gone` = for good, the extension was reloaded or removed. */
export type ConnectionState = 'connected' | 'reconnecting' | 'gone';

/** How much a recording may hold; the oldest events are dropped beyond it. */
export interface LogLimit {
  readonly events: number;
  /** Of headers, cookies and addresses, roughly. */
  readonly octets: number;
}

export const DEFAULT_LOG_LIMIT: LogLimit = { events: 200_000, octets: 256 * 1024 * 1024 };

/** A tab's recording. A new object with every change. */
export interface RecordingLog {
  /**
   * In order. The list grows in place, for a copy of 100,000 facts a message would cost more than everything else;
   * a new array when its beginning changed: a new recording, cleared, dropped, or an event that came out of order.
   */
  readonly facts: readonly Fact[];
  /** How many facts were dropped because of the limit. */
  readonly dropped: number;
  /** How many facts at the beginning were cleared away: only those that follow need them. */
  readonly cleared: number;
  readonly recording: boolean;
  /** Match patterns of hosts the browser keeps from us, the tab's own site first; empty = all is granted. */
  readonly missing: readonly string[];
  /** What the browser's settings say of third-party cookies; null = they were not read. */
  readonly thirdParty: ThirdPartyPolicy | null;
  /** The newest last. */
  readonly problems: readonly Problem[];
  /** Key of the digests in the facts. */
  readonly key: string | null;
  readonly link: ConnectionState;
  /** Corrected lines in force. */
  readonly overrides: readonly OverrideState[];
  /** Cookies that are put back when they are changed. */
  readonly protections: readonly ProtectionState[];
  /** Whether the page's scripts are traced. */
  readonly tracing: boolean;
}

export const EMPTY_LOG: RecordingLog = {
  facts: [],
  dropped: 0,
  cleared: 0,
  recording: true,
  missing: [],
  thirdParty: null,
  problems: [],
  key: null,
  link: 'connected',
  overrides: [],
  protections: [],
  tracing: false,
};

/** What the user changes in the recorded tab's store, and by what. */
export type UserWrite = Omit<CookieWritten, 'kind' | 'seq' | 'at' | 'storeId'>;

/** A recorder as its panels see it: they are pages of the same process and call it directly. */
export interface RecorderHandle {
  /** Calls with the log now and after each change; gives how to end that. */
  follow(listener: (log: RecordingLog) => void): () => void;
  /** Records the tab, or pauses. */
  record(on: boolean): void;
  /** Forgets what was recorded so far; the jar's contents and requests under way stay. */
  clear(): void;
  /** Reads the jar of the tab's store now. */
  readJar(): void;
  /** Opens the page that asks for permission: to see hosts, or to read the browser's setting of third-party cookies. */
  grant(what: 'hosts' | 'third-party'): void;
  limit(limit: LogLimit): void;
  /**
   * Changes the browser's cookies, one after the other, and records that the user did it.
   * @returns what the browser made of each
   */
  write(writes: readonly UserWrite[]): Promise<readonly WriteAnswer[]>;
  /** Puts a corrected line in force, in this tab, until it is ended or DevTools is closed. */
  override(line: LineOverride): void;
  /** Ends one, and puts the cookie back as the server last set it. */
  endOverride(id: string): void;
  /** Puts these cookies back whenever the site changes them, at most a few times a minute, until that is ended or DevTools is closed. */
  protect(cookies: readonly JarCookie[]): void;
  /** @param ids of protections */
  endProtection(ids: readonly string[]): void;
  /** Sends a recorded request once more, with other cookies than the browser's; once, whatever comes of it. */
  repeat(request: RepeatedRequest): Promise<RepeatResult>;
  /** Has the scripts of the tab's pages traced from their next load on, or no more. */
  trace(on: boolean): void;
}

/** Whether the browser keeps the tab's own site from us, so that nothing of it is recorded; else it may be other sites. */
export function lacksSite({ missing }: Pick<RecordingLog, 'missing'>): boolean {
  const [first] = missing;
  return first !== undefined && !first.includes('://*/');
}
