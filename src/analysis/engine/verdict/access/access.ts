import type { PartitionKey } from '../../base/partition-key';
import type { Profile } from '../../base/profile';
import type { Bytes, Instant } from '../../base/units';
import { type Dialect, dialectOf } from '../../header/dialect';
import { isSameSite } from '../../site/same-site';
import { type Site, siteOf, siteOfParts } from '../../site/schemeful';
import { isTrustworthy } from '../../site/trustworthy';
import { type UrlParts, urlParts } from '../../site/url-parts';
import { type Behavior, behaviorOf } from './browsers';
import { isUnknown, type RequestContext, type Unknown } from './context';
import { type ResolvedHost, resolveHost } from './domain';
import { isEnclosed, isThirdParty, mayAlwaysSet, type Relation, sendRelation } from './site-relation';
import type { ThirdPartyPolicy } from './third-party-defaults';

export type { ThirdPartyPolicy } from './third-party-defaults';

/** An access to the jar: a request and its response, or a script's use of document.cookie. */
export interface CookieAccess {
  /** Of the request, or of the script's document. */
  readonly url: string;
  readonly via: 'http' | 'script';
  readonly context: RequestContext;
  readonly at: Instant;
  /** The response's Date header; null = none, or a script. */
  readonly date: Bytes | null;
}

/** Whose rules, and what the user allows third parties. */
export interface EngineSettings {
  readonly profile: Profile;
  /** `default` = as the profile's browser comes. */
  readonly thirdParty: ThirdPartyPolicy | 'default' | Unknown;
}

/** An access with everything worked out that all its cookies share: made once, asked for each of them. */
export interface Access extends CookieAccess {
  readonly profile: Profile;
  readonly behavior: Behavior;
  readonly dialect: Dialect;
  readonly policy: ThirdPartyPolicy | Unknown;
  /** null = the URL has no host we can make out. */
  readonly parts: UrlParts | null;
  readonly host: string;
  readonly to: ResolvedHost;
  /** What the host's cookies are kept under: the registrable domain, or the host itself. */
  readonly siteKey: string;
  readonly path: Bytes;
  /** Whether Secure cookies may be set and sent here. */
  readonly trustworthy: boolean;
  readonly relation: Relation | Unknown;
  /** Whether cookies for the same site only may be set. */
  readonly setsSameSite: boolean | Unknown;
  readonly thirdParty: boolean | Unknown;
  /** The key of partitioned cookies as the profile makes it. */
  readonly key: PartitionKey | null | Unknown;
  /** The key that cookies without Partitioned get here: null = they are not partitioned. */
  readonly plainKey: PartitionKey | null | Unknown;
}

const ROOT = '/' as Bytes;

/** Prepares an access for questions about its cookies. Any URL and context are taken. */
export function accessOf(access: CookieAccess, { profile, thirdParty }: EngineSettings): Access {
  const behavior = behaviorOf(profile);
  const { url, via, context, at, date } = access;
  const parts = urlParts(url);
  const site = parts === null ? null : siteOfParts(parts);
  const to = resolveHost(parts?.host ?? '', behavior);
  const policy = thirdParty === 'default' ? behavior.thirdParty : thirdParty;
  const foreign = isThirdParty(context, site, behavior);
  const key = partitionKeyOf(context, site, behavior);
  // Field by field: spread, so large an object would be a slow one, and every step reads it.
  return {
    url,
    via,
    context,
    at,
    date,
    profile,
    behavior,
    dialect: dialectOf(profile),
    policy,
    parts,
    host: to.host,
    to,
    siteKey: to.registrable ?? to.host,
    path: parts?.path ?? ROOT,
    trustworthy: parts !== null && isTrustworthy(parts),
    relation: sendRelation(context, site, behavior),
    setsSameSite: mayAlwaysSet(context, site, behavior),
    thirdParty: foreign,
    key,
    plainKey: behavior.unpartitionedInFrame === 'one-jar' && isUnknown(policy) ? null : plainKeyOf(policy, foreign, key),
  };
}

/** @see https://github.com/privacycg/CHIPS (no normative text yet) */
function partitionKeyOf(context: RequestContext, site: Site | null, behavior: Behavior): PartitionKey | null | Unknown {
  const { partitionKey } = context;
  if (partitionKey === null || isUnknown(partitionKey)) return partitionKey;
  const { topLevelSite, crossSiteAncestor } = partitionKey;
  const top = siteOf(topLevelSite);
  if (top === null) return partitionKey;
  const atHome = isSameSite(top, site, behavior.schemefulSite);
  if (behavior.ancestorBit === 'request') return { topLevelSite, crossSiteAncestor: atHome ? crossSiteAncestor : true };
  return { topLevelSite, crossSiteAncestor: atHome && crossSiteAncestor !== false ? isEnclosed(context, site, behavior) : false };
}

function plainKeyOf(
  policy: ThirdPartyPolicy | Unknown,
  thirdParty: boolean | Unknown,
  key: PartitionKey | null | Unknown,
): PartitionKey | null | Unknown {
  if (policy === 'allow' || policy === 'block' || thirdParty === false) return null;
  if (isUnknown(policy)) return policy;
  return isUnknown(thirdParty) ? thirdParty : key;
}
