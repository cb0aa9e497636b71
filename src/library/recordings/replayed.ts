import { text } from '../../analysis/engine/base/bytes';
import type { Prediction } from '../../analysis/engine/verdict/verdict';
import type { Exchange, SentCookie, SetLine, WithheldCookie } from '../../analysis/replay/rows/exchange';
import { replayOf } from '../../report/model/analysed';
import { type Cookie, plainCookie } from '../engine/cookie';
import type { SendingReason, StorageReason } from '../engine/reasons';
import { contentsOf, type HeldRecording } from './recording';

/** What the engine says, to be held against what was seen. */
export interface PlainPrediction<Outcome extends string, Why extends string> {
  readonly outcome: Outcome | 'cannot-tell';
  readonly reasons: readonly Why[];
  /** What would have to be known; empty unless `cannot-tell`. */
  readonly missing: readonly string[];
}

/** A cookie of a request: in its Cookie header, or withheld. */
export interface ReplayedCookie {
  readonly name: string;
  readonly value: string;
  /** The jar's cookie; null = the header had one that the jar, as far as it is known, did not hold. */
  readonly cookie: Cookie | null;
  /** Whether it was in the Cookie header: observed. */
  readonly sent: boolean;
  readonly predicted: PlainPrediction<'sent' | 'withheld', SendingReason | StorageReason>;
  readonly agreement: 'agrees' | 'differs' | 'not-observed';
}

/** What became of a Set-Cookie line. `deleted-nothing` ends a cookie that there was not; `dead-on-arrival` gives a value whose time is past. */
export type LineOutcome = 'stored' | 'replaced' | 'unchanged' | 'deleted' | 'deleted-nothing' | 'dead-on-arrival' | 'rejected';

/** A Set-Cookie line of a response. */
export interface ReplayedLine {
  readonly line: string;
  readonly predicted: PlainPrediction<LineOutcome, SendingReason | StorageReason>;
  /** What the browser's jar showed; null = nothing tells, as in a HAR file. */
  readonly observed: LineOutcome | null;
  readonly agreement: 'agrees' | 'differs' | 'not-observed';
  /** The cookie afterwards, as the engine has it; null = none. */
  readonly cookie: Cookie | null;
}

/** One request, each redirect by itself. */
export interface ReplayedRequest {
  /** Unique in a recording. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** null = no response. */
  readonly status: number | null;
  /** Whether it went to another site than the page's; null = cannot tell. */
  readonly thirdParty: boolean | null;
  /** In the order of the Cookie header; then those that were withheld. */
  readonly cookies: readonly ReplayedCookie[];
  readonly lines: readonly ReplayedLine[];
}

/** How a recording is replayed. */
export interface RecordingOptions {
  /** Whose rules the predictions follow; those of the browser recorded if left out. */
  readonly browser?: 'chromium' | 'firefox';
  /** What to assume of third-party cookies where the recording does not tell; nothing if left out. */
  readonly thirdParty?: 'allow' | 'block' | 'partition';
}

/**
 * Follows the cookies through a recording: each request in the order of time, with what was sent and what became of each
 * Set-Cookie line. What was observed and what is predicted stand beside each other.
 */
export function replay(recording: HeldRecording, { browser, thirdParty }: RecordingOptions = {}): readonly ReplayedRequest[] {
  const { facts, digest } = contentsOf(recording);
  const replayed = replayOf(facts, { digest, browser: browser ?? null, thirdParty: thirdParty ?? null });
  return replayed.rows.flatMap((row) => (row.kind === 'exchange' ? [plainRequest(row)] : []));
}

const plainRequest = (exchange: Exchange): ReplayedRequest => ({
  id: exchange.id,
  at: exchange.at,
  method: exchange.sent.method,
  url: exchange.url,
  status: exchange.status,
  thirdParty: exchange.thirdParty,
  cookies: [...exchange.cookies.map(sentCookie), ...exchange.withheld.map(withheldCookie)],
  lines: exchange.lines.map(plainLine),
});

const sentCookie = ({ name, value, cookie, predicted, agreement }: SentCookie): ReplayedCookie => ({
  name: text(name),
  value: text(value),
  cookie: cookie === null ? null : plainCookie(cookie),
  sent: true,
  predicted: plainPrediction(predicted),
  agreement,
});

const withheldCookie = ({ cookie, predicted, agreement }: WithheldCookie): ReplayedCookie => ({
  name: text(cookie.name),
  value: text(cookie.value),
  cookie: plainCookie(cookie),
  sent: false,
  predicted: plainPrediction(predicted),
  agreement,
});

const plainLine = ({ line, predicted, observed, agreement, result }: SetLine): ReplayedLine => ({
  line: text(line),
  predicted: plainPrediction(predicted),
  observed: observed.outcome === 'not-observed' ? null : observed.outcome,
  agreement,
  cookie: result === null ? null : plainCookie(result),
});

const plainPrediction = <Outcome extends string>({ outcome, reasons, missing }: Prediction<Outcome>) => ({
  outcome,
  reasons,
  missing,
});
