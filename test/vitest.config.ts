import { defineConfig } from 'vitest/config';

/** A test of what only a real browser knows: it starts one, so it may take its time. */
const inBrowser = (name: string, browser: 'chromium' | 'firefox', include: readonly string[]) => ({
  extends: true as const,
  test: { name, include: [...include], provide: { browser }, isolate: false, testTimeout: 120_000, hookTimeout: 120_000 },
});

/**
 * A test that never waits; its limit is wide, for a busy machine is no fault of it. Files share their modules, which hold no
 * state between tests: to load them anew for each file took more than half of the time.
 */
const plain = (name: string, include: readonly string[], testTimeout = 60_000, exclude: readonly string[] = []) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude], testTimeout, isolate: false },
});

/** Tests that need a server beside ours: a Redis, a PostgreSQL. */
const SERVICES = ['playground/stores/**/*.test.ts'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'test/browsers/swept-folder.ts',
    // Tests compare with words of every view.
    setupFiles: 'src/words/all-words.ts',
    // What a browser shows is asked for until it is so, by the same limit as `until`.
    expect: { poll: { timeout: 30_000, interval: 25 } },
    passWithNoTests: true,
    projects: [
      plain(
        'unit',
        ['{src,playground,test/build,test/browsers,test/run,test/soak,test/stories,test/reports}/**/*.test.{ts,tsx}'],
        60_000,
        SERVICES,
      ),
      plain('services', SERVICES, 60_000),
      plain('packages', ['test/packaging/**/*.test.ts']),
      plain('architecture', ['test/architecture/**/*.test.ts']),
      plain('conformance', ['test/conformance/**/*.test.ts']),
      inBrowser('chromium', 'chromium', ['test/e2e/{both,chromium}/**/*.test.ts']),
      inBrowser('firefox', 'firefox', ['test/e2e/{both,firefox}/**/*.test.ts']),
      inBrowser('differential-chromium', 'chromium', ['test/differential/*.test.ts']),
      inBrowser('differential-firefox', 'firefox', ['test/differential/*.test.ts']),
    ],
  },
});

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: 'chromium' | 'firefox';
  }
}
