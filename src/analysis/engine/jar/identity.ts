import type { PartitionKey } from '../base/partition-key';
import type { Bytes } from '../base/units';

/** What makes two cookies one: a new line of the same identity replaces the old cookie. @see RFC 6265bis §5.7 step 23 */
export interface Identity {
  readonly name: Bytes;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: Bytes;
  readonly partition: PartitionKey | null;
}

/** Whether two identities of one name are the same. */
export function isSamePlace(a: Identity, b: Identity): boolean {
  return a.hostOnly === b.hostOnly && a.path === b.path && a.domain === b.domain && isSamePartition(a.partition, b.partition);
}

/** Whether two keys are one; null = unpartitioned. */
export function isSamePartition(a: PartitionKey | null, b: PartitionKey | null): boolean {
  if (a === null || b === null) return a === b;
  return a.topLevelSite === b.topLevelSite && a.crossSiteAncestor === b.crossSiteAncestor;
}
