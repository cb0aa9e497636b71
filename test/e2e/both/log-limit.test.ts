import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { tape } from '../capture/tape';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

const MOST_EVENTS = 'select[name="settings-mostEvents"]';

/** Runs in the page: so many writes of one cookie, each of which is at least one event. */
const write = (name: string, count: number) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the quickest way to many events.
  for (let n = 0; n < count; n++) document.cookie = `${name}=${n}; Path=/`;
};

test('a limit that is chosen drops the oldest events at once, and holds when the panel is opened again', async () => {
  const { browser, panel, server } = play();
  const recorded = tape(panel.panel);
  await browser.goto(`${server.at('raw')}/page`);
  await panel.row({ path: '/page', status: '200' });
  await browser.inPage(write, 'first', 12_000);
  await recorded.until('more is recorded than the lowest limit', (facts) => facts.length > 10_000);
  await expect.poll(() => recorded.log()).toMatchObject({ dropped: 0 });
  await panel.press(say('settings.title'));
  await panel.focus(MOST_EVENTS);
  await panel.panel.press('Home');
  await recorded.until('the oldest were dropped', (facts) => facts.length <= 10_000);
  await panel.shows(say('trouble.dropped.other').split('$')[0] ?? '');
  await panel.panel.reload();
  await until('the panel is there again', () => panel.has('[role=tab]'));
  await panel.press(say('settings.title'));
  await expect
    .poll(() => panel.panel.evaluate((of) => document.querySelector<HTMLSelectElement>(of)?.value, MOST_EVENTS))
    .toBe('10000');
  await browser.inPage(write, 'second', 12_000);
  const facts = await recorded.until('the last write is recorded', (all) => {
    const last = all.at(-1);
    return last?.kind === 'cookie-changed' && last.cookie.name === 'second' && last.cookie.value === '11999';
  });
  expect(facts.length).toBeLessThanOrEqual(10_000);
});
