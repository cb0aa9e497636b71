import { defineConfig } from 'vite';

/** Serves and builds the panel on a recording of its own: `npx vite --config test/panel/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  server: { host: '127.0.0.1' },
  build: { outDir: '../../.cache/panel', emptyOutDir: true, target: 'chrome130' },
});
