import type { Profile } from '../base/profile';
import { type Bytes, type Instant, instant } from '../base/units';
import { parseCookieDate } from './cookie-date';
import { EARLIEST, LATEST, MAX_AGE } from './limits';
import { parseMaxAge } from './max-age';
import type { SetCookie } from './parsed-line';

export interface Lifetime {
  /** null = until the browser closes. */
  readonly expires: Instant | null;
  /** The attribute that decided. */
  readonly from: 'max-age' | 'expires' | 'none';
  /** Whether it asked for more than 400 days. */
  readonly capped: boolean;
}

const SESSION: Lifetime = { expires: null, from: 'none', capped: false };

/**
 * When a line's cookie ends: Max-Age before Expires, at most 400 days from `at`.
 * @param at when the line arrived
 * @param date the response's Date header; Expires is taken relative to the server's clock. null = none
 * @see RFC 6265bis §5.7 step 3
 */
export function lifetimeOf(line: SetCookie, at: Instant, date: Bytes | null, profile: Profile): Lifetime {
  if (line.maxAge === null && line.expires === null) return SESSION;
  const age = line.maxAge === null ? null : parseMaxAge(line.maxAge, profile);
  if (age !== null) return ending(age > 0 ? at + age * 1000 : EARLIEST, 'max-age', at);
  const expires = line.expires === null ? null : parseCookieDate(line.expires, profile);
  if (expires === null) return SESSION;
  return ending(expires + clockShift(at, date, profile), 'expires', at);
}

/** How far our clock is ahead of the server's. Measured: both browsers shift Expires, never Max-Age. */
function clockShift(at: Instant, date: Bytes | null, profile: Profile): number {
  if (date === null || profile === 'spec') return 0;
  const server = parseCookieDate(date, profile);
  return server === null ? 0 : at - server;
}

function ending(ms: number, from: 'max-age' | 'expires', at: Instant): Lifetime {
  const capped = ms > at + MAX_AGE;
  const within = capped ? at + MAX_AGE : Math.max(ms, EARLIEST);
  return { expires: instant(Math.min(within, LATEST)), from, capped };
}
