import type { SimulateOptions } from './arguments';
import { type SimulatedCase, within } from './case-form';
import { runSteps } from './jar-case';
import { KINDS } from './kinds';

/** What the engine makes of a case: the object of its output line. */
export function runCase(test: SimulatedCase, fileNow: number, options: SimulateOptions): unknown {
  const { id, kind } = test;
  const now = test.now ?? fileNow;
  if (kind === 'jar') return { id, steps: within(id, () => runSteps(test, now, options)) };
  const run = KINDS.get(kind);
  if (run === undefined) return { id, unsupported: true };
  return { id, result: within(id, () => run(test, now, options)) };
}
