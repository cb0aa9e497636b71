import type { Profile } from '../base/profile';
import type { Reason } from './reasons';
import type { Step, Verdict } from './verdict';

/** What a list of judged steps comes to: the first that failed decides; unknowns matter only where none did. */
export function verdictOf(profile: Profile, steps: readonly Step[]): Verdict {
  const reasons: Reason[] = [];
  for (const { outcome, reason } of steps) if (outcome === 'failed' && reason !== null) reasons.push(reason);
  const decider = steps.findIndex(({ outcome }) => outcome === 'failed');
  const open = steps.some(({ outcome }) => outcome === 'cannot-tell');
  return {
    profile,
    allowed: decider === -1 ? (open ? 'cannot-tell' : true) : false,
    steps,
    decider: decider === -1 ? null : decider,
    reasons,
  };
}

/** The step for which it was refused; null = it was not, or that cannot be told. */
export const refusingStep = ({ decider, steps }: Verdict): Step | null => (decider === null ? null : (steps[decider] ?? null));
