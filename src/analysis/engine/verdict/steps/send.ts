import type { PartitionKey } from '../../base/partition-key';
import { isSamePartition } from '../../jar/identity';
import { domainMatches, pathMatches } from '../../jar/match';
import type { StoredCookie } from '../../jar/stored-cookie';
import type { Access } from '../access/access';
import { isUnknown } from '../access/context';
import { cannotTellWithout, failed, type Judgement, NOT_APPLICABLE, PASSED, passIf } from './judgement';
import {
  contextInputs,
  input,
  isoTime,
  keyInputs,
  NO_INPUTS,
  pathInput,
  policyInputs,
  type StepInput,
  sameSiteInput,
  schemeInputs,
  viaInputs,
} from './step-inputs';

/** One check of a stored cookie against a request, in the standard's words. */
export interface SendStep<Id extends string, Why extends string> {
  readonly id: Id;
  readonly section: string;
  readonly judge: (cookie: StoredCookie, access: Access) => Judgement<Why>;
  readonly inputs: (cookie: StoredCookie, access: Access) => readonly StepInput[];
}

const sendStep = <const Id extends string, const Why extends string>(step: SendStep<Id, Why>): SendStep<Id, Why> => step;

const domain = sendStep({
  id: 'send-domain',
  section: '§5.8.3 step 1',
  judge(cookie, { host, parts }) {
    if (parts === null) return cannotTellWithout('url');
    if (cookie.domain === host) return PASSED;
    if (!domainMatches(host, cookie.domain)) return failed('domain-mismatch');
    return cookie.hostOnly ? failed('domain-host-only') : PASSED;
  },
  inputs: (cookie, { host }) => [input(cookie.hostOnly ? 'host-only' : 'domain', cookie.domain), input('host', host)],
});

const path = sendStep({
  id: 'send-path',
  section: '§5.8.3 step 1',
  judge: (cookie, access) => passIf(pathMatches(access.path, cookie.path), 'path-mismatch'),
  inputs: (cookie, access) => [pathInput('cookie-path', cookie.path), pathInput('path', access.path)],
});

const secure = sendStep({
  id: 'send-secure',
  section: '§5.8.3 step 1',
  judge: (cookie, { trustworthy }) => (cookie.secure ? passIf(trustworthy, 'secure-insecure-request') : NOT_APPLICABLE),
  inputs: (_cookie, access) => schemeInputs(access),
});

const httpOnly = sendStep({
  id: 'send-http-only',
  section: '§5.8.3 step 1',
  judge: (cookie, { via }) => (cookie.httpOnly ? passIf(via === 'http', 'http-only-script-read') : NOT_APPLICABLE),
  inputs: (_cookie, access) => viaInputs(access),
});

const sameSite = sendStep({
  id: 'send-same-site',
  section: '§5.8.3 step 1',
  judge(cookie, { relation, behavior, at }) {
    if (cookie.sameSite === 'none') return cookie.secure ? NOT_APPLICABLE : failed('same-site-none-insecure');
    if (cookie.sameSite === 'absent' && behavior.absentSameSite === 'none') return NOT_APPLICABLE;
    if (isUnknown(relation)) return cannotTellWithout(relation.unknown);
    if (relation === 'strict') return PASSED;
    if (cookie.sameSite === 'strict') return failed('same-site-strict');
    if (relation === 'lax') return PASSED;
    if (cookie.sameSite === 'lax') return failed(relation === 'cross' ? 'same-site-lax' : 'same-site-lax-unsafe-method');
    // §5.6.7.2: a young cookie without SameSite still goes with a top-level POST.
    const young = behavior.unsafeWindow !== null && at - cookie.creation <= behavior.unsafeWindow * 1000;
    return passIf(relation === 'lax-unsafe' && young, 'same-site-default-lax');
  },
  inputs: (cookie, access) => [sameSiteInput(cookie.sameSite), ...contextInputs(access)],
});

const expiry = sendStep({
  id: 'send-expiry',
  section: '§5.3',
  judge(cookie, { at }) {
    if (cookie.expires === null) return NOT_APPLICABLE;
    return Number.isNaN(at) ? cannotTellWithout('clock') : passIf(cookie.expires > at, 'expired');
  },
  inputs: ({ expires }) => (expires === null || Math.abs(expires) >= 8.64e15 ? NO_INPUTS : [input('until', isoTime(expires))]),
});

/** Cookies of one key go only where the key is the same; unpartitioned ones where the policy lets them be. */
const partition = sendStep({
  id: 'send-partition',
  section: 'CHIPS',
  judge(cookie, { key, plainKey }) {
    if (cookie.partition === null) {
      if (isUnknown(plainKey)) return cannotTellWithout(plainKey.unknown);
      return plainKey === null ? NOT_APPLICABLE : failed('partition-mismatch');
    }
    if (isUnknown(key)) return cannotTellWithout(key.unknown);
    if (isUndecided(cookie.partition, key)) return cannotTellWithout('cross-site-ancestor');
    return passIf(isSamePartition(cookie.partition, key), 'partition-mismatch');
  },
  inputs: (cookie, { key }) => [...keyInputs('partition', cookie.partition), ...keyInputs('request-partition', key)],
});

const thirdParty = sendStep({
  id: 'send-third-party',
  section: 'policy',
  judge(cookie, { thirdParty: foreign, policy }) {
    if (foreign === false) return NOT_APPLICABLE;
    if (policy === 'allow' || policy === 'partition' || cookie.partition !== null) return PASSED;
    if (isUnknown(foreign)) return cannotTellWithout(foreign.unknown);
    return isUnknown(policy) ? cannotTellWithout(policy.unknown) : failed('third-party-blocked');
  },
  inputs: (_cookie, access) => policyInputs(access),
});

/** Same top-level site, and one of the two does not say whether another site lies between. */
function isUndecided(a: PartitionKey, b: PartitionKey | null): boolean {
  if (b === null || a.topLevelSite !== b.topLevelSite || a.crossSiteAncestor === b.crossSiteAncestor) return false;
  return a.crossSiteAncestor === null || b.crossSiteAncestor === null;
}

const STEPS = [domain, path, secure, httpOnly, sameSite, expiry, partition, thirdParty] as const;

type Any = (typeof STEPS)[number];
export type SendStepId = Any['id'];
type ReasonOf<S> = S extends SendStep<string, infer Why> ? Why : never;
/** Why a cookie of the jar was not sent, but for what Fetch decides before any step. */
export type SendStepReason = ReasonOf<Any>;

/** Every check of a stored cookie, in the standard's order. */
export const SEND_STEPS: readonly SendStep<SendStepId, SendStepReason>[] = STEPS;

/** Whether no step objects; as with setting, each step is called by its name for speed. */
export const allSendStepsPass = (cookie: StoredCookie, access: Access): boolean =>
  domain.judge(cookie, access).fine &&
  path.judge(cookie, access).fine &&
  secure.judge(cookie, access).fine &&
  httpOnly.judge(cookie, access).fine &&
  sameSite.judge(cookie, access).fine &&
  expiry.judge(cookie, access).fine &&
  partition.judge(cookie, access).fine &&
  thirdParty.judge(cookie, access).fine;
