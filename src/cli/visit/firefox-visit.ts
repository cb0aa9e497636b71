import { randomUUID } from 'node:crypto';
import type * as Puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { type Captured, FIREFOX_ID } from '../../capture/captured';
import { UsageError } from '../command/command';
import { peerPackage } from './peer-package';
import { playStepsByPuppeteer } from './puppeteer-player';
import { CAPTURE, inBrowser, type PageVisit, REST, startFailure, type Visiting } from './visit';
import { isRecording, recordedSteps } from './visit-script';

/** Milliseconds that Firefox has to start. */
const START = 120_000;

interface FirefoxVisiting extends Visiting {
  readonly script: string | null;
  readonly home: URL;
}

/**
 * Visits by puppeteer-core, which drives an installed Firefox through WebDriver BiDi.
 * @throws UsageError for a script that is written for Playwright, which drives no Firefox but a build of its own
 */
export function firefoxVisit({ script, home, ...visiting }: FirefoxVisiting): PageVisit {
  if (script !== null && !isRecording(script))
    throw new UsageError(
      `${script} is a script for Playwright, which drives no installed Firefox. Record the steps with Chrome’s Recorder, export them as JSON and give that as --script; or visit with --browser chromium.`,
    );
  const puppeteer = peerPackage<typeof Puppeteer>('puppeteer-core', home);
  const steps = script === null ? [] : recordedSteps(script);
  return async (url, signal) => {
    const id = randomUUID();
    const browser = await launched(puppeteer, id, visiting);
    return inBrowser(browser, signal, async () => {
      const capture = await capturePage(browser, id, visiting.extension);
      await capture.evaluate(CAPTURE.begin);
      const page = (await browser.pages()).find((each) => each !== capture);
      if (page === undefined) throw new Error('the extension has opened no tab');
      await playStepsByPuppeteer({ page, puppeteer }, steps);
      await page.goto(url, { timeout: visiting.timeout, waitUntil: 'load' });
      await page.waitForNetworkIdle({ timeout: REST }).catch(() => undefined);
      return JSON.parse((await capture.evaluate(CAPTURE.end)) as string) as Captured;
    });
  };
}

async function launched(
  puppeteer: typeof Puppeteer,
  id: string,
  { browser, isInsecure }: Pick<Visiting, 'browser' | 'isInsecure'>,
): Promise<Browser> {
  try {
    return await puppeteer.launch({
      browser: 'firefox',
      executablePath: browser,
      headless: true,
      acceptInsecureCerts: isInsecure,
      // Without it no page of an extension can be gone to.
      args: ['--remote-allow-system-access'],
      // Firefox gives each extension a random origin: here the one we know.
      extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: id }) },
      timeout: START,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw startFailure(browser, error);
  }
}

/** The page of the extension that records. */
async function capturePage(browser: Browser, id: string, extension: string): Promise<Page> {
  await browser.installExtension(extension);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  // Firefox tells nobody that such a page has loaded: it goes on with the page's own word.
  page.goto(`moz-extension://${id}/index.html`).catch(() => undefined);
  await page.waitForFunction(CAPTURE.isThere);
  return page;
}
