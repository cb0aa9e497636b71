import { hasOnlySecureLeft } from '../jar/evict';
import { isSamePartition } from '../jar/identity';
import { SITE_LIMITS } from '../jar/limits';
import { domainMatches, pathMatches } from '../jar/match';
import { isUnknown } from './context';
import { cannotTell, failed, type Judgement, NOT_APPLICABLE, PASSED } from './judgement';
import { isLineFine, isPlaceFine, LINE_STEPS, PLACE_STEPS } from './line-steps';
import { isPrefixFine, PREFIX_STEPS } from './prefix-steps';
import type { SetScene } from './set-scene';
import { passedOr, type SetStep } from './set-step';

/** Every check of a line, in the standard's order. */
export const SET_STEPS: readonly SetStep[] = [
  ...LINE_STEPS,
  ...PLACE_STEPS,
  { id: 'set-secure', section: '§5.7 step 13', judge: secure },
  { id: 'set-http-only', section: '§5.7 step 15', judge: httpOnly },
  { id: 'set-leave-secure-alone', section: '§5.7 step 16', judge: leaveSecureAlone },
  { id: 'set-same-site', section: '§5.7 step 18', judge: sameSite },
  { id: 'set-none-secure', section: '§5.7 step 19', judge: noneSecure },
  ...PREFIX_STEPS,
  { id: 'set-partitioned', section: 'CHIPS', judge: partitioned },
  { id: 'set-third-party', section: 'policy', judge: thirdParty },
  { id: 'set-overwrite-http-only', section: '§5.7 step 23.2', judge: overwriteHttpOnly },
  { id: 'set-limit', section: '§6.1', judge: limit },
];

/**
 * Whether no step objects: the same functions as in the list, called by name, because a compiler sees through that.
 * Nearly every line is fine, so this is what setting costs; what objects is then asked of the list.
 */
export const isAllFine = (scene: SetScene): boolean =>
  isLineFine(scene) &&
  isPlaceFine(scene) &&
  secure(scene).fine &&
  httpOnly(scene).fine &&
  leaveSecureAlone(scene).fine &&
  sameSite(scene).fine &&
  noneSecure(scene).fine &&
  isPrefixFine(scene) &&
  partitioned(scene).fine &&
  thirdParty(scene).fine &&
  overwriteHttpOnly(scene).fine &&
  limit(scene).fine;

function secure({ line, access }: SetScene): Judgement {
  if (!line.secure) return NOT_APPLICABLE;
  return access.parts === null ? cannotTell('url') : passedOr('secure-insecure-origin', access.trustworthy);
}

function httpOnly({ line, access }: SetScene): Judgement {
  return line.httpOnly ? passedOr('http-only-from-script', access.via === 'http') : NOT_APPLICABLE;
}

/** A cookie from an insecure origin may not stand beside a Secure one of its name where both would be sent. */
function leaveSecureAlone({ site, access, line, name, domain, path, partition }: SetScene): Judgement {
  if (access.trustworthy || access.parts === null) return NOT_APPLICABLE;
  if (line.secure && access.conduct.overwriteSecure === 'insecure-line') return NOT_APPLICABLE;
  if (site === null) return PASSED;
  for (const cookie of site.named(name)) {
    if (!cookie.secure || !pathMatches(path, cookie.path)) continue;
    if (!domainMatches(cookie.domain, domain.domain) && !domainMatches(domain.domain, cookie.domain)) continue;
    if (isUnknown(partition)) return cannotTell(partition.unknown);
    if (isSamePartition(cookie.partition, partition)) return failed('overwrite-secure');
  }
  return PASSED;
}

function sameSite({ line, access }: SetScene): Judgement {
  if (line.sameSite === 'none' || (line.sameSite === 'absent' && access.conduct.absentSameSite === 'none')) return NOT_APPLICABLE;
  const may = access.setsSameSite;
  if (may === true) return PASSED;
  return may === false ? failed('same-site-cross-site') : cannotTell(may.unknown);
}

function noneSecure({ line }: SetScene): Judgement {
  return line.sameSite === 'none' ? passedOr('same-site-none-insecure', line.secure) : NOT_APPLICABLE;
}

function partitioned({ line, access }: SetScene): Judgement {
  if (!line.partitioned) return NOT_APPLICABLE;
  if (!line.secure || !access.trustworthy) return failed('partitioned-insecure');
  return isUnknown(access.key) ? cannotTell(access.key.unknown) : PASSED;
}

function thirdParty({ line, access }: SetScene): Judgement {
  if (access.thirdParty === false) return NOT_APPLICABLE;
  if (access.policy === 'allow' || line.partitioned) return PASSED;
  // Kept apart: it is enough that the key is known.
  if (access.policy === 'partition') return isUnknown(access.plainKey) ? cannotTell(access.plainKey.unknown) : PASSED;
  if (access.thirdParty !== true) return cannotTell(access.thirdParty.unknown);
  return isUnknown(access.policy) ? cannotTell(access.policy.unknown) : failed('third-party-blocked');
}

function overwriteHttpOnly({ before, access }: SetScene): Judgement {
  if (before === null || access.via === 'http') return NOT_APPLICABLE;
  return passedOr('overwrite-http-only', !before.httpOnly);
}

function limit({ site, access, line, before, partition }: SetScene): Judgement {
  const limits = SITE_LIMITS[access.profile];
  if (limits === null || site === null || site.size < limits.most || before !== null || isUnknown(partition))
    return NOT_APPLICABLE;
  const full = hasOnlySecureLeft(site.ordered(), { partition, secure: line.secure }, limits, access.at);
  return passedOr('limit-secure-only-left', !full);
}
