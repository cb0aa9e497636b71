import { expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({
  '/one': { setCookie: ['a=1; Path=/', 'b=1; Path=/'] },
  '/two': { setCookie: ['a=2; Path=/'] },
  '/three': { setCookie: ['b=; Path=/; Max-Age=0', 'c=1; Path=/'] },
});

/** Cookies that are marked, with how they differ. */
const marked = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-cookie]')]
      .filter((row) => row.querySelector('.diff-mark'))
      .map((row) => row.querySelector<HTMLElement>('.name')?.innerText.replace(/\s+/g, ' ').trim() ?? ''),
  );
const marks = (wanted: readonly string[]) =>
  until(`what differs is ${wanted.join(', ')}`, async () => JSON.stringify((await marked()).sort()) === JSON.stringify(wanted), {
    instead: marked,
  });
const focus = (selector: string) =>
  play().panel.panel.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);

test('a link in the explanation leads to the jar before the request, compared with now', async () => {
  const { browser, panel, server } = play();
  for (const path of ['one', 'two', 'three']) await browser.goto(`${server.at('raw')}/${path}`);
  await panel.row({ path: '/three', status: '200', set: 2 });
  await panel.choose({ path: '/two', status: '200', set: 1 });
  await panel.open({ name: 'a', verdict: 'replaced' });
  await panel.press(say('explain.jar-link'));
  await panel.shows(sayCount('travel.added', 1));
  await marks(['a changed', 'b removed', 'c added']);
});

test('any two moments are compared, chosen by the arrows', async () => {
  const { panel } = play();
  await focus('.travel select');
  await panel.panel.press('End');
  const second = `[aria-label="${say('travel.second')}"]`;
  await until('a second moment can be chosen', () =>
    panel.panel.evaluate((slider) => document.querySelector(slider) !== null, second),
  );
  await focus(second);
  await panel.panel.press('End');
  await until('the second moment is the last one', () =>
    panel.panel.evaluate((slider) => {
      const range = document.querySelector<HTMLInputElement>(slider);
      return range !== null && range.value === range.max;
    }, second),
  );
  await focus(`[aria-label="${say('travel.moment')}"]`);
  const before = await panel.text();
  await panel.panel.press('ArrowRight');
  await until('the moment has moved', async () => (await panel.text()) !== before);
  await panel.press(say('travel.off'));
  await marks([]);
  expect(await panel.panel.evaluate(() => document.querySelector('.travel'))).toBeNull();
});
