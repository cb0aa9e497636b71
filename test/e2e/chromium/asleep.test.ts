import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Chromium } from '../../browsers/chromium';
import { type RawServer, rawServer } from '../raw-server';
import { Scene } from '../scene';

let scene: Scene;
let server: RawServer;

beforeEach(async () => {
  server = await rawServer({});
  scene = await Scene.open();
});
afterEach(async () => {
  await scene?.close();
  await server?.close();
});

/** URLs of the service workers that run. */
async function running(browser: Chromium): Promise<readonly string[]> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const targets = await session?.send('Target.getTargets');
  await session?.detach();
  return targets?.targetInfos.filter(({ type }) => type === 'service_worker').map(({ url }) => url) ?? ['Chromium has ended.'];
}

test('no request wakes the stopped worker, whether DevTools is open or closed', async () => {
  const browser = scene.browser as Chromium;
  await browser.goto(`${server.at('a')}/`);
  const panel = await browser.openPanel();
  expect(await running(browser)).toHaveLength(1);
  await browser.killWorker();
  await browser.goto(`${server.at('a')}/open`);
  expect(await running(browser)).toEqual([]);
  await panel.close();
  await browser.goto(`${server.at('a')}/closed`);
  expect(await running(browser)).toEqual([]);
});
