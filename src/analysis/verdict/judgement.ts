import type { Reason, StepOutcome } from './verdict';

/** What a step found. Failures are kept ready, so that judging makes no garbage. */
export interface Judgement {
  readonly outcome: StepOutcome;
  readonly reason: Reason | null;
  readonly missing: string | null;
  /** Passed or not applicable: nothing stands in the way. */
  readonly fine: boolean;
}

export const PASSED: Judgement = { outcome: 'passed', reason: null, missing: null, fine: true };
export const NOT_APPLICABLE: Judgement = { outcome: 'not-applicable', reason: null, missing: null, fine: true };

const failures = new Map<Reason, Judgement>();

export function failed(reason: Reason): Judgement {
  let failure = failures.get(reason);
  if (failure === undefined) {
    failure = { outcome: 'failed', reason, missing: null, fine: false };
    failures.set(reason, failure);
  }
  return failure;
}

export const cannotTell = (missing: string): Judgement => ({ outcome: 'cannot-tell', reason: null, missing, fine: false });
