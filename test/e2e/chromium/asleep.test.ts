import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Chromium } from '../../browsers/chromium';
import { until } from '../../browsers/until';
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

interface Api {
  readonly chrome: {
    readonly webRequest: Readonly<Record<string, { hasListeners?(): boolean }>>;
    readonly storage: { readonly session: { get(all: null): Promise<object> } };
  };
}

const listens = (browser: Chromium) =>
  browser.inBackground(() => {
    const { webRequest } = (globalThis as unknown as Api).chrome;
    return Object.values(webRequest).some((event) => event?.hasListeners?.() === true);
  });
const kept = (browser: Chromium) =>
  browser.inBackground(async () => Object.keys(await (globalThis as unknown as Api).chrome.storage.session.get(null)));

/** URLs of the service workers that run. */
async function running(browser: Chromium): Promise<readonly string[]> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const targets = await session?.send('Target.getTargets');
  await session?.detach();
  return targets?.targetInfos.filter(({ type }) => type === 'service_worker').map(({ url }) => url) ?? ['Chromium has ended.'];
}

test('no request wakes the stopped worker while DevTools is closed', async () => {
  const browser = scene.browser as Chromium;
  await until('the new worker listens to nothing', async () => !(await listens(browser)));
  expect(await running(browser)).toHaveLength(1);
  await browser.killWorker();
  await browser.goto(`${server.at('a')}/`);
  await browser.goto(`${server.at('a')}/again`);
  expect(await running(browser)).toEqual([]);
});

test('nothing is kept once DevTools is closed', async () => {
  const browser = scene.browser as Chromium;
  await browser.goto(`${server.at('a')}/`);
  const panel = await browser.openPanel();
  await until('a recording is kept', async () => (await kept(browser)).includes('recording'));
  await panel.close();
  await until('nothing is kept', async () => (await kept(browser)).length === 0, { instead: () => kept(browser) });
});
