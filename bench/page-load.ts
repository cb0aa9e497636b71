import { type Chromium, launchChromium } from '../test/browsers/chromium';
import { openDevTools } from '../test/browsers/chromium-panel';
import { busyPage, SUBREQUESTS } from './busy-page';
import { type Figure, quantile, spread } from './figures';

const WARM_UP = 3;
const PAIRS = 25;

/**
 * How long a page of 500 subrequests takes with the extension recording and without it: the same page in two
 * browsers, both with DevTools open, by turns in one run.
 */
export async function run(): Promise<readonly Figure[]> {
  const page = await busyPage();
  const browsers: Chromium[] = [];
  try {
    const bare = await launchChromium();
    browsers.push(bare);
    await bare.goto(page.url);
    await openDevTools(bare.context, bare.page);
    const recording = await launchChromium({ extension: 'dist/chrome' });
    browsers.push(recording);
    await recording.goto(page.url);
    await recording.openPanel();
    return figures(await pairs(bare, recording, page.url));
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await page.close();
  }
}

interface Pair {
  readonly without: number;
  readonly with: number;
}

async function pairs(bare: Chromium, recording: Chromium, url: string): Promise<readonly Pair[]> {
  const all: Pair[] = [];
  for (let n = 0; n < WARM_UP + PAIRS; n++) {
    // By turns first and second, so that neither always runs on the warmer machine.
    const first = n % 2 === 0 ? bare : recording;
    const second = first === bare ? recording : bare;
    const a = await loadTime(first, url);
    const b = await loadTime(second, url);
    if (n >= WARM_UP) all.push(first === bare ? { without: a, with: b } : { without: b, with: a });
  }
  return all;
}

/** Milliseconds from the start of the navigation to the end of the load event. */
async function loadTime(browser: Chromium, url: string): Promise<number> {
  await browser.goto(url);
  return browser.inPage(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.duration ?? Number.NaN;
  });
}

function figures(measured: readonly Pair[]): readonly Figure[] {
  const without = measured.map((pair) => pair.without);
  const recorded = measured.map((pair) => pair.with);
  const ratios = measured.map((pair) => pair.with / pair.without);
  return [
    {
      what: `load a page of ${SUBREQUESTS} subrequests`,
      ours: spread(recorded),
      beside: { 'without the extension': spread(without) },
    },
    { what: `  ratio, median of ${measured.length} pairs`, ours: quantile(ratios, 0.5).toFixed(3), goal: 'at most 1.05' },
  ];
}
