import { behaviorOf } from '../../../analysis/engine/verdict/access/browsers';
import type { Step, Verdict } from '../../../analysis/engine/verdict/verdict';
import { say } from '../../../words/catalogue';
import { policyWords } from '../../../words/policy-text';

/** What a forecast for another browser assumes of its third-party cookies; null = it does not depend on them. */
export function assumedDefault({ profile, steps }: Verdict): string | null {
  const asked = steps.some(({ id, outcome }) => POLICY_STEPS.has(id) && outcome !== 'not-applicable');
  return asked && !steps.some(isPartitioned)
    ? say(`policy.default.${profile}`, { policy: policyWords(behaviorOf(profile).thirdParty) })
    : null;
}

const POLICY_STEPS: ReadonlySet<Step['id']> = new Set<Step['id']>(['set-third-party', 'send-third-party']);

/** Partitioned cookies go, whatever the policy. */
function isPartitioned({ id, outcome, inputs }: Step): boolean {
  if (id === 'set-partitioned') return outcome !== 'not-applicable';
  return id === 'send-partition' && inputs.some(({ what, value }) => what === 'partition' && value !== '–');
}
