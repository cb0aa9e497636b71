import { isUtf8, text } from '../../engine/base/bytes';
import type { PartitionKey } from '../../engine/base/partition-key';
import type { Bytes, Instant } from '../../engine/base/units';
import type { Identity } from '../../engine/jar/identity';
import type { JarCookie } from '../../facts/fact';

/** How far an expiry may be off and still count as the same: the clocks of response and jar are read apart. */
const EXPIRY_SLACK = 5000;

/** A key that two cookies share if they are the same cookie in every partition. */
export const unpartitionedKey = ({ name, domain, hostOnly, path }: Identity): string =>
  `${name};${domain};${hostOnly ? 1 : 0};${path}`;

/** A key that two cookies share if one replaces the other. */
export const identityKey = (cookie: Identity): string => `${unpartitionedKey(cookie)};${partitionText(cookie.partition)}`;

const partitionText = (key: PartitionKey | null): string =>
  key === null ? '' : `${key.topLevelSite} ${key.crossSiteAncestor ?? ''}`;

/** Whether two keys can be the same one: a browser may not tell the ancestor bit, or set it by another rule than ours. */
export const isLikePartition = (a: PartitionKey | null, b: PartitionKey | null): boolean =>
  (a?.topLevelSite ?? null) === (b?.topLevelSite ?? null);

/**
 * Whether the cookies API's value is this one. It hands out text, so octets that are not UTF-8 come as U+FFFD.
 */
export function isSameValue(octets: Bytes, shown: Bytes): boolean {
  return octets === shown || (!isUtf8(octets) && replaced(octets) === replaced(shown));
}

/** Browsers do not agree on how many U+FFFD stand for a run of such octets: a lone surrogate's three are one in Chromium. */
const replaced = (octets: Bytes): string => text(octets).replace(/\ufffd+/g, '\ufffd');

/** Whether the jar shows the cookie with the attributes it was expected to have, expiry within a few seconds. */
export function isSameCookie(expected: JarCookie, shown: JarCookie): boolean {
  return (
    isSameValue(expected.value, shown.value) &&
    expected.secure === shown.secure &&
    expected.httpOnly === shown.httpOnly &&
    expected.sameSite === shown.sameSite &&
    isSameValue(expected.path, shown.path) &&
    expected.domain === shown.domain &&
    expected.hostOnly === shown.hostOnly &&
    isLikePartition(expected.partition, shown.partition) &&
    isSameExpiry(expected.expires, shown.expires)
  );
}

function isSameExpiry(a: Instant | null, b: Instant | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= EXPIRY_SLACK;
}

/** Whether a rewrite left everything as it was. */
export const isUnchanged = (a: Comparable, b: Comparable): boolean =>
  isSameValue(a.value, b.value) &&
  a.secure === b.secure &&
  a.httpOnly === b.httpOnly &&
  a.sameSite === b.sameSite &&
  a.expires === b.expires;

type Comparable = Pick<JarCookie, 'value' | 'secure' | 'httpOnly' | 'sameSite' | 'expires'>;
