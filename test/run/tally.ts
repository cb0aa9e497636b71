export interface TestTally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: TestTally = { passed: 0, failed: 0, skipped: 0 };
export const ONE_PASSED: TestTally = { ...NONE, passed: 1 };
export const ONE_FAILED: TestTally = { ...NONE, failed: 1 };

export const sum = (tallies: readonly TestTally[]): TestTally =>
  tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), NONE);

/** `12 passed, 0 failed`, and `, 1 skipped` if any. */
export function sentence({ passed, failed, skipped }: TestTally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The part of vitest's JSON report that we read. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/**
 * The counts of a vitest run. A file that failed without a failed test (it could not be loaded, or a hook of it failed) counts as one,
 * and so does a run that ended badly with nothing failed in it (an error outside of any test) or left no report.
 * @param report the JSON report's text, or null
 * @param exitCode vitest's own
 */
export function vitestTally(report: string | null, exitCode: number): TestTally {
  if (report === null) return ONE_FAILED;
  const read = JSON.parse(report) as Report;
  const silent = read.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  );
  const failed = read.numFailedTests + silent.length;
  return {
    passed: read.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}
