import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { Chromium } from '../../browsers/chromium';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

/** What the menu of the extension's icon does: "on click" withholds every site. */
async function siteAccess(browser: Chromium, access: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const extensions = await browser.open('chrome://extensions/');
  const configuration = JSON.stringify({ extensionId: browser.extensionId, hostAccess: access });
  await extensions.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${configuration})`);
  await extensions.close();
}

test('access withdrawn and granted again while the panel is open: it says so, leads to the page that asks, and records again', async () => {
  const { panel, server } = play();
  const browser = play().browser as Chromium;
  await siteAccess(browser, 'ON_CLICK');
  await browser.goto(`${server.at('raw')}/unseen`);
  await panel.press(say('permission.grant'));
  await browser.switchTo('/grant/');
  await browser.closeTab();
  await expect.poll(async () => (await panel.rows()).filter((row) => row.kind === 'request')).toEqual([]);
  // The browser's own question has no part in a page, so it is answered in its settings.
  await siteAccess(browser, 'ON_ALL_SITES');
  await browser.goto(`${server.at('raw')}/seen`);
  await panel.row({ path: '/seen', status: '200' });
  await expect.poll(async () => (await panel.rows()).map(({ kind }) => kind)).toContain('gap');
});
