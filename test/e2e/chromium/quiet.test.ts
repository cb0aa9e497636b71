import { expect, test } from 'vitest';
import type { Chromium } from '../../browsers/chromium';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

interface Api {
  readonly chrome: {
    readonly webRequest: Readonly<Record<string, { hasListeners?(): boolean }>>;
    readonly storage: { readonly session: { get(all: null): Promise<object> } };
  };
}

const background = (browser: Chromium) =>
  browser.inBackground(async () => {
    const { webRequest, storage } = (globalThis as unknown as Api).chrome;
    const listens = Object.values(webRequest).some((event) => event?.hasListeners?.() === true);
    return { listens, kept: Object.keys(await storage.session.get(null)) };
  });

test('the background script listens to nothing and keeps nothing, while DevTools is open and after', async () => {
  const browser = play().browser as Chromium;
  await browser.goto(`${play().server.at('raw')}/page`);
  await play().panel.row({ path: '/page' });
  expect(await background(browser)).toEqual({ listens: false, kept: [] });
  await play().panel.panel.close();
  expect(await background(browser)).toEqual({ listens: false, kept: [] });
});
