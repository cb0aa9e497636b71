import { expect, test } from 'vitest';
import type { ChromiumPanel } from '../../browsers/chromium-panel';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

const shown = () => play().panel.panel.evaluate(() => document.documentElement.dataset.theme ?? null);
const ofDevTools = (theme: 'default' | 'dark') =>
  (play().panel.panel as ChromiumPanel).devtools.evaluate(`(async () => {
    const Common = await import('./core/common/common.js');
    Common.Settings.Settings.instance().moduleSetting('ui-theme').set(${JSON.stringify(theme)});
  })()`);

test('the panel follows the theme of DevTools while it is open', async () => {
  for (const [theme, scheme] of [
    ['dark', 'dark'],
    ['default', 'light'],
    ['dark', 'dark'],
  ] as const) {
    await ofDevTools(theme);
    await until(`the panel is ${scheme}`, async () => (await shown()) === scheme, { instead: shown, limit: 8000 });
  }
  expect(await play().panel.panel.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});
