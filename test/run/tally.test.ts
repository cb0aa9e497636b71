import { expect, test } from 'vitest';
import { NONE, ONE_FAILED, ONE_PASSED, sentence, sum, vitestTally } from './tally';

const report = (counts: object, files: readonly object[] = []) =>
  JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: files, ...counts });

test('the last line has no word of skipped tests when there are none', () => {
  expect(sentence(sum([ONE_PASSED, ONE_PASSED, ONE_FAILED, NONE]))).toBe('2 passed, 1 failed');
  expect(sentence({ passed: 1, failed: 0, skipped: 3 })).toBe('1 passed, 0 failed, 3 skipped');
});

test('a test that is still to be written counts as skipped', () => {
  expect(vitestTally(report({ numPassedTests: 4, numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({
    passed: 4,
    failed: 0,
    skipped: 2,
  });
});

test('a file that could not be loaded is a failure', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(vitestTally(report({ numPassedTests: 1 }, files), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a file with a failed test is not counted twice', () => {
  const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];
  expect(vitestTally(report({ numPassedTests: 1, numFailedTests: 1 }, files), 1).failed).toBe(1);
});

test('a bad end with nothing failed is a failure', () => {
  expect(vitestTally(report({ numPassedTests: 9 }), 1).failed).toBe(1);
});

test('no report is a failure', () => {
  expect(vitestTally(null, 0)).toEqual(ONE_FAILED);
});
