import type { ThirdPartyPolicy } from '../analysis/engine/verdict/verdict';
import type { PolicyBasis, PolicyReading } from '../analysis/replay/rows/policy-basis';
import { say } from './catalogue';

/** What is done with third-party cookies: "blocked". */
export const policyWords = (policy: ThirdPartyPolicy): string => say(`policy.${policy}`);

/**
 * What a request was judged by, and where that was read.
 * @param exchange id of the request that is spoken of: what was read in it needs no address
 */
export function basisText(basis: PolicyBasis, exchange: string): string {
  const policy = policyWords(basis.policy);
  if (basis.kind !== 'read') return say(`policy.by-${basis.kind}`, { policy });
  return basis.exchange === exchange
    ? say('policy.here', { evidence: policyEvidenceText(basis), policy })
    : say('policy.there', { evidence: policyEvidenceText(basis), policy, url: basis.url });
}

/** What shows it: "Sec-Fetch-Storage-Access: none". */
export const policyEvidenceText = ({ by }: PolicyReading): string =>
  'value' in by ? say(`policy.${by.kind}`, { value: by.value }) : say(`policy.${by.kind}`);

/** Whether what is done with third-party cookies was seen, or follows from the browser's default or the reader's word. */
export const policyEvidence = (basis: PolicyBasis): 'observed' | 'predicted' =>
  basis.kind === 'assumed' || (basis.kind === 'read' && basis.by.kind === 'default') ? 'predicted' : 'observed';
