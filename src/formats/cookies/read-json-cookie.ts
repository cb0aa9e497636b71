import * as v from 'valibot';
import { bytes, bytesOfLatin1 } from '../../analysis/engine/base/bytes';
import type { PartitionKey } from '../../analysis/engine/base/partition-key';
import { type Bytes, instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { type FaultKind, type FileFault, faultsOf } from '../reading/fault';
import { hostOfDomain } from './host-of-domain';
import type { Assume } from './unsaid';
import { byOurNames, type WrittenCookie, writtenCookie } from './written-cookie';
import { type WrittenExpiry, writtenExpiry } from './written-expiry';

const SAME_SITE: ReadonlyMap<string, JarCookie['sameSite']> = new Map([
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['none', 'none'],
  ['no_restriction', 'none'],
  ['unspecified', 'absent'],
  ['default', 'absent'],
  ['', 'absent'],
  // The numbers of Firefox, Chromium and .NET.
  ['0', 'none'],
  ['1', 'lax'],
  ['2', 'strict'],
  ['-1', 'absent'],
  ['256', 'absent'],
]);

/** A cookie of another tool's JSON, or what is wrong with it. @param at its path in the file */
export function readJsonCookie(entry: unknown, at: string, assume: Assume): JarCookie | readonly FileFault[] {
  const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  const read = v.safeParse(writtenCookie, isObject ? byOurNames({ ...entry }) : entry);
  if (!read.success) return faultsOf(read.issues, at);
  const cookie = read.output;
  const fault = (field: keyof WrittenCookie, kind: FaultKind, more: Partial<FileFault> = {}) => [
    { place: `${at}.${field}`, kind, ...more },
  ];
  const name = cookie.name ?? cookie.key;
  if (name === undefined) return fault('name', 'missing');
  const written = cookie.domain ?? hostOf(cookie.url ?? '');
  if (written === null) return fault('domain', 'missing');
  const domain = hostOfDomain(written);
  if (domain === null) return fault('domain', 'no-domain');
  const expiry = expiryOf(cookie, assume);
  if (expiry === 'bad') return fault(expiryField(cookie), 'bad-expiry');
  if (expiry.isFiner) assume('seconds');
  const sameSite = SAME_SITE.get(String(cookie.sameSite ?? '').toLowerCase());
  if (sameSite === undefined) return fault('sameSite', 'wrong-type', { expected: 'Strict, Lax or None', found: 'text' });
  const partition = partitionOf(cookie);
  if (partition === 'unknown') return fault('partitionKey', 'no-partition');
  const value = octetsOf(cookie.value);
  if (value === null) return fault('value', 'wrong-type', { expected: 'base64', found: 'text' });
  return {
    name: bytes(name),
    value,
    domain,
    hostOnly: cookie.hostOnly ?? !written.startsWith('.'),
    path: bytes(cookie.path ?? '/'),
    secure: cookie.secure ?? false,
    httpOnly: cookie.httpOnly ?? false,
    sameSite,
    expires: expiry.expires,
    partition,
  };
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null);

function octetsOf(value: WrittenCookie['value']): Bytes | null {
  if (typeof value === 'string') return bytes(value);
  if (value.type === 'string') return bytes(value.value);
  try {
    return bytesOfLatin1(atob(value.value));
  } catch {
    return null;
  }
}

function expiryOf(cookie: WrittenCookie, assume: Assume): WrittenExpiry | 'bad' {
  const { session, maxAge, creation } = cookie;
  if (session === true) return { expires: null, isFiner: false };
  const written = writtenExpiry(cookie.expirationDate ?? cookie.expiry ?? cookie.expires ?? null);
  if (maxAge == null || String(maxAge) === 'Infinity') return written;
  const seconds = String(maxAge) === '-Infinity' ? 0 : Number(maxAge);
  if (Number.isNaN(seconds)) return 'bad';
  if (seconds <= 0) return { expires: instant(0), isFiner: false };
  const set = Date.parse(creation ?? '');
  // Guzzle has counted it into Expires; without a beginning nothing can be counted.
  if (Number.isNaN(set)) {
    if (written !== 'bad' && written.expires === null) assume('max-age');
    return written;
  }
  return writtenExpiry(new Date(Math.min(set + seconds * 1000, 8.64e15)).toISOString());
}

function expiryField({ expirationDate, expiry, expires }: WrittenCookie): keyof WrittenCookie {
  if (expirationDate != null) return 'expirationDate';
  if (expiry != null) return 'expiry';
  return expires != null ? 'expires' : 'maxAge';
}

/** Chromium and Playwright name a site, Firefox's sessions `(https,top.example)`. */
function partitionOf(cookie: WrittenCookie): PartitionKey | null | 'unknown' {
  const { partitionKey: key, _crHasCrossSiteAncestor, partitionKeyOpaque, partitioned } = cookie;
  if (partitionKeyOpaque === true) return 'unknown';
  const isText = typeof key === 'string';
  const site = isText ? key : (key?.topLevelSite ?? key?.sourceOrigin ?? '');
  if (site === '') return partitioned === true ? 'unknown' : null;
  const [, scheme, host] = /^\(([a-z]+),([^,()]+)(?:,[^()]*)?\)$/.exec(site) ?? [];
  const topLevelSite = scheme === undefined ? site : `${scheme}://${host}`;
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/\s]+$/i.test(topLevelSite)) return 'unknown';
  return { topLevelSite, crossSiteAncestor: (isText ? _crHasCrossSiteAncestor : key?.hasCrossSiteAncestor) ?? null };
}
