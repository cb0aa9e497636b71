import type { ElementHandle, Frame, Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../test/browsers/chromium';
import { openDevTools } from '../test/browsers/chromium-panel';
import { until } from '../test/browsers/until';
import { type Figure, spread } from './figures';
import { frames, scrolled, typed } from './frames';
import { Heap } from './heap';
import { idleExtension } from './idle-extension';
import { makeRequests, manyRequests } from './many-requests';

const REQUESTS = 10_000;
const TYPED = 'items/77';

/** The panel in the real DevTools beside their own Network panel, on the same 10,000 requests of a real page. */
export async function run(): Promise<readonly Figure[]> {
  const ours = await measured({ extension: 'dist/chrome' }, ourPanel);
  const network = await measured({}, networkPanel);
  const idle = idleExtension('chromium');
  const besideIdle = await measured({ extension: idle.path }, networkPanel).finally(idle.remove);
  const figure = (what: string, of: (of: Measured) => string): Figure => ({
    what,
    ours: of(ours),
    beside: { 'Network panel': of(network), 'Network panel, an extension listens and does nothing': of(besideIdle) },
  });
  return [
    figure(`${REQUESTS} requests of a page, to the last row`, ({ took }) => `${(took / 1000).toFixed(1)} s`),
    figure('  its heap per request', ({ bytes }) => `${(bytes / REQUESTS / 1000).toFixed(2)} kB`),
    figure('  scroll, 220 px a frame', ({ scroll }) => frames(scroll)),
    figure(`  type "${TYPED}", key to painted list`, ({ typing }) => spread(typing)),
  ];
}

/** A panel that lists requests, as far as it is measured. */
interface ListPanel {
  readonly place: Page | Frame;
  /** How many requests it lists. */
  count(): Promise<number>;
  list(): Promise<ElementHandle<Element>>;
  /** Filters by a text; milliseconds until that is painted. */
  type(text: string): Promise<number>;
}

interface Measured {
  /** Milliseconds from the first request until all are listed. */
  readonly took: number;
  /** How much its heap grew. */
  readonly bytes: number;
  readonly scroll: readonly number[];
  readonly typing: readonly number[];
}

async function measured(options: { extension?: string }, open: (browser: Chromium) => Promise<ListPanel>): Promise<Measured> {
  const server = await manyRequests();
  const browser = await launchChromium(options);
  try {
    await browser.goto(server.url);
    const panel = await open(browser);
    await browser.goto(server.url);
    const heap = await Heap.of(panel.place);
    const before = await heap.used();
    const start = performance.now();
    await browser.inPage(makeRequests, REQUESTS);
    await until(`${REQUESTS} requests are listed`, async () => (await panel.count()) >= REQUESTS, { limit: 60_000 });
    const took = performance.now() - start;
    const bytes = (await heap.used()) - before;
    const scroll = await (await panel.list()).evaluate(scrolled);
    const typing: number[] = [];
    for (let length = 1; length <= TYPED.length; length++) typing.push(await panel.type(TYPED.slice(0, length)));
    return { took, bytes, scroll, typing };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function ourPanel(browser: Chromium): Promise<ListPanel> {
  const panel = await browser.openPanel();
  await panel.dock('undocked');
  const { frame } = panel;
  return {
    place: frame,
    count: () => frame.evaluate(() => Number(document.querySelector('.request-list')?.getAttribute('aria-rowcount'))),
    list: () => frame.waitForSelector('.request-list'),
    type: (text) => frame.evaluate(typed, text),
  };
}

/** The front end's own modules; it offers no other way in. */
const LOG_VIEW = `const { NetworkPanel } = await import('./panels/network/network.js');
  const view = NetworkPanel.NetworkPanel.instance().networkLogView;`;

async function networkPanel(browser: Chromium): Promise<ListPanel> {
  const devtools = await openDevTools(browser.context, browser.page);
  const run = <T>(body: string): Promise<T> => devtools.evaluate(`(async () => { ${body} })()`);
  await until('the Network panel is shown', () =>
    run(`const UI = await import('./ui/legacy/legacy.js');
      UI.DockController.DockController.instance().setDockSide('undocked');
      await UI.ViewManager.ViewManager.instance().showView('network');
      return true;`),
  );
  return {
    place: devtools,
    count: () => run(`${LOG_VIEW} return view.flatNodesList().length;`),
    async list() {
      const handle = await devtools.evaluateHandle(`(async () => { ${LOG_VIEW} return view.dataGrid.scrollContainer; })()`);
      const element = handle.asElement();
      if (!element) throw new Error('The Network panel has no list.');
      return element as ElementHandle<Element>;
    },
    type: (text) =>
      run(`${LOG_VIEW}
        const start = performance.now();
        view.setTextFilterValue(${JSON.stringify(text)});
        do await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); while (view.needsRefresh);
        return performance.now() - start;`),
  };
}
