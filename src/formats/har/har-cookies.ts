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
  const headerLines = valuesOf(entry.responseHeaders, 'set-cookie').flatMap(splitAtBreaks);
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

const pairsOf = (cookies: readonly HarCookie[]): string =>
  cookies.map(({ name, value }) => `${name}=${scalarText(value)}`).join('; ');

/** A value that a tool wrote as a number is still one. */
const scalarText = (value: unknown): string => (typeof value === 'object' || value === undefined ? '' : String(value));

/** A line break cannot be in a line: Firefox, Firebug and the first browsertimes joined lines by it. */
function splitAtBreaks(line: string): readonly string[] {
  const lines = line.split(/\r?\n/);
  return lines.length === 1 ? lines : lines.filter((each) => each !== '');
}

/** A comma in a date is followed by a space and a number; one between lines by a name and an equals sign. */
const splitAtCommas = (line: string): readonly string[] => line.split(/,\s*(?=[^\s;,="]+=)/);

function lineOf(cookie: HarCookie): string {
  const { name, value, path, domain, expires, httpOnly, secure, sameSite, maxAge, partitionKey } = cookie;
  const until = harDate(expires);
  return [
    `${name}=${scalarText(value)}`,
    ...(typeof path === 'string' && path !== '' ? [`Path=${path}`] : []),
    // A host-only cookie's host is written like a domain; only the dot tells that the line named one.
    ...(typeof domain === 'string' && domain.startsWith('.') ? [`Domain=${domain}`] : []),
    ...(until === null ? [] : [`Expires=${new Date(until).toUTCString()}`]),
    ...(/^-?\d+$/.test(scalarText(maxAge)) ? [`Max-Age=${scalarText(maxAge)}`] : []),
    ...(isTrue(secure) ? ['Secure'] : []),
    ...(isTrue(httpOnly) ? ['HttpOnly'] : []),
    ...(typeof sameSite === 'string' && sameSite !== '' ? [`SameSite=${sameSite}`] : []),
    ...(partitionKey === undefined || partitionKey === null || partitionKey === '' ? [] : ['Partitioned']),
  ].join('; ');
}

const isTrue = (flag: unknown): boolean => flag === true || flag === 1 || flag === 'true';
