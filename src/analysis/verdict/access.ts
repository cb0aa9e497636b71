import type { PartitionKey } from '../facts/fact';
import type { Profile } from '../facts/profile';
import type { Bytes, Instant } from '../facts/units';
import { isSameSite } from '../site/same-site';
import { type Site, siteOf, siteOfParts } from '../site/schemeful';
import { isTrustworthy } from '../site/trustworthy';
import { type UrlParts, urlParts } from '../site/url-parts';
import { type Conduct, conductOf } from './browsers';
import { isUnknown, type RequestContext, type Unknown } from './context';
import { type Host, hostOf } from './domain';
import { isEnclosed, isThirdParty, mayAlwaysSet, type Relation, sendRelation } from './site-relation';
import type { ThirdPartyPolicy } from './verdict';

/** An access to the jar: a request and its response, or a script's use of document.cookie. */
export interface Occasion {
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

/** An occasion with everything worked out that all its cookies share: made once, asked for each of them. */
export interface Access extends Occasion {
  readonly profile: Profile;
  readonly conduct: Conduct;
  readonly policy: ThirdPartyPolicy | Unknown;
  /** null = the URL has no host we can make out. */
  readonly parts: UrlParts | null;
  readonly host: string;
  readonly to: Host;
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

/** Prepares an occasion for questions about its cookies. Any URL and context are taken. */
export function accessOf(occasion: Occasion, { profile, thirdParty }: EngineSettings): Access {
  const conduct = conductOf(profile);
  const { url, via, context, at, date } = occasion;
  const parts = urlParts(url);
  const site = parts === null ? null : siteOfParts(parts);
  const to = hostOf(parts?.host ?? '', conduct);
  const policy = thirdParty === 'default' ? conduct.thirdParty : thirdParty;
  const foreign = isThirdParty(context, site, conduct);
  const key = partitionKeyOf(context, site, conduct);
  // Field by field: spread, so large an object would be a slow one, and every step reads it.
  return {
    url,
    via,
    context,
    at,
    date,
    profile,
    conduct,
    policy,
    parts,
    host: to.host,
    to,
    siteKey: to.registrable ?? to.host,
    path: parts?.path ?? ROOT,
    trustworthy: parts !== null && isTrustworthy(parts),
    relation: sendRelation(context, site, conduct),
    setsSameSite: mayAlwaysSet(context, site, conduct),
    thirdParty: foreign,
    key,
    plainKey: plainKeyOf(policy, foreign, key),
  };
}

/** @see https://github.com/privacycg/CHIPS (no normative text yet) */
function partitionKeyOf(context: RequestContext, site: Site | null, conduct: Conduct): PartitionKey | null | Unknown {
  const { partitionKey } = context;
  if (partitionKey === null || isUnknown(partitionKey)) return partitionKey;
  const { topLevelSite, crossSiteAncestor } = partitionKey;
  const top = siteOf(topLevelSite);
  if (top === null) return partitionKey;
  const atHome = isSameSite(top, site, conduct.schemefulSite);
  if (conduct.ancestorBit === 'request') return { topLevelSite, crossSiteAncestor: atHome ? crossSiteAncestor : true };
  return { topLevelSite, crossSiteAncestor: atHome && crossSiteAncestor !== false ? isEnclosed(context, site, conduct) : false };
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
