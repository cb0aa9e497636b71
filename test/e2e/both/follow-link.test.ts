import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['kept=1; Path=/'] } });

const view = () =>
  play().panel.panel.evaluate(() => document.querySelector('[role=tab][aria-selected="true"]')?.id.replace('tab-', '') ?? '');
const shows = (id: string) => until(`the view is ${id}`, async () => (await view()) === id);

test('a link leads to the cookie in Cookies, and Alt+← back to the request and its bead', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.choose({ path: '/set', set: 1 });
  await panel.open({ name: 'kept', verdict: 'stored' });
  await panel.press(say('explain.cookie-link'));
  await shows('cookies');
  const chosen = () =>
    panel.panel.evaluate(() => document.querySelector<HTMLElement>('[data-cookie][aria-selected="true"]')?.innerText ?? '');
  await until('the cookie is chosen', async () => (await chosen()).startsWith('kept'));
  await panel.panel.press('Alt+ArrowLeft');
  await shows('flow');
  expect(await panel.explanation()).toContain('kept');
});

test('the button in the bar leads back as well, and goes when there is no way back', async () => {
  const { panel } = play();
  await panel.press(say('explain.cookie-link'));
  await shows('cookies');
  await panel.press(say('life.show'));
  await shows('flow');
  await panel.press(say('shell.back'));
  await shows('cookies');
  await panel.press(say('shell.back'));
  await shows('flow');
  expect(await panel.panel.evaluate((label) => document.querySelector(`[aria-label="${label}"]`), say('shell.back'))).toBeNull();
});
