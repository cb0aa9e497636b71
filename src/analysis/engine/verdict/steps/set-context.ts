import { bytes, NO_BYTES, text } from '../../base/bytes';
import type { PartitionKey } from '../../base/partition-key';
import type { Bytes } from '../../base/units';
import { type Lifetime, lifetimeOf } from '../../header/lifetime';
import type { SetCookie } from '../../header/parsed-line';
import { type NamePrefix, prefixOf } from '../../header/prefix';
import type { Jar } from '../../jar/jar';
import { defaultPath } from '../../jar/match';
import type { SiteCookies } from '../../jar/site-cookies';
import type { StoredCookie } from '../../jar/stored-cookie';
import type { Access } from '../access/access';
import { isUnknown, type Unknown } from '../access/context';
import { type ResolvedDomain, resolveDomain } from '../access/domain';

/** A line about to be judged: what it would store, and where. */
export interface SetContext {
  readonly jar: Jar;
  /** The cookies of the host's registrable domain; null = there are none. */
  readonly site: SiteCookies | null;
  readonly access: Access;
  readonly line: SetCookie;
  readonly name: Bytes;
  readonly value: Bytes;
  readonly prefix: NamePrefix;
  readonly domain: ResolvedDomain;
  readonly path: Bytes;
  readonly lifetime: Lifetime;
  readonly partition: PartitionKey | null | Unknown;
  /** The cookie of the same identity; null = none, or the identity is not known. */
  readonly before: StoredCookie | null;
}

/** What a line would store, by the profile of the access. Neither jar nor line is changed. */
export function setContext(jar: Jar, access: Access, line: SetCookie): SetContext {
  const { behavior, profile } = access;
  const asName = !line.hasEquals && behavior.namelessLine === 'name';
  const name = asName ? line.value : line.name;
  const value = asName ? line.name : normalizeOctets(line.value, access);
  const domain = resolveDomain(line.domain, access.to, behavior);
  // §5.7 step 11: an empty Path, or one that does not begin with a slash, is as good as none.
  const path = line.path?.charCodeAt(0) === 0x2f ? normalizeOctets(line.path, access) : ownPath(access);
  const partition = line.partitioned ? access.key : access.plainKey;
  const site = jar.site(access.siteKey);
  return {
    jar,
    site,
    access,
    line,
    name,
    value,
    prefix: prefixOf(name),
    domain,
    path,
    lifetime: lifetimeOf(line, access.at, access.date, profile),
    partition,
    before:
      site === null || isUnknown(partition)
        ? null
        : site.find({ name, domain: domain.domain, hostOnly: domain.hostOnly, path, partition }),
  };
}

/** The default path; empty where it is longer than the profile takes. */
function ownPath({ path, behavior }: Access): Bytes {
  const own = defaultPath(path);
  return behavior.longPath !== null && own.length > behavior.longPath ? NO_BYTES : own;
}

const BEYOND_ASCII = /[\x80-\xff]/;

/** What is not UTF-8 is kept, or replaced by U+FFFD. */
function normalizeOctets(octets: Bytes, { behavior }: Access): Bytes {
  return behavior.notUtf8 === 'replaced' && BEYOND_ASCII.test(octets) ? bytes(text(octets)) : octets;
}
