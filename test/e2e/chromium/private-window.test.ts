import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Chromium } from '../../browsers/chromium';
import { until } from '../../browsers/until';
import { tape } from '../capture/tape';
import { EDITED_SITE, editsHere } from '../cookie-editing';
import { PanelReader } from '../panel-reader';
import { rawScene } from '../scenes';

const play = rawScene(
  {
    ...EDITED_SITE,
    '/set': { setCookie: ['private=0123456789abcdef; Path=/'] },
    '/ordinary': { setCookie: ['sid=ordinary; Path=/'] },
  },
  { alone: true },
);

/** Lets the extension into private windows, as its page in the browser does. */
async function allowPrivate(browser: Chromium): Promise<void> {
  const extensions = await browser.open('chrome://extensions/');
  const configuration = JSON.stringify({ extensionId: browser.extensionId, incognitoAccess: true });
  await extensions.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${configuration})`);
  await extensions.close();
}

/** A page in a new private window. */
async function openPrivateWindow(url: string): Promise<Page> {
  const browser = play().browser as Chromium;
  const opened = browser.context.waitForEvent('page', { predicate: (page) => page.url().includes(url) });
  await until('a private window is open', async () => {
    await browser.inBackground(async (address) => {
      const { chrome } = globalThis as unknown as { chrome: { windows: { create(o: object): Promise<unknown> } } };
      await chrome.windows.create({ url: address, incognito: true });
    }, url);
    return true;
  });
  return opened;
}

test('in a private window its own cookies are recorded, and not those of the other windows', async () => {
  const { server } = play();
  const browser = play().browser as Chromium;
  await play().panel.panel.close();
  await allowPrivate(browser);
  await browser.goto(`${server.at('raw')}/set`);
  const page = await openPrivateWindow(`${server.at('raw')}/in-private`);
  const recorded = tape(await browser.openPanel(page));
  await page.goto(`${server.at('raw')}/set`);
  const facts = await recorded.until('the cookie is stored', (all) =>
    all.some((fact) => fact.kind === 'cookie-changed' && fact.cookie.name === 'private'),
  );
  const [started] = facts;
  expect(started).toMatchObject({ kind: 'recorder-started', storeId: '1' });
  expect(facts.flatMap((fact) => ('storeId' in fact ? (fact.storeId ?? '1') : []))).not.toContain('0');
  const firstReading = facts.find(({ kind }) => kind === 'jar-snapshot');
  expect(firstReading).toMatchObject({ cookies: [] });
  await page.close();
});

test('in a private window cookies are edited and protected there alone', async () => {
  const { server } = play();
  const browser = play().browser as Chromium;
  await browser.goto(`${server.at('a')}/ordinary`);
  const page = await openPrivateWindow(`${server.at('a')}/in-private-too`);
  const panel = await browser.openPanel(page);
  await panel.dock('undocked');
  await editsHere({ panel: new PanelReader(panel), server, goto: (url) => page.goto(url) });
  await browser.goto(`${server.at('a')}/ordinary-again`);
  expect(server.cookieSentTo('/ordinary-again')).toContain('sid=ordinary');
});
