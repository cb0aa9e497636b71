import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { ChromiumPanel } from '../../browsers/chromium-panel';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['kept=1; Path=/'] } }, { alone: true });

test("a cookie's requests are shown in the Network panel, which is filtered by its name", async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.panel.click('#tab-cookies');
  await panel.panel.click('[data-cookie]');
  await panel.press(say('life.network'));
  const { devtools } = panel.panel as ChromiumPanel;
  const selected = () =>
    devtools.evaluate(
      `import('./ui/legacy/legacy.js').then((UI) => UI.InspectorView.InspectorView.instance().tabbedPane.selectedTabId)`,
    );
  await until('the Network panel is shown', async () => (await selected()) === 'network', { instead: selected });
  const filter = await until('it has a filter', () =>
    devtools.locator('.text-prompt').filter({ hasText: 'kept' }).first().textContent({ timeout: 1000 }),
  );
  expect(filter).toContain('cookie-name:kept');
});
