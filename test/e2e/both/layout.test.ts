import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { DrivenPanel } from '../../browsers/driven';
import { until } from '../../browsers/until';
import { named, PanelReader } from '../panel-reader';
import { rawScene } from '../scenes';

const LONG = `${'name'.repeat(30)}=${'value'.repeat(40)}; Path=/${'path'.repeat(30)}`;
const play = rawScene(
  { '/set': { setCookie: ['one=1; Path=/', '__Host-no=1; Domain=localhost; Path=/; Secure', LONG] } },
  { alone: true },
);

/** The panel as it was opened last. */
let opened: PanelReader | null = null;
const reader = () => opened ?? play().panel;
type Docked = DrivenPanel & { dock(side: string): Promise<void> };
/** Firefox may load the panel anew in its other place: the row is chosen there again. */
async function dock(side: 'bottom' | 'right'): Promise<void> {
  const panel = reader();
  await (panel.panel as Docked).dock(side);
  await panel.choose({ path: '/set', rejected: 1 });
}
async function resize(width: number, height: number): Promise<void> {
  const panel = reader();
  await panel.panel.resize(width, height);
  await panel.choose({ path: '/set', rejected: 1 });
}
const PANES = [named(say('list.label')), named(say('diagram.label')), named(say('explain.label'))] as const;
/** Where the panes are: their boxes by name. */
const boxes = () =>
  reader().panel.evaluate(
    (list, diagram, explanation) => {
      const box = (selector: string) => {
        const { left, top, right, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        return { left, top, right, bottom };
      };
      return { list: box(list), diagram: box(diagram), explanation: box(explanation) };
    },
    ...PANES,
  );
const isWide = () => reader().panel.evaluate(() => document.documentElement.scrollWidth > innerWidth);

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/set', rejected: 1 });
});

test('docked at the bottom, list, diagram and explanation stand side by side', async () => {
  await dock('bottom');
  await until('they stand side by side', async () => {
    const { list, diagram, explanation } = await boxes();
    return list.right > 0 && list.right <= diagram.left + 1 && diagram.right <= explanation.left + 1;
  });
  await expect.poll(() => isWide()).toBe(false);
});

test('docked at the right, they stand one below the other', async () => {
  await dock('right');
  await until('they stand one below the other', async () => {
    const { list, diagram, explanation } = await boxes();
    return list.bottom > 0 && list.bottom <= diagram.top + 1 && diagram.bottom <= explanation.top + 1;
  });
  await expect.poll(() => isWide()).toBe(false);
});

test('a splitter is moved by the arrows, and stays there when the panel is opened again', async () => {
  const { browser, panel, scene, server } = play();
  await dock('bottom');
  const size = (of: DrivenPanel) =>
    of.evaluate(() => Number(document.querySelector('[role=separator]')?.getAttribute('aria-valuenow')));
  await until('the panes are side by side', async () => (await boxes()).list.right < (await boxes()).diagram.left + 2);
  const before = await size(panel.panel);
  await panel.focus('[role=separator]');
  await panel.panel.press('ArrowRight');
  await until('it has moved', async () => (await size(panel.panel)) === before + 16);
  await panel.panel.close();
  const again = await scene.browser.openPanel();
  opened = new PanelReader(again);
  await browser.goto(`${server.at('raw')}/set`);
  await until('it is where it was left', async () => (await size(again)) === before + 16, { instead: () => size(again) });
});

test('in a wide window the list stands beside the diagram, which is above the explanation', async () => {
  await resize(1400, 900);
  await until(
    'they stand so',
    async () => {
      const { list, diagram, explanation } = await boxes();
      return list.right > 0 && list.right <= diagram.left + 1 && diagram.bottom <= explanation.top + 1;
    },
    { instead: boxes },
  );
  const { diagram, explanation } = await boxes();
  expect(explanation.left).toBe(diagram.left);
});

test('the document itself cannot be scrolled: the bars stay where they are', async () => {
  await resize(1200, 380);
  await until('the steps are listed', () => reader().has('[data-step]'));
  const scrolled = await reader().panel.evaluate(
    (explanation) => {
      for (const each of document.querySelectorAll(`${explanation} *`)) each.scrollIntoView({ block: 'center' });
      return [scrollY, document.body.scrollTop, document.querySelector('[role=tab]')?.getBoundingClientRect().top ?? -1];
    },
    named(say('explain.label')),
  );
  expect(scrolled).toEqual([0, 0, 0]);
});

for (const [width, height] of [
  [1400, 900],
  [520, 800],
] as const)
  test(`no view has anything cut off at its side at ${width} × ${height}`, async () => {
    await resize(width, height);
    const cut: string[] = [];
    for (const view of ['flow', 'incidents', 'cookies', 'sign-in', 'findings', 'lab'] as const) {
      await reader().openView(view);
      cut.push(...(await reader().panel.evaluate(cutOff)).map((what) => `${view}: ${what}`));
    }
    await reader().openView('flow');
    expect(cut).toEqual([]);
  });

// This runs in the panel's document.

/** What is wider inside than outside, save what says so with an ellipsis. */
function cutOff(): readonly string[] {
  // So far a splitter, and the edge of a heading, may be grasped beside its line.
  const GRIP = 2;
  const isHidden = (each: Element): boolean => getComputedStyle(each).clipPath !== 'none';
  return [...document.querySelectorAll<HTMLElement>('#root *')]
    .filter((each) => {
      const { display, textOverflow } = getComputedStyle(each);
      if (display === 'inline' || textOverflow === 'ellipsis' || each.closest('dialog, [popover]') || isHidden(each))
        return false;
      return each.scrollWidth > each.clientWidth + GRIP;
    })
    .map((each) => `${each.outerHTML.slice(0, 80)} ${each.scrollWidth} > ${each.clientWidth}`);
}
