import { resolve } from 'node:path';
import type { Fact } from '../../src/analysis/facts/fact';
import { launchChromium } from '../../test/browsers/chromium';
import type { DrivenPanel } from '../../test/browsers/driven';
import type { Browser } from '../../test/browsers/ensure';
import { launchFirefox } from '../../test/browsers/firefox';
import { until } from '../../test/browsers/until';
import type { Hosts } from '../hosts';
import { followRecording } from './recording';
import { walkThroughSignIn } from './walk';

const SIZE = { width: 1400, height: 900 } as const;

/**
 * Drives the sign-in in a real browser that nobody sees, with the extension and its panel in the real DevTools. Leaves a
 * picture of the panel with the sign-in chosen, and gives what the extension recorded.
 */
export async function demonstrate(browser: Browser, hosts: Hosts, picture: string): Promise<readonly Fact[]> {
  return browser === 'firefox' ? demonstrateFirefox(hosts, picture) : demonstrateChromium(hosts, picture);
}

async function demonstrateChromium(hosts: Hosts, picture: string): Promise<readonly Fact[]> {
  const chromium = await launchChromium({ extension: resolve('dist/chrome') });
  try {
    const panel = await chromium.openPanel();
    await panel.dock('undocked');
    await panel.devtools.setViewportSize(SIZE);
    const recording = await followRecording(panel, chromium);
    await walkThroughSignIn(chromium, hosts);
    const facts = await recording.settled();
    await chooseSignIn(panel);
    await panel.painted();
    await panel.devtools.screenshot({ path: picture, animations: 'disabled' });
    return facts;
  } finally {
    await chromium.close();
  }
}

async function demonstrateFirefox(hosts: Hosts, picture: string): Promise<readonly Fact[]> {
  const firefox = await launchFirefox({
    extension: resolve('dist/firefox'),
    size: [SIZE.width, SIZE.height],
    // Most of the picture is for the toolbox: it cannot be a window of its own and be in the picture.
    prefs: { 'devtools.toolbox.footer.height': 640 },
  });
  try {
    const panel = await firefox.openPanel();
    const recording = await followRecording(panel, firefox);
    await walkThroughSignIn(firefox, hosts);
    const facts = await recording.settled();
    await chooseSignIn(panel);
    await panel.screenshot(picture);
    return facts;
  } finally {
    await firefox.close();
  }
}

/** Chooses POST /sign-in in the list, so that its flow and the new session id are explained. */
async function chooseSignIn(panel: DrivenPanel): Promise<void> {
  const id = await until('the panel lists POST /sign-in', () => panel.evaluate(signInRow));
  await panel.click(`[data-row-id="${id}"]`);
  await until('the panel shows its flow', () => panel.evaluate(shownFlow));
}

// These two run in the panel's document.

function signInRow(): string | null {
  const row = [...document.querySelectorAll<HTMLElement>('[role="row"][data-row-id]')].find(
    ({ textContent }) => textContent.includes('POST') && textContent.includes('/sign-in'),
  );
  return row?.dataset.rowId ?? null;
}

function shownFlow(): boolean {
  return document.body.textContent.includes('303 See Other');
}
