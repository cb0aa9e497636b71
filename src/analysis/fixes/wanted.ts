import { type Instant, type Seconds, seconds } from '../engine/base/units';
import { parseCookieDate } from '../engine/header/cookie-date';
import { parseMaxAge } from '../engine/header/max-age';
import type { SetCookie } from '../engine/header/parsed-line';
import type { Property, Wanted } from './snippet';

/**
 * The cookie that a line asks for.
 * @param at when it is set, for an Expires to be turned into a length of time
 */
export function wanted(line: SetCookie, at: Instant): Wanted {
  const { name, domain, path, secure, httpOnly, sameSite, partitioned } = line;
  return {
    name,
    domain: domain === null || domain === '' ? null : domain.replace(/^\./, '').toLowerCase(),
    path,
    lifetime: lifetimeOf(line, at),
    secure,
    httpOnly,
    sameSite,
    partitioned,
  };
}

function lifetimeOf(line: SetCookie, at: Instant): Seconds | null {
  const age = line.maxAge === null ? null : parseMaxAge(line.maxAge);
  if (age !== null) return seconds(Math.max(0, Number.isFinite(age) ? age : 0));
  const date = line.expires === null ? null : parseCookieDate(line.expires);
  return date === null ? null : seconds(Math.max(0, Math.round((date - at) / 1000)));
}

const PROPERTIES = [
  'name',
  'path',
  'domain',
  'lifetime',
  'secure',
  'httpOnly',
  'sameSite',
  'partitioned',
] as const satisfies readonly Property[];

/** The properties in which two versions of a cookie differ, for a snippet to mark. */
export const changedBetween = (before: Wanted, after: Wanted): readonly Property[] =>
  PROPERTIES.filter((property) => before[property] !== after[property]);
