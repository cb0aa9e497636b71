import type { PartitionKey } from '../facts/fact';
import type { Bytes, Instant } from '../facts/units';
import { pathMatches } from '../jar/match';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from '../verdict/access';
import { isUnknown, type Unknown } from '../verdict/context';
import type { Credentials } from './credentials';

interface Kept<Answer> {
  readonly header: Bytes;
  readonly from: Instant;
  /** The first of the cookies expires then. */
  readonly until: number;
  readonly answer: Answer;
}

interface Site<Answer> {
  /** The different paths of its cookies: a request's path matters only by which of these it is in. */
  readonly paths: readonly Bytes[];
  readonly until: number;
  readonly answers: Map<string, Kept<Answer>>;
}

/**
 * Answers that hold again for a request that is like an earlier one: same cookies of the site, same header, same
 * circumstances. Most requests of a page are.
 */
export class Repeats<Answer> {
  /** By the jar's list of a site, which is never changed: another list is another jar. */
  readonly #sites = new WeakMap<readonly StoredCookie[], Site<Answer>>();

  recall(cookies: readonly StoredCookie[], header: Bytes, access: Access, credentials: Credentials): Answer | null {
    const site = this.#sites.get(cookies);
    if (site === undefined || dependsOnAge(access)) return null;
    const kept = site.answers.get(likeness(site, access, credentials));
    const holds = kept !== undefined && access.at >= kept.from && access.at < kept.until && kept.header === header;
    return holds ? kept.answer : null;
  }

  keep(cookies: readonly StoredCookie[], header: Bytes, access: Access, credentials: Credentials, answer: Answer): void {
    if (cookies.length === 0 || dependsOnAge(access)) return;
    const site = this.#sites.get(cookies) ?? siteOf<Answer>(cookies);
    this.#sites.set(cookies, site);
    // What expires is judged against the time: past that, each request is judged anew.
    site.answers.set(likeness(site, access, credentials), { header, from: access.at, until: site.until, answer });
  }
}

/** Lax-allowing-unsafe looks at how old a cookie is. */
const dependsOnAge = ({ relation }: Access): boolean => relation === 'lax-unsafe';

function siteOf<Answer>(cookies: readonly StoredCookie[]): Site<Answer> {
  let until = Number.POSITIVE_INFINITY;
  for (const { expires } of cookies) if (expires !== null && expires < until) until = expires;
  return { paths: [...new Set(cookies.map(({ path }) => path))], until, answers: new Map() };
}

/** Everything of the access that any step of sending looks at, but the time. */
function likeness({ paths }: Site<unknown>, access: Access, credentials: Credentials): string {
  const { profile, host, via, trustworthy, parts, relation, thirdParty, policy, key, plainKey } = access;
  let within = '';
  for (const path of paths) within += pathMatches(access.path, path) ? '1' : '0';
  return [
    profile,
    host,
    via,
    parts === null,
    trustworthy,
    wordOf(relation),
    wordOf(thirdParty),
    wordOf(policy),
    keyOf(key),
    keyOf(plainKey),
    wordOf(credentials),
    within,
  ].join(' ');
}

const wordOf = (value: string | boolean | Unknown): string => (isUnknown(value) ? `?${value.unknown}` : String(value));

const keyOf = (key: PartitionKey | null | Unknown): string =>
  key === null || isUnknown(key) ? `?${key?.unknown}` : `${key.topLevelSite},${key.crossSiteAncestor}`;
