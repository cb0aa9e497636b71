import { bearsToken } from './bearer';
import { isToken, isTokenValue } from './carriers';
import { type CookieLife, lastSpan } from './cookie-life';
import type { CarriedBy, Carrier } from './session-kinds';
import { readToken } from './token';
import type { Format } from './value/reading';
import type { Visit } from './visit';

const SEALED: ReadonlySet<Format> = new Set([
  'rails-encrypted',
  'rails-signed',
  'itsdangerous',
  'django-signed',
  'iron-sealed',
  'fernet',
  'aspnet-protected',
  'json',
  'express-json',
]);

/**
 * What requests after a sign-in prove themselves with, by the cookies that count and the headers sent.
 * @param beside other credentials that were issued with it
 */
export function carriedBy(carriers: readonly Carrier[], after: readonly Visit[], beside: readonly CookieLife[] = []): CarriedBy {
  if (carriers.length === 0) return after.some(bearsToken) ? 'bearer-header' : 'cannot-tell';
  const tokens = carriers.filter(isToken).length;
  if (tokens === carriers.length) return 'token';
  if (tokens > 0 || after.some(bearsToken) || beside.some(holdsToken)) return 'session-and-token';
  return carriers.every(isSealed) ? 'session-in-cookie' : 'session';
}

const holdsToken = (life: CookieLife): boolean => isTokenValue(lastSpan(life));
const isSealed = ({ after }: Carrier): boolean => after !== null && SEALED.has(readToken(after.value).format);
