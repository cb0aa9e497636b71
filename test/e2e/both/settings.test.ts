import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

const shownTheme = () => play().panel.panel.evaluate(() => document.documentElement.dataset.theme ?? null);
const shownTime = () => play().panel.words('[data-row-id] [data-part=time]');

test('a theme that is chosen holds against that of DevTools, and the panel keeps it for the next opening', async () => {
  const { panel } = play();
  const before = await shownTheme();
  const other = before === 'dark' ? 'light' : 'dark';
  await panel.press(say('settings.title'));
  await panel.panel.click('[popover] label', say(`settings.${other}`));
  await until(`the panel is ${other}`, async () => (await shownTheme()) === other);
  await expect
    .poll(() => panel.panel.evaluate(() => localStorage.getItem('panel.settings') ?? ''))
    .toContain(`"theme":"${other}"`);
  await panel.panel.click('[popover] label', say('settings.devtools'));
  await until('the panel is as DevTools again', async () => (await shownTheme()) === before);
  await panel.panel.press('Escape');
});

test('times are shown by the clock where one asks for it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/timed`);
  await panel.row({ path: '/timed', status: '200' });
  await expect.poll(() => shownTime()).toMatch(/^\d:\d\d\.\d$/);
  await panel.press(say('settings.title'));
  await panel.panel.click('[popover] label', say('settings.clock'));
  await until('the list tells the time of day', async () => /^\d\d:\d\d:\d\d\.\d$/.test(await shownTime()));
});

test('kept filters and sizes are forgotten on demand, the settings are not', async () => {
  const { panel } = play();
  await panel.panel.evaluate(() => localStorage.setItem('of another page', 'stays'));
  await panel.filter('is:set');
  await panel.press(say('filter.keep'));
  await until('the filter is kept', () => panel.panel.evaluate(() => localStorage.getItem('panel.filters') === 'is:set'));
  await panel.press(say('settings.title'));
  await panel.press(say('settings.forget'));
  await panel.shows(say('settings.forgotten'));
  const keys = await panel.panel.evaluate(() => Object.keys(localStorage));
  expect(keys.filter((key) => key.startsWith('panel.'))).toEqual(['panel.settings']);
  expect(keys).toContain('of another page');
  await expect.poll(() => panel.has(named(say('filter.forget')))).toBe(false);
});
