import type * as Playwright from 'playwright-core';
import type { BrowserContext, BrowserType, Page } from 'playwright-core';
import type { Captured } from '../../capture/captured';
import { peerPackage } from './peer-package';
import { CAPTURE, inBrowser, type PageVisit, REST, startFailure, type Visiting } from './visit';
import { visitScript } from './visit-script';

interface ChromiumVisiting extends Visiting {
  readonly script: string | null;
  readonly hasSandbox: boolean;
  readonly home: URL;
}

/** Visits by playwright-core in an installed Chromium, Chrome or Edge. */
export async function chromiumVisit({ script: file, home, ...visiting }: ChromiumVisiting): Promise<PageVisit> {
  const { chromium } = peerPackage<typeof Playwright>('playwright-core', home);
  const script = file === null ? null : await visitScript(file);
  return async (url, signal) => {
    const context = await launched(chromium, visiting);
    return inBrowser(context, signal, async () => {
      const capture = await capturePage(context, visiting.extension);
      const [page] = await Promise.all([context.waitForEvent('page'), capture.evaluate(CAPTURE.begin)]);
      if (script !== null) await script({ page, context, url });
      await arrive(page, url, visiting.timeout);
      return JSON.parse(await capture.evaluate<string>(CAPTURE.end)) as Captured;
    });
  };
}

async function launched(
  chromium: BrowserType,
  { browser, isInsecure, hasSandbox }: Pick<ChromiumVisiting, 'browser' | 'isInsecure' | 'hasSandbox'>,
): Promise<BrowserContext> {
  try {
    return await chromium.launchPersistentContext('', {
      executablePath: browser,
      headless: true,
      ignoreHTTPSErrors: isInsecure,
      // The sandbox of a root user's Chromium does not start.
      chromiumSandbox: hasSandbox && process.getuid?.() !== 0,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: ['--enable-unsafe-extension-debugging'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw startFailure(browser, error);
  }
}

/** The page of the extension that records. Branded browsers take an unpacked extension no other way than by this call. */
async function capturePage(context: BrowserContext, extension: string): Promise<Page> {
  const session = await context.browser()?.newBrowserCDPSession();
  const loaded = await session?.send('Extensions.loadUnpacked' as never, { path: extension } as never);
  const { id } = loaded as unknown as { readonly id: string };
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`chrome-extension://${id}/index.html`);
  await page.waitForFunction(CAPTURE.isThere);
  return page;
}

/** Goes to the page and waits until it has come to rest; one that never does is recorded as far as it came. */
async function arrive(page: Page, url: string, timeout: number): Promise<void> {
  await page.goto(url, { timeout, waitUntil: 'load' });
  await page.waitForLoadState('networkidle', { timeout: REST }).catch(() => undefined);
}
