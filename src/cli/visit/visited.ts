import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, BrowserType, Page } from 'playwright-core';
import type { Captured } from '../../capture/captured';
import { RunError } from '../command/command';
import { failureWords, firstLine } from './failure-words';
import { installedBrowser } from './installed-browser';
import { loadedPlaywright } from './playwright';
import { type VisitScript, visitScript } from './visit-script';

/** Milliseconds that a page has to come to rest after it is loaded, and its last requests then to end. */
const REST = 5000;
const LAST_REQUESTS = 3000;

/** How pages are visited. */
export interface VisitOptions {
  /** File of a script; null = none. */
  readonly script: string | null;
  /** Path of a browser; null = it is looked for. */
  readonly browser: string | null;
  /** Milliseconds that a page has to answer and load. */
  readonly timeout: number;
  readonly isInsecure: boolean;
  readonly hasSandbox: boolean;
  /** Where the program lies. */
  readonly home: URL;
}

export type PageVisit = (url: string, signal: AbortSignal) => Promise<Captured>;

/** Looks for all that visits need. @throws RunError that says what is missing */
export async function visitor(options: VisitOptions): Promise<PageVisit> {
  const { chromium } = loadedPlaywright(options.home);
  const browser = installedBrowser(options.browser);
  const extension = fileURLToPath(new URL('dist/capture', options.home));
  if (!existsSync(extension)) throw new RunError(`${extension} is missing. npm run build makes it.`);
  const script = options.script === null ? null : await visitScript(options.script);
  return (url, signal) => visited(url, signal, { ...options, chromium, browser, extension, script });
}

interface Ready extends Omit<VisitOptions, 'script' | 'browser'> {
  readonly chromium: BrowserType;
  readonly browser: string;
  readonly extension: string;
  readonly script: VisitScript | null;
}

/** Visits a page in a browser of its own, with a fresh profile. @throws RunError with what stood in the way */
async function visited(url: string, signal: AbortSignal, ready: Ready): Promise<Captured> {
  const context = await launched(ready);
  const stop = () => void context.close().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const capture = await capturePage(context, ready.extension);
    const [page] = await Promise.all([context.waitForEvent('page'), capture.evaluate('cookieFlowCapture.begin()')]);
    if (ready.script !== null) await ready.script({ page, context, url });
    await arrive(page, url, ready.timeout);
    return JSON.parse(await capture.evaluate<string>(`cookieFlowCapture.end(${LAST_REQUESTS})`)) as Captured;
  } catch (error) {
    throw error instanceof RunError ? error : new RunError(failureWords(error));
  } finally {
    signal.removeEventListener('abort', stop);
    await context.close().catch(() => undefined);
  }
}

async function launched({ chromium, browser, isInsecure, hasSandbox }: Ready): Promise<BrowserContext> {
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
    throw new RunError(`${browser} cannot be started: ${startFailure(error)}`);
  }
}

/** Playwright's first line is that the browser is gone; what it said is below. */
function startFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/no usable sandbox/i.test(message))
    return 'this system gives it no sandbox. --no-sandbox does without, for pages you trust';
  if (/has been closed|Failed to launch/.test(message)) return 'it ended at once';
  return firstLine(error);
}

/** The page of the extension that records. Branded browsers take an unpacked extension no other way than by this call. */
async function capturePage(context: BrowserContext, extension: string): Promise<Page> {
  const session = await context.browser()?.newBrowserCDPSession();
  const loaded = await session?.send('Extensions.loadUnpacked' as never, { path: extension } as never);
  const { id } = loaded as unknown as { readonly id: string };
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`chrome-extension://${id}/index.html`);
  await page.waitForFunction('globalThis.cookieFlowCapture !== undefined');
  return page;
}

/** Goes to the page and waits until it has come to rest; one that never does is recorded as far as it came. */
async function arrive(page: Page, url: string, timeout: number): Promise<void> {
  await page.goto(url, { timeout, waitUntil: 'load' });
  await page.waitForLoadState('networkidle', { timeout: REST }).catch(() => undefined);
}
