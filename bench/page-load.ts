import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Chromium, launchChromium } from '../test/browsers/chromium';
import { openDevTools } from '../test/browsers/chromium-panel';
import { type Figure, quantile, spread } from './figures';

const SUBREQUESTS = 500;
const WARM_UP = 3;
const PAIRS = 25;

/**
 * How long a page of 500 subrequests takes with the extension recording and without it: the same page in two
 * browsers, both with DevTools open, by turns in one run.
 */
export async function run(): Promise<readonly Figure[]> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('Cache-Control', 'no-store');
    if (path.startsWith('/image/')) {
      // One of ten sets a cookie, all of them send those that are set: as busy as a real page.
      const number = Number(path.split('/')[2]);
      if (number % 10 === 0) response.setHeader('Set-Cookie', `c${number % 50}=v${number}; Path=/; HttpOnly; SameSite=Lax`);
      response.setHeader('Content-Type', 'image/gif').end(DOT);
    } else {
      response.setHeader('Content-Type', 'text/html').end(PAGE);
    }
  });
  const url = await listen(server);
  const browsers: Chromium[] = [];
  try {
    const bare = await launchChromium();
    browsers.push(bare);
    await bare.goto(url);
    await openDevTools(bare.context, bare.page);
    const recording = await launchChromium({ extension: 'dist/chrome' });
    browsers.push(recording);
    await recording.goto(url);
    await recording.openPanel();
    return figures(await pairs(bare, recording, url));
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/** The smallest picture there is. */
const DOT = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

const PAGE = `<!doctype html><title>${SUBREQUESTS} subrequests</title>${Array.from({ length: SUBREQUESTS }, (_, n) => `<img src="/image/${n}">`).join('')}`;

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

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://page.localhost:${(server.address() as AddressInfo).port}/`));
  });
}
