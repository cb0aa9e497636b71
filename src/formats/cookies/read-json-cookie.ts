import * as v from 'valibot';
import { bytes } from '../../analysis/engine/base/bytes';
import type { PartitionKey } from '../../analysis/engine/base/partition-key';
import { type Instant, instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { type FileFault, faultsOf } from '../reading/fault';

const text = v.string();
const maybe = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema));

/** A cookie as any of the tools writes it: they share their words, and where they do not, none means another thing by one. */
const anyCookie = v.object({
  name: v.optional(text),
  /** tough-cookie. */
  key: v.optional(text),
  value: text,
  domain: text,
  path: maybe(text),
  expires: maybe(v.union([v.number(), text])),
  expirationDate: maybe(v.number()),
  /** Cypress, WebDriver. */
  expiry: maybe(v.number()),
  session: maybe(v.boolean()),
  hostOnly: maybe(v.boolean()),
  secure: maybe(v.boolean()),
  httpOnly: maybe(v.boolean()),
  sameSite: maybe(text),
  partitionKey: maybe(
    v.union([
      text,
      v.object({ topLevelSite: v.optional(text), sourceOrigin: v.optional(text), hasCrossSiteAncestor: maybe(v.boolean()) }),
    ]),
  ),
  _crHasCrossSiteAncestor: maybe(v.boolean()),
});
type AnyCookie = v.InferOutput<typeof anyCookie>;

const SAME_SITE: ReadonlyMap<string, JarCookie['sameSite']> = new Map([
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['none', 'none'],
  ['no_restriction', 'none'],
  ['unspecified', 'absent'],
  ['default', 'absent'],
  ['', 'absent'],
]);

/** Chromium stores none beyond it; `Date` ends there. */
const LARGEST_DATE = 8.64e15;

/** A cookie of another tool's JSON, or what is wrong with it. @param at its path in the file */
export function readJsonCookie(entry: unknown, at: string): JarCookie | readonly FileFault[] {
  const read = v.safeParse(anyCookie, entry);
  if (!read.success) return faultsOf(read.issues, at);
  const cookie = read.output;
  const name = cookie.name ?? cookie.key;
  if (name === undefined) return [{ place: `${at}.name`, kind: 'missing', expected: 'string', found: 'undefined' }];
  const domain = cookie.domain.toLowerCase().replace(/^\./, '');
  if (!isDomain(domain)) return [{ place: `${at}.domain`, kind: 'no-domain' }];
  const expires = expiryOf(cookie);
  if (expires === 'bad') return [{ place: `${at}.${expiryField(cookie)}`, kind: 'bad-expiry' }];
  const sameSite = SAME_SITE.get((cookie.sameSite ?? '').toLowerCase());
  if (sameSite === undefined)
    return [{ place: `${at}.sameSite`, kind: 'wrong-type', expected: 'Strict, Lax or None', found: 'text' }];
  return {
    name: bytes(name),
    value: bytes(cookie.value),
    domain,
    hostOnly: cookie.hostOnly ?? !cookie.domain.startsWith('.'),
    path: bytes(cookie.path ?? '/'),
    secure: cookie.secure ?? false,
    httpOnly: cookie.httpOnly ?? false,
    sameSite,
    expires,
    partition: partitionOf(cookie),
  };
}

/** Whether it can be a host's name: a whole address or a list of hosts is none. */
export const isDomain = (domain: string): boolean => domain !== '' && !/[\s/,;@?#\x00-\x1f]/.test(domain);

function expiryOf({ session, expires, expirationDate, expiry }: AnyCookie): Instant | null | 'bad' {
  if (session === true) return null;
  const expiryFound = expirationDate ?? expiry ?? expires ?? null;
  // tough-cookie writes what never ends as a word.
  if (expiryFound === null || expiryFound === -1 || expiryFound === 'Infinity' || expiryFound === '') return null;
  const ms = typeof expiryFound === 'number' ? expiryFound * 1000 : Date.parse(expiryFound);
  return Math.abs(ms) <= LARGEST_DATE ? instant(Math.round(ms)) : 'bad';
}

const expiryField = ({ expirationDate, expiry }: AnyCookie): string =>
  expirationDate != null ? 'expirationDate' : expiry != null ? 'expiry' : 'expires';

function partitionOf({ partitionKey, _crHasCrossSiteAncestor }: AnyCookie): PartitionKey | null {
  if (typeof partitionKey === 'string')
    return partitionKey === '' ? null : { topLevelSite: partitionKey, crossSiteAncestor: _crHasCrossSiteAncestor ?? null };
  const topLevelSite = partitionKey?.topLevelSite ?? partitionKey?.sourceOrigin ?? '';
  return topLevelSite === '' ? null : { topLevelSite, crossSiteAncestor: partitionKey?.hasCrossSiteAncestor ?? null };
}
