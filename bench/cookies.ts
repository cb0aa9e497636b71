import type { PanelBench } from '../test/panel/main';
import { type Figure, spread } from './figures';
import { onPanelPage } from './panel-page';

const COOKIES = 1000;
const ROUNDS = 20;

declare const bench: PanelBench;

/** The Cookies view with 1,000 cookies of ten sites in the jar: from what a reader does to the table on the screen. */
export async function run(): Promise<readonly Figure[]> {
  return onPanelPage(async (page) => {
    await page.evaluate((count) => bench.begin(bench.jar(count)), COOKIES);
    await page.click('#tab-cookies');
    await page.waitForFunction(
      (count) => Number(document.querySelector('.cookie-table')?.getAttribute('aria-rowcount')) > count,
      COOKIES,
    );
    return [
      { what: `${COOKIES} cookies: sort by a column`, ours: spread(await page.evaluate(sorting, ROUNDS)), goal: GOAL },
      { what: '  group', ours: spread(await page.evaluate(grouping, ROUNDS)), goal: GOAL },
      { what: '  select the next', ours: spread(await page.evaluate(selecting, ROUNDS * 3)), goal: GOAL },
    ];
  });
}

const GOAL = 'p95 under 50 ms';

async function sorting(rounds: number): Promise<readonly number[]> {
  const out: number[] = [];
  const headings = [...document.querySelectorAll<HTMLElement>('.cookie-table [role=columnheader]')];
  for (let round = 0; round < rounds * 3; round++) {
    const start = performance.now();
    headings[Math.floor(round / 3) % headings.length]?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    out.push(performance.now() - start);
  }
  return out;
}

async function grouping(rounds: number): Promise<readonly number[]> {
  const out: number[] = [];
  const select = document.querySelector('.filter-bar.cookies select') as HTMLSelectElement;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    select.selectedIndex = (round + 1) % select.options.length;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    out.push(performance.now() - start);
  }
  return out;
}

async function selecting(rounds: number): Promise<readonly number[]> {
  const out: number[] = [];
  const table = document.querySelector('.cookie-table') as HTMLElement;
  table.focus();
  table.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    table.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    out.push(performance.now() - start);
  }
  return out;
}
