import { beforeAll, expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
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
      .filter((row) => row.querySelector('[data-mark]'))
      .map((row) => row.querySelector<HTMLElement>('[data-column=name]')?.innerText.replace(/\s+/g, ' ').trim() ?? ''),
  );
const marks = (wanted: readonly string[]) =>
  until(`what differs is ${wanted.join(', ')}`, async () => JSON.stringify((await marked()).sort()) === JSON.stringify(wanted), {
    instead: marked,
  });
/** Looks at the jar before the second request, by the link in the explanation of what it set. */
async function travel(): Promise<void> {
  const { panel } = play();
  await panel.openView('flow');
  await panel.choose({ path: '/two', status: '200', set: 1 });
  await panel.open({ name: 'a', verdict: 'replaced' });
  await panel.press(say('explain.jar-link'));
  await panel.shows(sayCount('travel.added', 1));
}

beforeAll(async () => {
  const { browser, panel, server } = play();
  for (const path of ['one', 'two', 'three']) await browser.goto(`${server.at('raw')}/${path}`);
  await panel.row({ path: '/three', status: '200', set: 2 });
});

test('a link in the explanation leads to the jar before the request, compared with now', async () => {
  await travel();
  await marks(['a changed', 'b removed', 'c added']);
});

test('any two moments are compared, chosen by the arrows', async () => {
  const { panel } = play();
  await travel();
  await panel.focus(`${named(say('travel.label'))} select`);
  await panel.panel.press('End');
  const second = named(say('travel.second'));
  await until('a second moment can be chosen', () => panel.has(second));
  await panel.focus(second);
  await panel.panel.press('End');
  await until('the second moment is the last one', () =>
    panel.panel.evaluate((slider) => {
      const range = document.querySelector<HTMLInputElement>(slider);
      return range !== null && range.value === range.max;
    }, second),
  );
  await panel.focus(named(say('travel.moment')));
  const before = await panel.text();
  await panel.panel.press('ArrowRight');
  await until('the moment has moved', async () => (await panel.text()) !== before);
  await panel.press(say('travel.off'));
  await marks([]);
  await expect.poll(() => panel.has(named(say('travel.label')))).toBe(false);
});
