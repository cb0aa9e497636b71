import { expect, test } from 'vitest';
import type { Chromium } from '../../browsers/chromium';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

const listens = (browser: Chromium): Promise<boolean> =>
  browser.inBackground(() => {
    const { webRequest } = (globalThis as unknown as { chrome: { webRequest: Record<string, { hasListeners?(): boolean }> } })
      .chrome;
    return Object.values(webRequest).some((event) => event?.hasListeners?.() === true);
  });

test('the extension listens to requests while DevTools is open, and to none once it is closed', async () => {
  const browser = play().browser as Chromium;
  await browser.goto(`${play().server.at('raw')}/page`);
  await play().panel.row({ path: '/page' });
  expect(await listens(browser)).toBe(true);
  await play().panel.panel.close();
  await until('no listener is left', async () => !(await listens(browser)));
});
