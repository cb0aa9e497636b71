import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const requests = (name: string, count: number) => ({
  body: `<script>for (let at = 1; at <= ${count}; at++) fetch('/${name}-' + at);</script>`,
});
const play = rawScene({ '/many': requests('many', 60), '/more': requests('more', 30), '/again': requests('again', 30) });

const LIST = named(say('list.label'));

interface Place {
  readonly top: number;
  /** How many rows there are behind the last one that is wholly in view. */
  readonly behind: number;
}

const placeOf = (): Promise<Place> =>
  play().panel.panel.evaluate((name) => {
    const list = document.querySelector<HTMLElement>(name);
    const bottom = list?.getBoundingClientRect().bottom ?? 0;
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row-id]')];
    const last = rows.findLast((row) => row.getBoundingClientRect().bottom <= bottom + 1);
    const count = Number(list?.getAttribute('aria-rowcount'));
    return { top: list?.scrollTop ?? 0, behind: count - Number(last?.getAttribute('aria-rowindex')) };
  }, LIST);

const scroll = (to: 'end' | 'start') =>
  play().panel.panel.evaluate(
    (name, where) => {
      const list = document.querySelector<HTMLElement>(name);
      if (list) list.scrollTop = where === 'end' ? list.scrollHeight : 0;
    },
    LIST,
    to,
  );

/** Opens a page and waits until the list has its requests, in view or not. */
async function load(path: string, count: number): Promise<void> {
  const { browser, panel, server } = play();
  const before = await panel.rowCount();
  await browser.goto(`${server.at('raw')}${path}`);
  await until('the list has all requests', async () => (await panel.rowCount()) >= before + count + 1);
}

beforeAll(() => load('/many', 60));

test('the list stays at its end while rows are added, as long as the end is in view', async () => {
  await scroll('end');
  const { top } = await placeOf();
  await load('/more', 30);
  await until('the last row is in view', async () => (await placeOf()).behind === 0, { instead: placeOf });
  await expect.poll(async () => (await placeOf()).top).toBeGreaterThan(top + 20 * 22);
});

test('a list that was scrolled away from its end stays where it is', async () => {
  await scroll('start');
  const behind = await until('the first rows are drawn', async () => (await placeOf()).behind);
  await load('/again', 30);
  const { top, behind: now } = await placeOf();
  expect(top).toBe(0);
  expect(now).toBeGreaterThan(behind + 20);
});

test('a row that is brought into view does not lie beneath the heading of the list', async () => {
  await scroll('start');
  const [row, heading] = await play().panel.panel.evaluate((name) => {
    const list = document.querySelector<HTMLElement>(name);
    const [fifth] = [...document.querySelectorAll('[data-row-id]')].slice(4);
    const topOf = (element: Element | null | undefined) => element?.getBoundingClientRect().top ?? Number.NaN;
    list?.scrollBy(0, topOf(fifth) - topOf(list));
    fifth?.scrollIntoView({ block: 'nearest' });
    return [topOf(fifth), list?.querySelector('[role=rowgroup]')?.getBoundingClientRect().bottom ?? Number.NaN];
  }, LIST);
  expect(row).toBeGreaterThanOrEqual(heading);
});
