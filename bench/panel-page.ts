import { chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../test/browsers/ensure';
import { servedPanel } from '../test/panel/served';

/** Opens the panel, built for production and without facts, as a page of a real Chromium, for as long as `use` takes. */
export async function onPanelPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const served = await servedPanel();
  const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${served.url}?facts=none`);
    await page.waitForSelector('.top-bar');
    return await use(page);
  } finally {
    await browser.close();
    await served.close();
  }
}
