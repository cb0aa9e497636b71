import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs against each mutant: the engine's examples. Properties take too long to be run thousands of times. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: { include: ['src/analysis/engine/**/*.test.ts'], exclude: ['src/analysis/engine/**/*.property.test.ts'] },
});
