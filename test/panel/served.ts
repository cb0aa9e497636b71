import { build, preview } from 'vite';

const CONFIG = 'test/panel/vite.config.ts';

/** The panel on a recording of its own, built for production and served on this machine alone. */
export async function servedPanel(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  await build({ configFile: CONFIG, logLevel: 'error' });
  const server = await preview({ configFile: CONFIG, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
