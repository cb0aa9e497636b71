import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const play = rawScene({
  '/set': { setCookie: ['kept=1; Path=/', 'held=1; Path=/; SameSite=Strict'] },
  '/leaves': { body: `<script>location.href = 'http://raw.localhost:' + location.port + '/reached'</script>` },
});

/** Follows the link from the explanation of what was set to the cookie. */
async function toCookie(name: string): Promise<void> {
  const { panel } = play();
  await panel.openView('flow');
  await panel.choose({ path: '/set', set: 2 });
  await panel.open({ name, verdict: 'stored' });
  await panel.press(say('explain.cookie-link'));
  await panel.showsView('cookies');
}

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/set', set: 2 });
});

test('a link leads to the cookie in Cookies, and Alt+← back to the request and its bead', async () => {
  const { panel } = play();
  await toCookie('kept');
  const chosen = () => panel.words('[data-cookie][aria-selected="true"]');
  await until('the cookie is chosen', async () => (await chosen()).startsWith('kept'));
  await panel.panel.press('Alt+ArrowLeft');
  await panel.showsView('flow');
  await expect.poll(() => panel.explanation()).toContain('kept');
});

test('the button in the bar leads back as well, and goes when there is no way back', async () => {
  const { panel } = play();
  await toCookie('kept');
  await panel.press(say('life.show'));
  await panel.showsView('flow');
  await panel.press(say('shell.back'));
  await panel.showsView('cookies');
  await panel.press(say('shell.back'));
  await panel.showsView('flow');
  await expect.poll(() => panel.has(named(say('shell.back')))).toBe(false);
});

test('in the life of a withheld cookie, a mark leads to the request that went without it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('elsewhere')}/leaves`);
  await panel.row({ path: '/reached', status: '200', sent: 1, withheld: 1 });
  await toCookie('held');
  await panel.panel.click('[data-tick=withheld]', 'GET /reached');
  await panel.showsView('flow');
  const selected = () => panel.words('[data-row-id][aria-selected="true"] [data-part=path]');
  await until('the request is chosen', async () => (await selected()) === '/reached', { instead: selected });
  const open = () =>
    panel.panel.evaluate(() => document.querySelector<HTMLElement>('[data-bead][aria-pressed="true"]')?.title ?? '');
  await expect.poll(() => open()).toContain(`held, ${say('verdict.withheld')}`);
  await expect.poll(() => panel.explanation()).toContain('Strict');
});
