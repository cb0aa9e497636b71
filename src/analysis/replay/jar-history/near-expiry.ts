import type { Instant } from '../../engine/base/units';

/**
 * How far the time of an event may lie from the clock by which the browser lets a cookie expire, in ms. A browser counts Max-Age
 * from when it reads the response, and judges a request before it reports it. Seen: 0.97 s (Firefox 153, a load of 30 on two cores).
 */
const NEAR = 1_000;

/** Whether a cookie expires so close to a time that this does not tell which of the two came first. */
export const isNearExpiry = ({ expires }: { readonly expires: Instant | null }, at: Instant): boolean =>
  expires !== null && Math.abs(expires - at) <= NEAR;

/** Whether a cookie's time may have been up at a time. */
export const mayBeOver = ({ expires }: { readonly expires: Instant | null }, at: Instant): boolean =>
  expires !== null && expires <= at + NEAR;
