import { say } from '../src/words/catalogue';
import { type Chromium, launchChromium } from '../test/browsers/chromium';
import { openDevTools, openPanelIn } from '../test/browsers/chromium-panel';
import type { DrivenBrowser, DrivenPanel } from '../test/browsers/driven';
import { type Firefox, launchFirefox } from '../test/browsers/firefox';
import { recorderIn } from '../test/browsers/recorder-in-panel';
import { until } from '../test/browsers/until';
import { children, cpuTimes, extensionCpuTimes, PUT_OFF, usedSince, whenQuiet } from './cpu-time';

export type BrowserName = 'chromium' | 'firefox';

/** What is open in a browser beside the page. DevTools always is, on its console where our panel is not in view. */
export interface Variant {
  readonly name: string;
  /** Folder of an unpacked extension; null = none. */
  readonly extension: string | null;
  /** Whether its panel is in view. */
  readonly inView: boolean;
}

/** What one load took, in ms. */
export interface Load {
  readonly wall: number;
  readonly cpu: number;
  /** Of it, in the process that runs extensions. */
  readonly extension: number;
}

/** A browser of its own for a variant, with DevTools open. */
export interface LoadedBrowser {
  readonly variant: Variant;
  load(url: string): Promise<Load>;
  /** How many requests our extension has recorded since the list was last cleared; opens its panel for that. */
  recorded(): Promise<number>;
  close(): Promise<void>;
}

export async function loadedBrowser(name: BrowserName, variant: Variant, url: string): Promise<LoadedBrowser> {
  const before = new Set(children());
  const extension = variant.extension === null ? {} : { extension: variant.extension };
  const browser = name === 'chromium' ? await launchChromium(extension) : await launchFirefox(extension);
  const roots = children().filter((id) => !before.has(id));
  try {
    await browser.goto(url);
    const panel = variant.inView ? await browser.openPanel() : null;
    const openLater = panel ? null : await openConsole(browser);
    await whenQuiet(roots);
    return {
      variant,
      load: (at) => load(browser, { panel, roots, url: at }),
      recorded: async () => countRecorded(panel ?? (await openLater?.())),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Opens DevTools on its console. @returns how to open our panel in it */
async function openConsole(browser: Chromium | Firefox): Promise<() => Promise<DrivenPanel>> {
  if ('context' in browser) {
    const devtools = await openDevTools(browser.context, browser.page);
    return () => openPanelIn(devtools);
  }
  await browser.openToolbox();
  return () => browser.openPanel();
}

async function countRecorded(panel: DrivenPanel | undefined): Promise<number> {
  if (!panel) return 0;
  const { facts } = recorderIn(panel);
  const recorded = await until('the panel has its recording', async () => {
    const all = await facts();
    return all.length > 0 && all;
  });
  return recorded.filter(({ kind }) => kind === 'request-sent').length;
}

interface Loading {
  readonly panel: DrivenPanel | null;
  readonly roots: readonly number[];
  readonly url: string;
}

async function load(browser: DrivenBrowser, { panel, roots, url }: Loading): Promise<Load> {
  // Each load begins with an empty list: what a long one costs is measured in `panel.ts`.
  // Not by its key: which part of DevTools has the focus is not ours to say.
  await panel?.click('button', say('shell.clear'));
  await whenQuiet(roots);
  const before = { all: cpuTimes(roots), extension: extensionCpuTimes(roots) };
  await browser.goto(url);
  const wall = await until('the page is loaded', () => browser.inPage(loadTime));
  await whenQuiet(roots, PUT_OFF);
  return {
    wall,
    cpu: usedSince(before.all, cpuTimes(roots)),
    extension: usedSince(before.extension, extensionCpuTimes(roots)),
  };
}

/** Runs in the page: ms from the start of the navigation until the load event and every answer are there; 0 = not yet. */
function loadTime(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!navigation || navigation.loadEventEnd === 0) return 0;
  const ends = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((each) => each.responseEnd);
  return Math.max(navigation.loadEventEnd, ...ends);
}
