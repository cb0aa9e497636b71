import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { ensureBrowser } from '../test/browsers/ensure';

const CONFIG = 'test/panel/vite.config.ts';

/** Opens the panel, built for production and without facts, as a page of a real Chromium, for as long as `use` takes. */
export async function onPanelPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  await build({ configFile: CONFIG, logLevel: 'error' });
  const server = await preview({ configFile: CONFIG, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${server.resolvedUrls?.local[0]}?facts=none`);
    await page.waitForSelector('.top-bar');
    return await use(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
