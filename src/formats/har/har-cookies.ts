import { bytes } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import { harDate } from './har-dates';
import { type HarCookie, type HarEntry, valuesOf } from './har-entry';

/** How the cookies of an entry were come by. */
export interface HarCookies {
  /** The Cookie header; null = none was sent. */
  readonly cookie: Bytes | null;
  readonly setCookie: readonly Bytes[];
  /** The header was missing: what it said was made again of the list of cookies, in which attributes and order are lost. */
  readonly isRebuilt: boolean;
  /** A line may have been several: they were joined by a comma. */
  readonly wasMerged: boolean;
  /** Characters above 127: which octets they were is not known. */
  readonly hasWideText: boolean;
}

/** Whether the entry tells of any cookie at all. */
export const hasCookies = (entry: HarEntry): boolean =>
  entry.requestCookies.length > 0 ||
  entry.responseCookies.length > 0 ||
  valuesOf(entry.requestHeaders, 'cookie').length > 0 ||
  valuesOf(entry.responseHeaders, 'set-cookie').length > 0;

/** @param joinsByComma whether the writer joins lines of one name by a comma (Safari) */
export function cookiesOf(entry: HarEntry, joinsByComma: boolean): HarCookies {
  const headers = valuesOf(entry.requestHeaders, 'cookie');
  const sent = headers.length > 0 ? headers.join('; ') : pairsOf(entry.requestCookies);
  // A line feed cannot be in a line: Firefox, Firebug and the first browsertimes joined lines by it.
  const headerLines = valuesOf(entry.responseHeaders, 'set-cookie').flatMap((line) => line.split('\n'));
  const lines = joinsByComma ? headerLines.flatMap(splitAtCommas) : headerLines;
  const made = lines.length > 0 ? lines : entry.responseCookies.map(lineOf);
  return {
    cookie: sent === '' && headers.length === 0 ? null : bytes(sent),
    setCookie: made.map(bytes),
    isRebuilt: (headers.length === 0 && sent !== '') || (lines.length === 0 && made.length > 0),
    wasMerged: lines.length > headerLines.length,
    hasWideText: /[^\x00-\x7f]/.test(sent) || made.some((line) => /[^\x00-\x7f]/.test(line)),
  };
}

const pairsOf = (cookies: readonly HarCookie[]): string => cookies.map(({ name, value }) => `${name}=${value ?? ''}`).join('; ');

/** A comma in a date is followed by a space and a number; one between lines by a name and an equals sign. */
const splitAtCommas = (line: string): readonly string[] => line.split(/,\s*(?=[^\s;,="]+=)/);

function lineOf(cookie: HarCookie): string {
  const { name, value, path, domain, expires, httpOnly, secure, sameSite } = cookie;
  const until = expires == null || expires === '' ? null : harDate(expires);
  return [
    `${name}=${value ?? ''}`,
    ...(path ? [`Path=${path}`] : []),
    // A host-only cookie's host is written like a domain; only the dot tells that the line named one.
    ...(domain?.startsWith('.') ? [`Domain=${domain}`] : []),
    ...(until === null ? [] : [`Expires=${new Date(until).toUTCString()}`]),
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(sameSite ? [`SameSite=${sameSite}`] : []),
  ].join('; ');
}
