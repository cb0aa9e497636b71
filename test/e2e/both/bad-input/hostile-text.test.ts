import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../../src/words/catalogue';
import { until } from '../../../browsers/until';
import { rawScene } from '../../scenes';

/** As octets: the server writes one a character. */
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const LONG = 'v'.repeat(4000);
const NAME = 'n'.repeat(3000);

const play = rawScene({
  '/hostile': {
    setCookie: [
      utf8('turned\u202Egro.live=1; Path=/'),
      utf8('hid\u200Bden=\u200Bx; Path=/'),
      `long=${LONG}; Path=/`,
      `${NAME}=1; Path=/elsewhere`,
    ],
  },
});

/** Elements that are wider than what they stand in and neither scroll nor cut, and the page itself. */
const overflowing = () =>
  play().panel.panel.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['page'] : [];
    for (const element of document.querySelectorAll<HTMLElement>('[data-bead], [role=row], main section')) {
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) wide.push(element.outerHTML.slice(0, 80));
    }
    return wide;
  });

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/hostile`);
  await panel.choose({ path: '/hostile', status: '200', set: 4 });
});

test('characters that turn the reading direction or have no width are named, and nothing breaks the layout', async () => {
  const { panel } = play();
  const marks = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-bead] [data-unseen]')].map((each) => each.innerText),
    );
  await until('both are named', async () => (await marks()).join() === 'RLO,ZWSP', { instead: marks });
  await expect.poll(() => overflowing()).toEqual([]);
});

test('a value of 4 kB is shown whole where it is revealed, and wraps', async () => {
  const { panel } = play();
  await panel.open({ name: 'long' });
  await panel.press(say('explain.reveal'));
  await until('the value is there', async () => (await panel.explanation()).replace(/\s/g, '').includes(LONG));
  await expect.poll(() => overflowing()).toEqual([]);
});

test('the table of cookies keeps its rows and columns with them', async () => {
  const { panel } = play();
  await panel.openView('cookies');
  await until('all are listed', () => panel.panel.evaluate(() => document.querySelectorAll('[data-cookie]').length === 4));
  await expect.poll(() => overflowing()).toEqual([]);
  const heights = await panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-cookie]')].map((row) => row.getBoundingClientRect().height),
  );
  expect(new Set(heights)).toEqual(new Set([22]));
});
