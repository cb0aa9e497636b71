import { expect, test } from 'vitest';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

const shown = () => play().panel.panel.evaluate(() => document.documentElement.dataset.theme ?? null);

test('the panel follows the theme of DevTools while it is open', async () => {
  for (const theme of ['dark', 'light', 'dark'] as const) {
    await (play().browser as Firefox).setDark(theme === 'dark');
    await until(`the panel is ${theme}`, async () => (await shown()) === theme);
  }
  expect(await play().panel.panel.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});
