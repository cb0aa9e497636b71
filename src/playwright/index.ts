import { type BrowserContext, expect as baseExpect, test as baseTest, type Expect } from '@playwright/test';
import type { AnalyseOptions } from '../library/recordings/analysis';
import { judgeCookies, recordCookies } from './sound-cookies';

export type { AcceptedFault, AnalyseOptions, FailOnWord, FindingSeverity, GradeLetter } from '../library/recordings/analysis';
export type { RecordingOptions } from '../library/recordings/replayed';
export { recordCookies } from './sound-cookies';

/** Playwright's `test`, whose context is recorded from its first request on. */
export const test: typeof baseTest = baseTest.extend({
  context: async ({ context }, use) => {
    await recordCookies(context);
    await use(context);
  },
});

/** What can be expected of a context beside what Playwright knows. */
export interface CookieMatchers {
  /**
   * Fails where something is wrong with the cookies of a recorded context: with a warning, an error or an incident, unless
   * `failOn` says otherwise. The report and the recording, redacted, are attached to the test.
   */
  toHaveSoundCookies(
    context: BrowserContext,
    options?: AnalyseOptions,
  ): Promise<{ readonly pass: boolean; readonly message: () => string }>;
}

/** Playwright's `expect`, with `toHaveSoundCookies`. */
export const expect: Expect<CookieMatchers> = baseExpect.extend({
  async toHaveSoundCookies(context: BrowserContext, options: AnalyseOptions = {}) {
    const { isSound, text } = await judgeCookies(context, options, baseTest.info());
    const hint = this.utils.matcherHint('toHaveSoundCookies', 'context', '', { isNot: this.isNot });
    return { name: 'toHaveSoundCookies', pass: isSound, message: () => `${hint}\n\n${text}` };
  },
});
