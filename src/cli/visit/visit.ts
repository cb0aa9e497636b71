import type { Captured } from '../../capture/captured';
import { RunError } from '../command/command';
import { failureWords, firstLine } from './failure-words';

/** Milliseconds that a page has to come to rest after it is loaded, and its last requests then to end. */
export const REST = 5000;
const LAST_REQUESTS = 3000;

/** Said to the page of the extension that records: see `src/capture`. */
export const CAPTURE = {
  isThere: 'globalThis.cookieFlowCapture !== undefined',
  begin: 'cookieFlowCapture.begin()',
  end: `cookieFlowCapture.end(${LAST_REQUESTS})`,
} as const;

/** What a visit needs of either browser, found before the first. */
export interface Visiting {
  /** Path of the browser. */
  readonly browser: string;
  /** Folder of the extension that records. */
  readonly extension: string;
  /** Milliseconds that a page has to answer and load. */
  readonly timeout: number;
  readonly isInsecure: boolean;
}

/** Visits a page in a browser of its own, with a fresh profile. @throws RunError with what stood in the way */
export type PageVisit = (url: string, signal: AbortSignal) => Promise<Captured>;

/** The work with a browser that has been started, which is ended in any case, and at once when the signal says stop. */
export async function inBrowser<T>(browser: { close(): Promise<void> }, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const stop = () => void browser.close().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    return await work();
  } catch (error) {
    throw error instanceof RunError ? error : new RunError(failureWords(error));
  } finally {
    signal.removeEventListener('abort', stop);
    await browser.close().catch(() => undefined);
  }
}

/** Why a browser did not start. The first line of its driver is that the browser is gone; what it said is below. */
export function startFailure(browser: string, error: unknown): RunError {
  const message = error instanceof Error ? error.message : String(error);
  const because = /no usable sandbox/i.test(message)
    ? 'this system gives it no sandbox. --no-sandbox does without, for pages you trust'
    : /has been closed|Failed to launch/.test(message)
      ? 'it ended at once'
      : firstLine(error);
  return new RunError(`${browser} cannot be started: ${because}`);
}
