import { milliseconds, octets } from '../base/units';

/** Name and value together, the equals sign not counted. @see RFC 6265bis §5.6 step 5 */
export const MAX_PAIR = octets(4096);

/** One attribute's value. @see RFC 6265bis §5.6, attribute-value over 1024 octets */
export const MAX_ATTRIBUTE = octets(1024);

/** 400 days. @see RFC 6265bis §5.6.1 and §5.6.2, cookie age limit */
export const MAX_AGE = milliseconds(34_560_000_000);

/** The earliest time an expiry can take: long past. */
export const EARLIEST = -8_640_000_000_000_000;

/** The latest time a JavaScript date can hold. */
export const LATEST = 8_640_000_000_000_000;
