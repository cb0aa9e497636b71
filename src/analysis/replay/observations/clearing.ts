import type { PartitionKey } from '../../engine/base/partition-key';
import type { Profile } from '../../engine/base/profile';
import type { Instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { siteDomain } from '../../engine/site/registrable';
import type { Access } from '../../engine/verdict/access/access';
import { behaviorOf } from '../../engine/verdict/access/browsers';
import { isUnknown } from '../../engine/verdict/access/context';
import type { StoreId, TabId } from '../../facts/fact';

/** Which cookies a response with `Clear-Site-Data: "cookies"` can delete. */
export interface Reach {
  readonly host: string;
  /** Whether those in no partition are among them. */
  readonly unpartitioned: boolean;
  /** The partition that it reaches; null = none, as far as is known. */
  readonly partition: PartitionKey | null;
}

/** A response that clears the browser's cookies: the recorded tab's (id of its row), or another tab's. */
export interface Clearing extends Reach {
  readonly storeId: StoreId;
  readonly by: { readonly exchange: string } | { readonly tabId: TabId };
  readonly at: Instant;
}

/** What a response clears in the place where it came; null = nothing, for it came over an insecure connection. */
export function reachOf({ host, trustworthy, thirdParty, policy, key, profile }: Access): Reach | null {
  if (!trustworthy) return null;
  // Measured: Firefox 153 keeps the partition that a site has on its own pages.
  const reachesPartition = thirdParty === true || behaviorOf(profile).clearSiteData === 'site';
  return {
    host,
    unpartitioned: thirdParty === false || policy === 'allow',
    partition: reachesPartition && !isUnknown(key) ? key : null,
  };
}

/** Whether a cookie is within reach, by the rules of a browser. */
export function reaches(
  { host, unpartitioned, partition }: Reach,
  cookie: Pick<StoredCookie, 'domain' | 'partition'>,
  profile: Profile,
): boolean {
  const isOfHost =
    behaviorOf(profile).clearSiteData === 'host' ? cookie.domain === host : siteDomain(cookie.domain) === siteDomain(host);
  if (!isOfHost) return false;
  return cookie.partition === null ? unpartitioned : cookie.partition.topLevelSite === partition?.topLevelSite;
}
