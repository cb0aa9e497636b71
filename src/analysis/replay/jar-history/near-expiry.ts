import type { Instant } from '../../engine/base/units';
import { REPORTED_AT_LATEST } from './report-delays';

interface Expiring {
  readonly expires: Instant | null;
}

/** How far the time of an event may lie from that of what the browser decided, in ms: it judges a request before it reports it. */
const NEAR = 1_000;

/**
 * How much earlier than reckoned a line's cookie may expire, in ms. Max-Age is reckoned from the report of the response; Firefox 153
 * counts from when the response came in, 36 ms before that in the median and 1.15 s under a load of 30 on two cores.
 */
export const reckonedLate = ({ at, sentAt }: { readonly at: Instant; readonly sentAt: Instant }): number =>
  Math.max(0, Math.min(at - sentAt, REPORTED_AT_LATEST));

/** Whether a cookie expires so close to a time that this does not tell which came first. @param late see `reckonedLate` */
export const isNearExpiry = ({ expires }: Expiring, at: Instant, late = 0): boolean =>
  expires !== null && at >= expires - late - NEAR && at <= expires + NEAR;

/** Whether a cookie's time may have been up at a time. @param late see `reckonedLate` */
export const mayBeOver = ({ expires }: Expiring, at: Instant, late = 0): boolean =>
  expires !== null && expires - late <= at + NEAR;
