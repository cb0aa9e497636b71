import { bytes, text } from '../facts/bytes';
import type { PartitionKey } from '../facts/fact';
import type { Bytes } from '../facts/units';
import { type Lifetime, lifetimeOf } from '../header/lifetime';
import type { SetCookie } from '../header/parsed-line';
import { type NamePrefix, prefixOf } from '../header/prefix';
import type { Jar } from '../jar/jar';
import { defaultPath } from '../jar/match';
import type { SiteCookies } from '../jar/site-cookies';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access';
import { isUnknown, type Unknown } from './context';
import { type ResolvedDomain, resolveDomain } from './domain';

/** A line about to be judged: what it would store, and where. */
export interface SetScene {
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

export function setScene(jar: Jar, access: Access, line: SetCookie): SetScene {
  const { conduct, profile } = access;
  const asName = !line.hasEquals && conduct.namelessLine === 'name';
  const name = asName ? line.value : line.name;
  const value = asName ? line.name : legible(line.value, access);
  const domain = resolveDomain(line.domain, access.to, conduct);
  // §5.7 step 11: an empty Path, or one that does not begin with a slash, is as good as none.
  const path = line.path?.charCodeAt(0) === 0x2f ? legible(line.path, access) : defaultPath(access.path);
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

const BEYOND_ASCII = /[\x80-\xff]/;

/** What is not UTF-8 is kept, or replaced by U+FFFD. */
function legible(octets: Bytes, { conduct }: Access): Bytes {
  return conduct.notUtf8 === 'replaced' && BEYOND_ASCII.test(octets) ? bytes(text(octets)) : octets;
}
