import type { Seconds } from '../facts/units';
import { type Instant, seconds } from '../facts/units';
import { parseCookieDate } from '../header/cookie-date';
import { parseMaxAge } from '../header/max-age';
import type { SetCookie } from '../header/parsed-line';
import type { Change } from './change';
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

const PROPERTIES = {
  expires: 'lifetime',
  'max-age': 'lifetime',
  domain: 'domain',
  path: 'path',
  secure: 'secure',
  httponly: 'httpOnly',
  samesite: 'sameSite',
  partitioned: 'partitioned',
  priority: null,
} as const;

/** The properties that changes are about, for a snippet to mark. */
export function changedBy(changes: readonly Change[]): readonly Property[] {
  const found = changes.flatMap((change): Property[] => {
    if (change.kind === 'add-flag') return [PROPERTIES[change.flag]];
    if (change.kind === 'rename') return ['name'];
    const property = change.kind === 'set' || change.kind === 'drop' ? PROPERTIES[change.attribute] : null;
    return property === null ? [] : [property];
  });
  return [...new Set(found)];
}
