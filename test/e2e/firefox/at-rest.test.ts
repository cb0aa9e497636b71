import { expect, test } from 'vitest';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

/** Names of the events that wake the stopped background. */
const waking = (browser: Firefox) =>
  browser.inBrowser<readonly string[]>(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     return [...extension.persistentListeners ?? []].flatMap(([module, events]) => [...events.keys()].map((event) => module + '.' + event));`,
    browser.extensionId,
  );

/** Whether the running background keeps anything of a recording, or still takes DevTools for open. */
const keeps = (browser: Firefox) =>
  browser.inBrowser<boolean>(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     const view = [...extension.views].find((each) => each.viewType === 'background');
     const kept = await view.xulBrowser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands')
       .executeScript('return browser.storage.session.get(null).then((all) => [Object.keys(all), localStorage.getItem("devtools")])', [], { sandboxName: null, newSandbox: true, timeout: 10000, async: false });
     return kept[0].length > 0 || kept[1] !== 'closed';`,
    browser.extensionId,
  );
const state = (browser: Firefox) =>
  browser.inBrowser<string>(`return WebExtensionPolicy.getByID(args[0]).extension.backgroundState`, browser.extensionId);
const isRequest = (name: string): boolean => name.startsWith('webRequest.');

test('after DevTools is closed nothing is kept, and requests wake the background once at most', async () => {
  const { panel, server } = play();
  const browser = play().browser as Firefox;
  expect((await waking(browser)).some(isRequest)).toBe(true);
  await panel.panel.close();
  await until('nothing is kept', async () => !(await keeps(browser)));

  // Firefox forgets a listener only when the event page loads without it: the first request afterwards has that done.
  await browser.stopBackground();
  await browser.goto(`${server.at('raw')}/once`);
  await until('requests wake it no more', async () => !(await waking(browser)).some(isRequest), {
    instead: () => waking(browser),
  });
  await browser.stopBackground();
  await browser.goto(`${server.at('raw')}/twice`);
  expect(await state(browser)).toBe('stopped');
});
