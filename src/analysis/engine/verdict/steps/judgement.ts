export type StepOutcome = 'passed' | 'failed' | 'not-applicable' | 'cannot-tell';

/** What a step found. Failures are kept ready, so that judging makes no garbage. */
export interface Judgement<Why extends string> {
  readonly outcome: StepOutcome;
  readonly reason: Why | null;
  readonly missing: string | null;
  /** Passed or not applicable: nothing stands in the way. */
  readonly fine: boolean;
}

export const PASSED: Judgement<never> = { outcome: 'passed', reason: null, missing: null, fine: true };
export const NOT_APPLICABLE: Judgement<never> = { outcome: 'not-applicable', reason: null, missing: null, fine: true };

const failures = new Map<string, Judgement<string>>();

/** A failure, one object a reason: asking again gives the same one. */
export function failed<const Why extends string>(reason: Why): Judgement<Why> {
  let failure = failures.get(reason);
  if (failure === undefined) {
    failure = { outcome: 'failed', reason, missing: null, fine: false };
    failures.set(reason, failure);
  }
  // Kept under its own reason.
  return failure as Judgement<Why>;
}

/** Passed, or failed for this reason. */
export const passIf = <const Why extends string>(fine: boolean, reason: Why): Judgement<Why> => (fine ? PASSED : failed(reason));

/** @param missing what would have to be known, by a key of the words catalogue (`missing.*`) */
export const cannotTellWithout = (missing: string): Judgement<never> => ({
  outcome: 'cannot-tell',
  reason: null,
  missing,
  fine: false,
});
