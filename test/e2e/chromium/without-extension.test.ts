import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { Chromium } from '../../browsers/chromium';
import { Scene } from '../scene';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
});
afterAll(() => scene.close());

/** Chromium itself loads one page in a hundred so while it reloads the extension. */
const WITHOUT_EXTENSION = `for (const name of ['chrome', 'browser']) if (globalThis[name]) delete globalThis[name].runtime;`;

test.each([
  ['the panel', 'src/panel/index.html', say('gone.title')],
  ['the panel of a tab', 'src/panel/index.html?tab=1', say('gone.title')],
  ['the page that asks for access', 'src/grant/index.html', say('grant.orphaned-title')],
  ['the page that asks for a setting', 'src/grant/index.html?for=third-party', say('grant.orphaned-title')],
  ['the page of DevTools', 'src/devtools/index.html', ''],
])('%s, loaded while the extension is gone, says so and throws nothing', async (_name, path, words) => {
  const browser = scene.browser as Chromium;
  const page = await browser.open();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(WITHOUT_EXTENSION);
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  expect(await page.evaluate('typeof globalThis.chrome.runtime?.getURL')).toBe('undefined');
  expect(errors).toEqual([]);
  await expect.poll(() => page.evaluate('document.body.innerText')).toContain(words);
  expect(errors).toEqual([]);
  await page.close();
});
