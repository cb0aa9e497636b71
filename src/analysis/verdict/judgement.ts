import type { Reason, StepOutcome } from './verdict';

/** What a step found. Failures are kept ready, so that judging makes no garbage. */
export interface Judgement {
  readonly outcome: StepOutcome;
  readonly reason: Reason | null;
  readonly missing: string | null;
}

export const PASSED: Judgement = { outcome: 'passed', reason: null, missing: null };
export const NOT_APPLICABLE: Judgement = { outcome: 'not-applicable', reason: null, missing: null };

const failures = new Map<Reason, Judgement>();

export function failed(reason: Reason): Judgement {
  let failure = failures.get(reason);
  if (failure === undefined) {
    failure = { outcome: 'failed', reason, missing: null };
    failures.set(reason, failure);
  }
  return failure;
}

export const cannotTell = (missing: string): Judgement => ({ outcome: 'cannot-tell', reason: null, missing });
