import { hasOnlySecureLeft } from '../../jar/evict';
import { SITE_LIMITS } from '../../jar/limits';
import { isUnknown } from '../access/context';
import { cannotTellWithout, failed, NOT_APPLICABLE, PASSED, passIf } from './judgement';
import { noOctets, setStep, the, theName } from './set-step';
import { keyInputs, NO_INPUTS, policyInputs, viaInputs } from './step-inputs';

export const partitioned = setStep({
  id: 'set-partitioned',
  section: 'CHIPS',
  reasons: { 'partitioned-insecure': the('partitioned') },
  judge({ line, access }) {
    if (!line.partitioned) return NOT_APPLICABLE;
    if (!line.secure || !access.trustworthy) return failed('partitioned-insecure');
    return isUnknown(access.key) ? cannotTellWithout(access.key.unknown) : PASSED;
  },
  inputs: ({ partition }) => keyInputs('partition', partition),
});

export const thirdParty = setStep({
  id: 'set-third-party',
  section: 'policy',
  reasons: { 'third-party-blocked': noOctets },
  judge({ line, access }) {
    if (access.thirdParty === false) return NOT_APPLICABLE;
    if (access.policy === 'allow' || line.partitioned) return PASSED;
    // Kept apart: it is enough that the key is known.
    if (access.policy === 'partition') return isUnknown(access.plainKey) ? cannotTellWithout(access.plainKey.unknown) : PASSED;
    if (access.thirdParty !== true) return cannotTellWithout(access.thirdParty.unknown);
    return isUnknown(access.policy) ? cannotTellWithout(access.policy.unknown) : failed('third-party-blocked');
  },
  inputs: ({ access }) => policyInputs(access),
});

export const overwriteHttpOnly = setStep({
  id: 'set-overwrite-http-only',
  section: '§5.7 step 23.2',
  reasons: { 'overwrite-http-only': theName },
  judge({ before, access }) {
    if (before === null || access.via === 'http') return NOT_APPLICABLE;
    return passIf(!before.httpOnly, 'overwrite-http-only');
  },
  inputs: ({ access }) => viaInputs(access),
});

export const limit = setStep({
  id: 'set-limit',
  section: '§6.1',
  reasons: { 'limit-secure-only-left': noOctets },
  judge({ site, access, line, before, partition }) {
    const limits = SITE_LIMITS[access.profile];
    if (limits === null || site === null || site.size < limits.most || before !== null || isUnknown(partition))
      return NOT_APPLICABLE;
    const full = hasOnlySecureLeft(site.ordered(), { partition, secure: line.secure }, limits, access.at);
    return passIf(!full, 'limit-secure-only-left');
  },
  inputs: () => NO_INPUTS,
});
