import type { BrowserContext, TestInfo } from '@playwright/test';
import { exportRecording } from '../formats/export-recording';
import { type AnalyseOptions, reportOf } from '../library/recordings/analysis';
import { contentsOf, newDigest } from '../library/recordings/recording';
import { htmlReport } from '../report/rendering/html-report';
import { NO_PAINT, textReport } from '../report/rendering/text-report';
import { ContextRecorder } from './recording/context-recorder';

const recorders = new WeakMap<BrowserContext, Promise<ContextRecorder>>();

/**
 * Begins to record the cookies of a context that the test makes itself. Call it before the first page is opened; once more does nothing.
 * @param context of any browser of Playwright's
 */
export async function recordCookies(context: BrowserContext): Promise<void> {
  const recorder = recorders.get(context) ?? new ContextRecorder(context).start();
  recorders.set(context, recorder);
  await recorder;
}

/** What is wrong with the cookies of a recorded context, and what a test tells of it. @internal */
export interface CookieVerdict {
  readonly isSound: boolean;
  /** The report as a terminal shows it. */
  readonly text: string;
}

/**
 * Judges what was recorded so far, and attaches the report and the recording, redacted, to the test.
 * @throws Error where the context is not recorded; UnreadableRecordingError where no page was opened in it
 */
export async function judgeCookies(context: BrowserContext, options: AnalyseOptions, test: TestInfo): Promise<CookieVerdict> {
  const recorder = await recorders.get(context);
  if (recorder === undefined)
    throw new Error(
      "This context is not recorded: take `test` from 'cookie-flow/playwright', or call recordCookies(context) first.",
    );
  const recording = await recorder.recording();
  const report = reportOf(recording, test.title, options);
  const { facts, digest } = contentsOf(recording);
  const shared = exportRecording(facts, 'recording', { digest, redaction: newDigest() });
  await test.attach('cookies.html', { body: htmlReport(report), contentType: 'text/html' });
  await test.attach('cookies.recording.json', { body: shared.text, contentType: 'application/json' });
  return { isSound: report.failures.length === 0, text: textReport(report, NO_PAINT) };
}
