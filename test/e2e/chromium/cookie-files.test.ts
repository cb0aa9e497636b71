import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import puppeteer, { type CookieData, type Browser as PuppeteerBrowser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../../src/analysis/engine/base/units';
import { type CookieFormatId, exportCookies } from '../../../src/formats/export-cookies';
import { ensureBrowser } from '../../browsers/ensure';
import { headerByEngine, pairsOf, type SignedInJar, signedInJar, WELCOME } from '../../build/signed-in-jar';

const ARGS = ['--no-sandbox', '--disable-gpu'];
let jar: SignedInJar;
let browser: Browser;
let driven: PuppeteerBrowser;

beforeAll(async () => {
  jar = await signedInJar();
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ARGS });
  driven = await puppeteer.launch({ executablePath: ensureBrowser('chromium'), args: ARGS, acceptInsecureCerts: true });
});
afterAll(async () => {
  await browser.close();
  await driven.close();
  await jar.close();
});

const file = (format: CookieFormatId) =>
  JSON.parse(exportCookies(jar.cookies, format, { redaction: null, url: jar.url, at: instant(0), isPlain: false }).text);

/** Whoever opened the page is signed in, and each cookie went that the engine says goes. */
function isSignedIn(page: string | undefined): void {
  expect(page).toContain(WELCOME);
  expect(pairsOf(jar.received.at(-1) ?? '')).toEqual(pairsOf(headerByEngine(jar.cookies, jar.url)));
}

async function visit(context: BrowserContext): Promise<string | undefined> {
  const page = await context.newPage();
  return (await page.goto(jar.url))?.text();
}

test('Playwright takes the storage state', async () => {
  const context = await browser.newContext({ storageState: file('playwright'), ignoreHTTPSErrors: true });
  isSignedIn(await visit(context));
  await context.close();
});

test.each(['puppeteer', 'cdp'] as const)('Puppeteer takes the %s file', async (format) => {
  const read = file(format);
  const context = await driven.createBrowserContext();
  const page = await context.newPage();
  if (format === 'puppeteer') await context.setCookie(...(read as readonly CookieData[]));
  else {
    const session = await page.createCDPSession();
    await session.send('Network.setCookies', read);
  }
  isSignedIn(await (await page.goto(jar.url))?.text());
  await context.close();
});

test('without a file nobody is signed in', async () => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  expect(await visit(context)).not.toContain(WELCOME);
  await context.close();
});
