import type { Step, StepId } from '../../../analysis/engine/verdict/verdict';

/** Parts of the standard's algorithm that a reader takes for one. */
type StepGroup = 'request' | 'line' | 'domain' | 'secure' | 'same-site' | 'prefix' | 'lifetime' | 'jar' | 'partition';

const GROUP: Readonly<Record<StepId, StepGroup>> = {
  'set-credentials': 'request',
  'set-url': 'line',
  'set-control-characters': 'line',
  'set-tab': 'line',
  'set-empty': 'line',
  'set-pair-size': 'line',
  'set-nameless': 'line',
  'set-lifetime': 'domain',
  'set-domain-ascii': 'domain',
  'set-public-suffix': 'domain',
  'set-domain-match': 'domain',
  'set-path': 'domain',
  'set-secure': 'secure',
  'set-http-only': 'secure',
  'set-leave-secure-alone': 'secure',
  'set-same-site': 'same-site',
  'set-none-secure': 'same-site',
  'set-prefix-secure': 'prefix',
  'set-prefix-host': 'prefix',
  'set-prefix-http': 'prefix',
  'set-prefix-hidden': 'prefix',
  'set-partitioned': 'jar',
  'set-third-party': 'jar',
  'set-overwrite-http-only': 'jar',
  'set-limit': 'jar',
  'send-credentials': 'request',
  'send-domain': 'domain',
  'send-path': 'domain',
  'send-secure': 'secure',
  'send-http-only': 'secure',
  'send-same-site': 'same-site',
  'send-expiry': 'lifetime',
  'send-partition': 'partition',
  'send-third-party': 'partition',
};

/** Steps in a row that belong together. */
export interface StepSegment {
  readonly group: StepGroup;
  /** What they came to; `after`: the decision had fallen before. */
  readonly outcome: Step['outcome'] | 'after';
  /** The step among them that decided. */
  readonly decider: { readonly step: Step; readonly number: number } | null;
}

/**
 * The steps as a few named segments, in the standard's order.
 * @param decider index of the step that decides; null = none does
 */
export function stepSegments(steps: readonly Step[], decider: number | null): readonly StepSegment[] {
  const runs: { group: StepGroup; from: number; steps: Step[] }[] = [];
  for (const [index, step] of steps.entries()) {
    const group = GROUP[step.id];
    const last = runs.at(-1);
    if (last?.group === group) last.steps.push(step);
    else runs.push({ group, from: index, steps: [step] });
  }
  return runs.map(({ group, from, steps: members }) => {
    const deciding = decider === null ? undefined : members[decider - from];
    if (decider !== null && deciding)
      return { group, outcome: deciding.outcome, decider: { step: deciding, number: decider + 1 } };
    return { group, outcome: decider !== null && from > decider ? 'after' : outcomeOf(members), decider: null };
  });
}

/** Before the decision nothing failed; what passed counts more than what did not apply. */
function outcomeOf(steps: readonly Step[]): Step['outcome'] {
  const outcomes = steps.map(({ outcome }) => outcome);
  for (const outcome of ['failed', 'cannot-tell', 'passed'] as const) if (outcomes.includes(outcome)) return outcome;
  return 'not-applicable';
}
