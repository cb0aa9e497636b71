import { text } from '../../base/bytes';
import type { DomainFault } from '../access/domain';
import { cannotTellWithout, failed, type Judgement, NOT_APPLICABLE, PASSED, passIf } from './judgement';
import type { SetContext } from './set-context';
import { noOctets, setStep, the } from './set-step';
import { input, isoTime, NO_INPUTS, pathInput, type StepInput } from './step-inputs';

const BEYOND_ASCII = /[\x80-\xff]/;

export const lifetime = setStep({
  id: 'set-lifetime',
  section: '§5.7 step 3',
  reasons: {},
  judge({ line, access }) {
    if (line.maxAge === null && line.expires === null) return NOT_APPLICABLE;
    return Number.isNaN(access.at) ? cannotTellWithout('clock') : PASSED;
  },
  inputs({ lifetime: { expires, from, capped } }) {
    if (expires === null) return NO_INPUTS;
    const until = [input('lifetime-from', from), input('until', isoTime(expires))];
    return capped ? [...until, input('capped', '400')] : until;
  },
});

export const domainAscii = setStep({
  id: 'set-domain-ascii',
  section: '§5.7 step 8',
  reasons: { 'domain-non-ascii': the('domain') },
  judge: (context) => domainStep(context, 'domain-non-ascii'),
  inputs: domainInputs,
});

export const publicSuffix = setStep({
  id: 'set-public-suffix',
  section: '§5.7 step 9',
  reasons: { 'domain-public-suffix': the('domain') },
  judge: (context) => domainStep(context, 'domain-public-suffix'),
  inputs: domainInputs,
});

export const domainMatch = setStep({
  id: 'set-domain-match',
  section: '§5.7 step 10',
  reasons: { 'domain-mismatch': the('domain'), 'domain-invalid': noOctets },
  judge: (context) => domainStep(context, context.domain.fault === 'domain-invalid' ? 'domain-invalid' : 'domain-mismatch'),
  inputs: domainInputs,
});

export const path = setStep({
  id: 'set-path',
  section: 'layered-cookies',
  reasons: { 'path-non-ascii': the('path'), 'path-tab': the('path') },
  judge({ path: own, access: { behavior } }) {
    if (behavior.pathNonAscii === 'refused' && BEYOND_ASCII.test(own)) return failed('path-non-ascii');
    return passIf(behavior.pathTab === 'kept' || !own.includes('\t'), 'path-tab');
  },
  inputs: ({ path: own }) => [pathInput('path', own)],
});

/** Each of the three steps on Domain fails for its own fault; past an earlier one there is nothing left to look at. */
function domainStep<Fault extends DomainFault>({ domain: { fault }, line }: SetContext, own: Fault): Judgement<Fault> {
  if (fault !== null) return fault === own ? failed(own) : NOT_APPLICABLE;
  return line.domain === null || line.domain === '' ? NOT_APPLICABLE : PASSED;
}

function domainInputs({ line, access }: SetContext): readonly StepInput[] {
  const host = input('host', access.host);
  return line.domain === null ? [host] : [input('domain', text(line.domain)), host];
}
