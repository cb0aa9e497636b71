import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({
  '/set': { setCookie: ['kept=1; Path=/', 'held=1; Path=/; SameSite=Strict'] },
  '/leaves': { body: `<script>location.href = 'http://raw.localhost:' + location.port + '/reached'</script>` },
});

const view = () =>
  play().panel.panel.evaluate(() => document.querySelector('[role=tab][aria-selected="true"]')?.id.replace('tab-', '') ?? '');
const shows = (id: string) => until(`the view is ${id}`, async () => (await view()) === id);

test('a link leads to the cookie in Cookies, and Alt+← back to the request and its bead', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.choose({ path: '/set', set: 2 });
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

test('in the life of a withheld cookie, a mark leads to the request that went without it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('elsewhere')}/leaves`);
  await panel.row({ path: '/reached', status: '200', sent: 1, withheld: 1 });
  await panel.choose({ path: '/set' });
  await panel.open({ name: 'held', verdict: 'stored' });
  await panel.press(say('explain.cookie-link'));
  await shows('cookies');
  await panel.panel.click('.life-tick.withheld', 'GET /reached');
  await shows('flow');
  const selected = () =>
    panel.panel.evaluate(() => document.querySelector<HTMLElement>('.request-row[aria-selected="true"] .path')?.innerText.trim());
  await until('the request is chosen', async () => (await selected()) === '/reached', { instead: selected });
  const open = () => panel.panel.evaluate(() => document.querySelector<HTMLElement>('.bead[aria-pressed="true"]')?.title ?? '');
  expect(await open()).toContain(`held, ${say('verdict.withheld')}`);
  expect(await panel.explanation()).toContain('Strict');
});
