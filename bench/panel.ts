import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { ensureBrowser } from '../test/browsers/ensure';
import type { PanelBench } from '../test/panel/main';
import { type Figure, quantile, spread } from './figures';

const EXCHANGES = 10_000;
const CONFIG = 'test/panel/vite.config.ts';

declare const bench: PanelBench;

/** The panel, built for production, in a real Chromium: 10,000 exchanges with 100,000 cookies on their wires. */
export async function run(): Promise<readonly Figure[]> {
  await build({ configFile: CONFIG, logLevel: 'error' });
  const server = await preview({ configFile: CONFIG, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${server.resolvedUrls?.local[0]}?facts=none`);
    await page.waitForSelector('.top-bar');
    const heap = new Heap(page, await page.context().newCDPSession(page));
    return [
      ...(await firstPaint(page, heap)),
      await append(page),
      await scroll(page),
      await filter(page),
      await select(page),
      await stream(page),
      await clearing(page, heap),
      bundle(),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function firstPaint(page: Page, heap: Heap): Promise<readonly Figure[]> {
  const before = await heap.used();
  const times = await page.evaluate(async (count) => {
    const facts = bench.facts(count);
    const start = performance.now();
    bench.begin(facts);
    const replayed = performance.now();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return { facts: facts.length, replay: replayed - start, paint: performance.now() - replayed };
  }, EXCHANGES);
  const after = await heap.used();
  return [
    { what: `replay ${times.facts} facts`, ours: `${times.replay.toFixed(0)} ms` },
    { what: 'first paint of the list once replayed', ours: `${times.paint.toFixed(0)} ms`, goal: 'under 100 ms' },
    {
      what: 'heap per exchange with its facts',
      ours: `${((after - before) / EXCHANGES / 1000).toFixed(2)} kB`,
      goal: 'under 4 kB',
    },
  ];
}

async function append(page: Page): Promise<Figure> {
  const samples = await page.evaluate(async () => {
    const out: number[] = [];
    for (let round = 0; round < 40; round++) {
      const facts = bench.facts(20);
      const start = performance.now();
      bench.more(facts);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      out.push(performance.now() - start);
    }
    return out;
  });
  return { what: 'append 20 exchanges, to painted', ours: spread(samples) };
}

/** Frames while the list is scrolled by 220 px each. */
async function scroll(page: Page): Promise<Figure> {
  const samples = await page.evaluate(async () => {
    const list = document.querySelector('.request-list') as HTMLElement;
    list.scrollTop = 0;
    const out: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let step = 0; step < 300; step++) {
      list.scrollTop += 220;
      const now = await new Promise<number>(requestAnimationFrame);
      out.push(now - before);
      before = now;
    }
    return out;
  });
  return {
    what: 'scroll, 220 px a frame',
    ours: `${spread(samples)}, most ${quantile(samples, 1).toFixed(0)} ms`,
    goal: 'p95 17 ms, none over 50 ms',
  };
}

/** From a key to the filtered list on the screen. */
async function filter(page: Page): Promise<Figure> {
  await page.locator('#filter').focus();
  const samples: number[] = [];
  for (const text of ['cookie:cookie_3 is:set', '-status:200', 'items/77', 'name:/_[37]$/ is:rejected']) {
    for (let length = 1; length <= text.length; length++) {
      samples.push(await page.evaluate(typed, text.slice(0, length)));
    }
  }
  await page.evaluate(typed, '');
  return { what: 'type in the filter, key to painted list', ours: spread(samples), goal: 'p95 under 100 ms' };
}

async function typed(text: string): Promise<number> {
  const field = document.querySelector('#filter') as HTMLInputElement;
  const start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}

/** From choosing a row to its diagram and explanation on the screen. */
async function select(page: Page): Promise<Figure> {
  const samples = await page.evaluate(async () => {
    const list = document.querySelector('.request-list') as HTMLElement;
    list.focus();
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    const out: number[] = [];
    for (let step = 0; step < 60; step++) {
      const start = performance.now();
      list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      out.push(performance.now() - start);
    }
    return out;
  });
  return { what: 'choose the next row, key to painted explanation', ours: spread(samples), goal: 'p95 under 50 ms' };
}

/** Frames while 200 exchanges a second arrive, with the list at its end. */
async function stream(page: Page): Promise<Figure> {
  const seconds = 10;
  const samples = await page.evaluate(async (length) => {
    const list = document.querySelector('.request-list') as HTMLElement;
    list.scrollTop = list.scrollHeight;
    const out: number[] = [];
    const start = performance.now();
    let told = 0;
    let before = await new Promise<number>(requestAnimationFrame);
    while (before - start < length * 1000) {
      const due = Math.floor(((performance.now() - start) / 1000) * 200);
      if (due > told) bench.more(bench.facts(due - told));
      told = due;
      const now = await new Promise<number>(requestAnimationFrame);
      out.push(now - before);
      before = now;
    }
    return out;
  }, seconds);
  return {
    what: `frames in a stream of 200 exchanges a second for ${seconds} s`,
    ours: `${spread(samples)}, most ${quantile(samples, 1).toFixed(0)} ms`,
    goal: 'p95 17 ms',
  };
}

async function clearing(page: Page, heap: Heap): Promise<Figure> {
  const used: number[] = [];
  for (let round = 0; round < 3; round++) {
    await page.evaluate(async () => {
      bench.anew();
      bench.begin(bench.facts(3000));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      bench.begin([]);
      bench.anew();
      bench.clear();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    });
    used.push(await heap.used());
  }
  return {
    what: 'heap after clear, three rounds',
    ours: used.map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`).join(', '),
    goal: 'no growth',
  };
}

/** What the panel's page loads, compressed. */
function bundle(): Figure {
  const folder = '.cache/panel/assets';
  const bytes = readdirSync(folder).reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  return { what: 'panel bundle, gzip', ours: `${(bytes / 1000).toFixed(0)} kB`, goal: 'under 300 kB' };
}

class Heap {
  constructor(
    readonly page: Page,
    readonly session: CDPSession,
  ) {}

  /** Bytes in use after a collection. */
  async used(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = (await this.session.send('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  }
}
