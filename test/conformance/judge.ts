import type { SimulateOptions } from '../../src/cli/simulate/arguments';
import { caseOf } from '../../src/cli/simulate/case-form';
import { runCase } from '../../src/cli/simulate/run-case';
import { type Output, problems } from './compare';
import type { Corpus } from './corpus';

export type JudgedCases = ReadonlyMap<string, readonly string[]>;

/** Runs every case of a file. @returns what is wrong, by the case's id; cases that hold are not in it */
export function failures(file: Corpus, profile: SimulateOptions['profile']): JudgedCases {
  const found = new Map<string, readonly string[]>();
  for (const test of file.cases) {
    const wrong = problems(test, outputOf(test, file, { profile, reasons: 'own' }));
    if (wrong.length > 0) found.set(test.id, wrong);
  }
  return found;
}

/** What the engine makes of a case, as the terminal would print it. */
export function outputOf(
  test: Corpus['cases'][number],
  file: Corpus,
  options: Pick<SimulateOptions, 'profile' | 'reasons'>,
): Output {
  const line = runCase(caseOf(test), Date.parse(file.now ?? ''), { ...options, file: '', thirdParty: 'default' });
  // Through JSON, so that what is compared is what would be printed.
  return JSON.parse(JSON.stringify(line)) as Output;
}
