import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs against each mutant: the engine's examples. Properties take too long to be run thousands of times. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  // On a busy machine one slow example must not end the run; Stryker has a time limit of its own for each change.
  test: {
    testTimeout: 60_000,
    include: ['src/analysis/engine/**/*.test.ts'],
    exclude: ['src/analysis/engine/**/*.property.test.ts'],
  },
});
