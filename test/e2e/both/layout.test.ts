import { expect, test } from 'vitest';
import type { DrivenPanel } from '../../browsers/driven';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['one=1; Path=/', '__Host-no=1; Domain=localhost; Path=/; Secure'] } });

type Docked = DrivenPanel & { dock(side: string): Promise<void> };
/** Firefox may load the panel anew in its other place: the row is chosen there again. */
async function dock(side: 'bottom' | 'right'): Promise<void> {
  const { panel } = play();
  await (panel.panel as Docked).dock(side);
  await panel.choose({ path: '/set', rejected: 1 });
}
/** Where the panes are: their boxes by name. */
const boxes = () =>
  play().panel.panel.evaluate(() => {
    const box = (selector: string) => {
      const { left, top, right, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, right, bottom };
    };
    return { list: box('.request-list'), diagram: box('.sequence'), explanation: box('.explanation') };
  });
const isWide = () => play().panel.panel.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test('docked at the bottom, list, diagram and explanation stand side by side', async () => {
  const { browser, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await dock('bottom');
  await until('they stand side by side', async () => {
    const { list, diagram, explanation } = await boxes();
    return list.right > 0 && list.right <= diagram.left + 1 && diagram.right <= explanation.left + 1;
  });
  expect(await isWide()).toBe(false);
});

test('docked at the right, they stand one below the other', async () => {
  await dock('right');
  await until('they stand one below the other', async () => {
    const { list, diagram, explanation } = await boxes();
    return list.bottom > 0 && list.bottom <= diagram.top + 1 && diagram.bottom <= explanation.top + 1;
  });
  expect(await isWide()).toBe(false);
});

test('a splitter is moved by the arrows, and stays there when the panel is opened again', async () => {
  const { browser, panel, scene, server } = play();
  await dock('bottom');
  const size = (of: DrivenPanel) =>
    of.evaluate(() => Number(document.querySelector('[role=separator]')?.getAttribute('aria-valuenow')));
  await until('the panes are side by side', async () => (await boxes()).list.right < (await boxes()).diagram.left + 2);
  const before = await size(panel.panel);
  await panel.panel.evaluate(() => document.querySelector<HTMLElement>('[role=separator]')?.focus());
  await panel.panel.press('ArrowRight');
  await until('it has moved', async () => (await size(panel.panel)) === before + 16);
  await panel.panel.close();
  const again = await scene.browser.openPanel();
  await browser.goto(`${server.at('raw')}/set`);
  await until('it is where it was left', async () => (await size(again)) === before + 16, { instead: () => size(again) });
});
