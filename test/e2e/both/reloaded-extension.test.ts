import { test } from 'vitest';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

// Chromium closes DevTools when an extension with a panel in it is reloaded, Firefox puts a new panel in the place of the old.
test('the extension reloaded while its panel is open: the panel that comes after it records', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('raw')}/before`);
  await panel.row({ path: '/before', status: '200' });
  await browser.reloadExtension();
  await until('the panel of the old extension is gone', async () => !(await panel.panel.isOpen()));
  const again = await scene.openPanel();
  await browser.goto(`${server.at('raw')}/after`);
  await again.row({ path: '/after', status: '200' });
});
