import type { Page } from 'playwright-core';
import { firstLoadSize } from '../test/packaging/first-load-size';
import type { PanelBench } from '../test/panel/main';
import { type Figure, quantile, spread } from './figures';
import { frames, typed } from './frames';
import { Heap } from './heap';
import { onPanelPage } from './panel-page';
import { begun, chosen, keysInLab, opened, scrolledList, streamed } from './panel-runs';

const SIZE = 10_000;
const LARGE = 100_000;
/** How long the stream goes on, in seconds. */
const STREAM = { [SIZE]: 60, [LARGE]: 30 };
const VIEWS = ['cookies', 'sign-in', 'findings', 'lab', 'flow'];
const TYPED = ['cookie:cookie_3 is:set', '-status:200', 'items/77', 'name:/_[37]$/ is:rejected'];

declare const bench: PanelBench;

/** The panel, built for production, in a real Chromium: 10,000 exchanges with ten cookies on the wire of each, and 100,000. */
export async function run(): Promise<readonly Figure[]> {
  const usual = await onPanelPage((page) => measured(page, SIZE));
  const large = await onPanelPage((page) => measured(page, LARGE));
  return [
    ...usual.map((figure) => {
      const other = large.find(({ what }) => what === figure.what);
      return other ? { ...figure, beside: { [String(LARGE)]: other.ours } } : figure;
    }),
    bundle(),
  ];
}

async function measured(page: Page, size: keyof typeof STREAM): Promise<readonly Figure[]> {
  const heap = await Heap.of(page);
  return [
    ...(await beginning(page, heap, size)),
    await append(page),
    // Frames first: what a filter asked of rows stays in the heap.
    { what: 'scroll, 220 px a frame', ours: frames(await scrolledList(page)), goal: 'p95 17 ms, none over 50 ms' },
    { what: 'type in the filter, key to painted list', ours: spread(await typing(page)), goal: 'p95 under 100 ms' },
    {
      what: 'choose the next row, key to painted explanation',
      ours: spread(await page.evaluate(chosen, 60)),
      goal: 'p95 under 50 ms',
    },
    ...(await views(page)),
    await labKeys(page),
    {
      what: 'frames in a stream of 200 exchanges a second',
      ours: frames(await page.evaluate(streamed, STREAM[size])),
      goal: 'p95 17 ms, none over 50 ms',
    },
    await clearing(page, heap),
  ];
}

/** From the moment that the log is there, for the recording is replayed in slices: to the first rows, and to all. */
async function beginning(page: Page, heap: Heap, size: number): Promise<readonly Figure[]> {
  const before = await heap.used();
  const { first, all, analyzed, frames: each } = await page.evaluate(begun, size);
  const bytes = (await heap.used()) - before;
  return [
    { what: 'log there, to first rows painted', ours: `${first.toFixed(0)} ms`, goal: 'under 100 ms' },
    { what: '  to all rows listed', ours: `${all.toFixed(0)} ms` },
    { what: '  frames meanwhile', ours: frames(each), goal: 'none over 50 ms' },
    { what: '  to the analysis of all, in pieces', ours: `${analyzed.toFixed(0)} ms` },
    { what: 'heap per exchange with its facts', ours: `${(bytes / size / 1000).toFixed(2)} kB`, goal: 'under 2 kB' },
  ];
}

async function append(page: Page): Promise<Figure> {
  const samples = await page.evaluate(async () => {
    const out: number[] = [];
    for (let round = 0; round < 40; round++) {
      const facts = bench.facts(20);
      const start = performance.now();
      bench.more(facts);
      const rows = bench.rows();
      do await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      while (bench.rows() < rows + 20);
      out.push(performance.now() - start);
    }
    return out;
  });
  return { what: 'append 20 exchanges, to painted (drawn every 220 ms)', ours: spread(samples) };
}

/** From each key to the filtered list on the screen. */
async function typing(page: Page): Promise<readonly number[]> {
  await page.locator('#filter').focus();
  const samples: number[] = [];
  for (const text of TYPED) {
    for (let length = 1; length <= text.length; length++) samples.push(await page.evaluate(typed, text.slice(0, length)));
  }
  await page.evaluate(typed, '');
  return samples;
}

/** From the click on a view's tab to the view on the screen: its code not loaded yet, and again. */
async function views(page: Page): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const view of VIEWS) {
    const first = await page.evaluate(opened, view);
    const again: number[] = [];
    for (let round = 0; round < 5; round++) {
      await page.evaluate(opened, view === 'flow' ? 'lab' : 'flow');
      again.push(await page.evaluate(opened, view));
    }
    figures.push({
      what: `open ${view}, to painted`,
      ours: `first ${first.toFixed(0)} ms, again ${quantile(again, 0.5).toFixed(0)} ms`,
    });
  }
  return figures;
}

/** From a key in the Lab's line to its verdict and drawing on the screen. */
async function labKeys(page: Page): Promise<Figure> {
  await page.evaluate(opened, 'lab');
  await page.locator('#lab-line').focus();
  await page.waitForSelector('[data-wire-of]');
  const samples = await page.evaluate(keysInLab, '; SameSite=Lax; Max-Age=3600; HttpOnly');
  await page.evaluate(opened, 'flow');
  return { what: "a key in the Lab's line, work until its verdict is rendered", ours: spread(samples), goal: 'p95 under 16 ms' };
}

async function clearing(page: Page, heap: Heap): Promise<Figure> {
  const used: number[] = [];
  for (let round = 0; round < 3; round++) {
    await page.evaluate(begun, 3000);
    await page.evaluate(async () => {
      bench.begin([]);
      bench.anew();
      bench.clear();
      while (bench.rows() > 0) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    });
    used.push(await heap.used());
  }
  return {
    what: 'heap after clear, three rounds',
    ours: used.map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`).join(', '),
    goal: 'no growth',
  };
}

function bundle(): Figure {
  const octets = firstLoadSize('dist/chrome');
  return { what: 'panel bundle, first load, gzip', ours: `${(octets / 1000).toFixed(1)} kB`, goal: 'under 230 kB' };
}
