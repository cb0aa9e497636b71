import type { Problem } from '../protocol/recording-log';

const MOST = 50;

/** The problems with one more, the newest last; of equal ones only the last. */
export function withProblem(problems: readonly Problem[], problem: Problem): readonly Problem[] {
  const text = JSON.stringify(problem);
  return [...problems.filter((each) => JSON.stringify(each) !== text), problem].slice(-MOST);
}
