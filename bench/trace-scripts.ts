import { say } from '../src/words/catalogue';
import { launchChromium } from '../test/browsers/chromium';
import type { DrivenBrowser } from '../test/browsers/driven';
import { launchFirefox } from '../test/browsers/firefox';
import { until } from '../test/browsers/until';
import { type BenchOptions, type Figure, quantile, quartiles } from './figures';
import { served } from './served-page';

const WARM_UP = 2;
const ROUNDS = 10;
/** Reads and writes that are timed together: the page's clock is too coarse for one. */
const CALLS = 200;
/** Scripts of the page that write a cookie while it loads. */
const SCRIPTS = 40;

const PAGE = `<!doctype html><link rel="icon" href="data:,">${Array.from(
  { length: SCRIPTS },
  (_, at) => `<script>document.cookie = 'by_script_${at}=1; Path=/; Max-Age=60';</script>`,
).join('')}`;

/** What one load took, in milliseconds, and one call, in microseconds. */
interface Sample {
  readonly load: number;
  readonly write: number;
  readonly read: number;
}

type What = keyof Sample;

/** What `document.cookie` and a page with scripts that write cost with _Trace scripts_ on, beside off: the panel is open in both. */
export async function run(options: BenchOptions): Promise<readonly Figure[]> {
  const page = await served((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(PAGE);
  });
  try {
    const figures: Figure[] = [];
    for (const name of options.browser ?? (['chromium', 'firefox'] as const))
      figures.push(...(await measured(name, page.url, options.rounds ?? ROUNDS)));
    return figures;
  } finally {
    await page.close();
  }
}

async function measured(name: 'chromium' | 'firefox', url: string, rounds: number): Promise<readonly Figure[]> {
  const browsers: DrivenBrowser[] = [];
  try {
    for (const isTraced of [false, true]) {
      const browser =
        name === 'chromium'
          ? await launchChromium({ extension: 'dist/chrome' })
          : await launchFirefox({ extension: 'dist/firefox' });
      browsers.push(browser);
      await opened(browser, url, isTraced);
    }
    const samples: Sample[][] = browsers.map(() => []);
    // By turns: what else the machine does meets both.
    for (let round = 0; round < WARM_UP + rounds; round++)
      for (const [at, browser] of browsers.entries()) {
        const sample = await loaded(browser, url);
        if (round >= WARM_UP) samples[at]?.push(sample);
      }
    const [off = [], on = []] = samples;
    const figure = (what: string, of: What, unit: string): Figure => {
      const [traced, untraced] = [on, off].map((each) => each.map((sample) => sample[of]));
      return {
        what: `${name}, ${what}`,
        ours: `${quartiles(traced ?? [], 1)} ${unit}`,
        beside: {
          'not traced': `${quartiles(untraced ?? [], 1)} ${unit}`,
          ratio: (quantile(traced ?? [], 0.5) / quantile(untraced ?? [], 0.5)).toFixed(2),
        },
      };
    };
    return [
      figure('a write of document.cookie', 'write', 'µs'),
      figure('a read of document.cookie', 'read', 'µs'),
      figure(`a page with ${SCRIPTS} scripts that write`, 'load', 'ms'),
    ];
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

/** Opens the panel, and has the page's scripts traced. */
async function opened(browser: DrivenBrowser, url: string, isTraced: boolean): Promise<void> {
  await browser.goto(url);
  const panel = await browser.openPanel();
  if (!isTraced) return;
  await panel.click('button', say('settings.title'));
  await panel.click('[popover] label', say('script.trace'));
  await until('pages are traced', async () => {
    await browser.goto(url);
    return !(await browser.inPage(() =>
      /cookie/.test(String(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set)),
    ));
  });
}

/** Loads the page, and calls in it. */
async function loaded(browser: DrivenBrowser, url: string): Promise<Sample> {
  await browser.goto(url);
  return browser.inPage((calls: number) => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const each = (call: (at: number) => void): number => {
      const start = performance.now();
      for (let at = 0; at < calls; at++) call(at);
      return ((performance.now() - start) / calls) * 1000;
    };
    const write = each((at) => {
      // biome-ignore lint/suspicious/noDocumentCookie: this is what is measured.
      document.cookie = `written=${at}; Path=/; Max-Age=60`;
    });
    let octets = 0;
    const read = each(() => {
      octets += document.cookie.length;
    });
    return { load: entry?.duration ?? Number.NaN, write, read: octets > 0 ? read : Number.NaN };
  }, CALLS);
}
