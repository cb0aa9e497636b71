import type { PartitionKey } from '../../engine/base/partition-key';
import type { Bytes, Instant, Milliseconds } from '../../engine/base/units';
import type { Attribution } from '../../replay/rows/attribution';
import type { Exchange } from '../../replay/rows/exchange';
import { firstFrom } from '../shared/ordered';
import type { CookieKey } from './cookie-key';

/** Who gave a cookie a value. `before`: it had it when the recording began, or nobody was seen giving it. */
export type Writer =
  | { readonly kind: 'response'; readonly exchange: Exchange }
  /** No response of the tab did; `id` is the row of the change. */
  | { readonly kind: 'change'; readonly id: string; readonly attribution: Attribution }
  | { readonly kind: 'before' };

/** One value of a cookie, from being set to being replaced. Times are numbers of facts, which order everything. */
export interface ValueSpan {
  /** Secret: to be compared, never told. */
  readonly value: Bytes;
  readonly writer: Writer;
  /** Number of the fact that gave it; -1 = before the recording. */
  readonly from: number;
  /** Number of the fact that ended it; null = it lives. */
  readonly to: number | null;
  readonly end: 'replaced' | 'deleted' | 'expired' | null;
  /** Who ended it where no response of the tab did; null = a response, or it lives. */
  readonly endedBy: Attribution | null;
  /** When the value expires as set; null = with the browser, or not known. */
  readonly expires: Instant | null;
  /** Exchanges that carried it, also after its end. */
  readonly sent: readonly Exchange[];
}

/** Everything that the recording shows of one cookie. */
export interface CookieLife {
  readonly key: CookieKey;
  readonly name: Bytes;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: Bytes;
  readonly partition: PartitionKey | null;
  /** null = not known. */
  readonly httpOnly: boolean | null;
  /** How long it was to live when last set; null = until the browser closes; `unknown`: it was not seen set. */
  readonly lifetime: Milliseconds | null | 'unknown';
  /** In the order of time. */
  readonly spans: readonly ValueSpan[];
  /** Exchanges that carried it, in first-party and third-party use. */
  readonly sentFirstParty: number;
  readonly sentThirdParty: number;
}

/** The value a cookie had just before the fact of this number; null = none. */
export function spanAt(life: CookieLife, seq: number): ValueSpan | null {
  const span = life.spans[firstFrom(life.spans, seq, ({ from }) => from) - 1];
  return span !== undefined && (span.to === null || span.to >= seq) ? span : null;
}

/** The value that the fact of this number gave; null = it gave none. @param seq null = there was no such fact */
export function givenAt(life: CookieLife, seq: number | null): ValueSpan | null {
  const span = seq === null ? undefined : life.spans[firstFrom(life.spans, seq, ({ from }) => from)];
  return span !== undefined && span.from === seq ? span : null;
}

/** The value that the fact of this number ended; null = it ended none. @param seq null = there was no such fact */
export function endedAt(life: CookieLife, seq: number | null): ValueSpan | null {
  const span = seq === null ? undefined : life.spans[firstFrom(life.spans, seq, endOf)];
  return span !== undefined && span.to === seq ? span : null;
}

/** When a value ended, for looking it up; never = it lives. */
export const endOf = ({ to }: ValueSpan): number => to ?? Number.POSITIVE_INFINITY;

/** The latest value; null = the cookie was only ever deleted. */
export const lastSpan = (life: CookieLife): ValueSpan | null => life.spans.at(-1) ?? null;
