declare const unit: unique symbol;
type Branded<T, U extends string> = T & { readonly [unit]: U };

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Branded<number, 'instant'>;
export type Milliseconds = Branded<number, 'milliseconds'>;
export type Seconds = Branded<number, 'seconds'>;
export type Octets = Branded<number, 'octets'>;

/**
 * A run of octets held as a string: every UTF-16 code unit is one octet, 0 to 255.
 * Header lines and cookie names, values, domains and paths are kept this way, so that
 * `length` is the size in octets and a span is an index.
 */
export type Bytes = Branded<string, 'bytes'>;

/** @param ms since 1970-01-01T00:00:00Z */
export const instant = (ms: number): Instant => ms as Instant;
export const milliseconds = (ms: number): Milliseconds => ms as Milliseconds;
export const seconds = (s: number): Seconds => s as Seconds;
export const octets = (n: number): Octets => n as Octets;
