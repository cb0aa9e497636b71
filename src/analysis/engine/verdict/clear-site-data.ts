import type { PartitionKey } from '../base/partition-key';
import type { Profile } from '../base/profile';
import type { StoredCookie } from '../jar/stored-cookie';
import { siteDomain } from '../site/registrable';
import type { Access } from './access/access';
import { behaviorOf } from './access/browsers';
import { isUnknown } from './access/context';

/** Which cookies a response with `Clear-Site-Data: "cookies"` can delete. */
export interface Reach {
  readonly host: string;
  /** Whether those in no partition are among them. */
  readonly unpartitioned: boolean;
  /** The partition that it reaches; null = none, as far as is known. */
  readonly partition: PartitionKey | null;
}

/** What a response clears in the place where it came; null = nothing, for it came over an insecure connection. */
export function reachOf({ host, trustworthy, thirdParty, policy, key, behavior }: Access): Reach | null {
  if (!trustworthy) return null;
  // Measured: Firefox 153 keeps the partition that a site has on its own pages.
  const reachesPartition = thirdParty === true || behavior.clearSiteData === 'site';
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
