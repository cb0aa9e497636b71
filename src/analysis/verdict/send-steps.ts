import type { PartitionKey } from '../facts/fact';
import { isSamePartition } from '../jar/identity';
import { domainMatches, pathMatches } from '../jar/match';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access';
import { isUnknown } from './context';
import { cannotTell, failed, type Judgement, NOT_APPLICABLE, PASSED } from './judgement';
import type { Step } from './verdict';

/** One check of a stored cookie against a request, in the standard's words. */
export interface SendStep {
  readonly id: string;
  readonly section: Step['section'];
  readonly judge: (cookie: StoredCookie, access: Access) => Judgement;
}

export const SEND_STEPS: readonly SendStep[] = [
  { id: 'send-domain', section: '§5.8.3 step 1', judge: domain },
  { id: 'send-path', section: '§5.8.3 step 1', judge: path },
  { id: 'send-secure', section: '§5.8.3 step 1', judge: secure },
  { id: 'send-http-only', section: '§5.8.3 step 1', judge: httpOnly },
  { id: 'send-same-site', section: '§5.8.3 step 1', judge: sameSite },
  { id: 'send-expiry', section: '§5.3', judge: expiry },
  { id: 'send-partition', section: 'CHIPS', judge: partition },
  { id: 'send-third-party', section: 'policy', judge: thirdParty },
];

/** Whether no step objects: the same functions as in the list, called by name, because a compiler sees through that. */
export const isAllFine = (cookie: StoredCookie, access: Access): boolean =>
  domain(cookie, access).fine &&
  path(cookie, access).fine &&
  secure(cookie, access).fine &&
  httpOnly(cookie, access).fine &&
  sameSite(cookie, access).fine &&
  expiry(cookie, access).fine &&
  partition(cookie, access).fine &&
  thirdParty(cookie, access).fine;

function domain(cookie: StoredCookie, { host, parts }: Access): Judgement {
  if (parts === null) return cannotTell('url');
  if (cookie.domain === host) return PASSED;
  if (!domainMatches(host, cookie.domain)) return failed('domain-mismatch');
  return cookie.hostOnly ? failed('domain-host-only') : PASSED;
}

function path(cookie: StoredCookie, access: Access): Judgement {
  return pathMatches(access.path, cookie.path) ? PASSED : failed('path-mismatch');
}

function secure(cookie: StoredCookie, { trustworthy }: Access): Judgement {
  if (!cookie.secure) return NOT_APPLICABLE;
  return trustworthy ? PASSED : failed('secure-insecure-request');
}

function httpOnly(cookie: StoredCookie, { via }: Access): Judgement {
  if (!cookie.httpOnly) return NOT_APPLICABLE;
  return via === 'http' ? PASSED : failed('http-only-script-read');
}

function sameSite(cookie: StoredCookie, { relation, conduct, at }: Access): Judgement {
  if (cookie.sameSite === 'none') return cookie.secure ? NOT_APPLICABLE : failed('same-site-none-insecure');
  if (cookie.sameSite === 'absent' && conduct.absentSameSite === 'none') return NOT_APPLICABLE;
  if (isUnknown(relation)) return cannotTell(relation.unknown);
  if (relation === 'strict') return PASSED;
  if (cookie.sameSite === 'strict') return failed('same-site-strict');
  if (relation === 'lax') return PASSED;
  if (cookie.sameSite === 'lax') return failed(relation === 'cross' ? 'same-site-lax' : 'same-site-lax-unsafe-method');
  // §5.6.7.2: a young cookie without SameSite still goes with a top-level POST.
  const young = conduct.unsafeWindow !== null && at - cookie.creation <= conduct.unsafeWindow * 1000;
  return relation === 'lax-unsafe' && young ? PASSED : failed('same-site-default-lax');
}

function expiry(cookie: StoredCookie, { at }: Access): Judgement {
  if (cookie.expires === null) return NOT_APPLICABLE;
  if (Number.isNaN(at)) return cannotTell('clock');
  return cookie.expires > at ? PASSED : failed('expired');
}

/** Cookies of one key go only where the key is the same; unpartitioned ones where the policy lets them be. */
function partition(cookie: StoredCookie, access: Access): Judgement {
  if (cookie.partition === null) {
    if (isUnknown(access.plainKey)) return cannotTell(access.plainKey.unknown);
    return access.plainKey === null ? NOT_APPLICABLE : failed('partition-mismatch');
  }
  const { key } = access;
  if (isUnknown(key)) return cannotTell(key.unknown);
  if (isUndecided(cookie.partition, key)) return cannotTell('cross-site-ancestor');
  return isSamePartition(cookie.partition, key) ? PASSED : failed('partition-mismatch');
}

/** Same top-level site, and one of the two does not say whether another site lies between. */
function isUndecided(a: PartitionKey, b: PartitionKey | null): boolean {
  if (b === null || a.topLevelSite !== b.topLevelSite || a.crossSiteAncestor === b.crossSiteAncestor) return false;
  return a.crossSiteAncestor === null || b.crossSiteAncestor === null;
}

function thirdParty(cookie: StoredCookie, access: Access): Judgement {
  if (access.thirdParty === false) return NOT_APPLICABLE;
  if (access.policy === 'allow' || access.policy === 'partition' || cookie.partition !== null) return PASSED;
  if (isUnknown(access.thirdParty)) return cannotTell(access.thirdParty.unknown);
  return isUnknown(access.policy) ? cannotTell(access.policy.unknown) : failed('third-party-blocked');
}
