import { LETTERS, type Letter } from '../../analysis/grade/weights';
import type { ReportSeverity } from '../model/report-schema';

/** What fails a build: a severity or a worse one, an incident, a grade that is worse than the letter, or nothing. */
export type FailOn =
  | { readonly kind: 'severity'; readonly severity: ReportSeverity }
  | { readonly kind: 'incident' }
  | { readonly kind: 'grade'; readonly letter: Letter };

export const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly ReportSeverity[];

/** All that may be written. */
export const FAIL_ON_WORDS: readonly string[] = [
  ...SEVERITIES,
  'incident',
  ...LETTERS.map((letter) => `grade:${letter}`),
  'never',
];

export const FAIL_ON_FORM = /^(?:error|warning|note|incident|never|grade:(?:A\+|[ABCDF]))$/;

/** Used where nobody says otherwise. */
export const DEFAULT_FAIL_ON: readonly string[] = ['warning', 'incident'];

/** @param words of `FAIL_ON_WORDS`; another one is passed over, the caller has said so */
export const failOnOf = (words: readonly string[]): readonly FailOn[] =>
  words.flatMap((word): readonly FailOn[] => {
    const severity = SEVERITIES.find((each) => each === word);
    if (severity !== undefined) return [{ kind: 'severity', severity }];
    if (word === 'incident') return [{ kind: 'incident' }];
    const letter = LETTERS.find((each) => word === `grade:${each}`);
    return letter === undefined ? [] : [{ kind: 'grade', letter }];
  });
