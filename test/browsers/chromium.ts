import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Background, background } from './chromium-background';
import { type ChromiumPanel, openPanel } from './chromium-panel';
import type { DrivenBrowser } from './driven';
import { ensureBrowser } from './ensure';
import { called } from './function-text';
import { type ProfileFolder, profileFolder } from './profile-folder';
import { until } from './until';

export interface ChromiumOptions {
  /** Folder of an unpacked extension. */
  readonly extension?: string;
  /** More switches; a repeated one wins over ours. */
  readonly args?: readonly string[];
  /** `default`: as a fresh profile has it, third-party cookies are blocked. */
  readonly thirdParty?: 'allow' | 'default';
  readonly dark?: boolean;
  readonly headless?: boolean;
  /** Size of the windows in CSS pixels; 1400 × 900 if not told. */
  readonly size?: readonly [width: number, height: number];
  /** Where Playwright writes a HAR of all pages when the browser is closed. */
  readonly har?: string;
}

export interface Chromium extends DrivenBrowser {
  readonly context: BrowserContext;
  /** The current tab. */
  readonly page: Page;
  /** A new tab that does not become the current one, at `url` if given. */
  open(url?: string): Promise<Page>;
  /** Opens the real DevTools on a page, the current one if not told, and our panel in it. */
  openPanel(page?: Page): Promise<ChromiumPanel>;
  /** Runs a function in the extension's service worker and gives what it returns. Wakes nothing: the worker must be running. */
  inBackground: Background['run'];
  /** Kills the extension's service worker and waits until it is gone. */
  killWorker(): Promise<void>;
}

// Read by playwright when it launches: DevTools windows then appear as pages.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every host is this machine, `*.localhost` included; no test can reach the network.
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--ignore-certificate-errors',
];

/** What loads pages behind the address bar before anybody types in it: a sixth of what starting costs. */
const IDLE_FEATURES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Launches a real Chromium with a fresh profile. What was started is ended again if anything fails on the way. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const executablePath = ensureBrowser('chromium');
  const profile = profileFolder('chromium');
  let context: BrowserContext | null = null;
  const close = async () => {
    await context?.close();
    profile.remove();
  };
  try {
    writePreferences(profile.path, options);
    context = await chromium.launchPersistentContext(profile.path, {
      executablePath: withoutFeatures(executablePath, profile),
      headless: options.headless ?? true,
      viewport: null,
      colorScheme: options.dark ? 'dark' : 'light',
      args: switches(options),
      ...(options.har === undefined ? {} : { recordHar: { path: options.har, content: 'omit' } }),
    });
    return await drive(context, options, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function drive(context: BrowserContext, options: ChromiumOptions, close: () => Promise<void>): Promise<Chromium> {
  const extension = options.extension === undefined ? null : await background(context);
  const before: Page[] = [];
  let page = context.pages()[0] ?? (await context.newPage());
  const open = async (url?: string) => {
    const opened = await context.newPage();
    if (url !== undefined) await opened.goto(url);
    return opened;
  };
  const theExtension = (): Background => {
    if (!extension) throw new Error('Chromium was launched without an extension.');
    return extension;
  };
  return {
    context,
    extensionId: extension?.id ?? '',
    get page() {
      return page;
    },
    async goto(url) {
      await page.goto(url);
    },
    open,
    async openTab(url) {
      before.push(page);
      page = await open(url);
    },
    async closeTab() {
      await page.close();
      page = before.pop() ?? (await context.newPage());
    },
    async switchTo(part) {
      before.push(page);
      page = await until(`a tab is at ${part}`, () => context.pages().find((each) => each.url().includes(part)));
    },
    // Playwright hands on one argument, and its own type of a page function is not expressible in ours.
    inPage: (run, ...args) => page.evaluate(called(run, args)),
    click: (selector) => page.click(selector),
    fill: (selector, text) => page.fill(selector, text),
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    openPanel: (on = page) => openPanel(context, on),
    clearCookies: () => context.clearCookies(),
    inBackground: (run, arg) => theExtension().run(run, arg),
    killWorker: () => theExtension().kill(),
    stopBackground: () => theExtension().kill(),
    reloadExtension: () => theExtension().reload(),
    close,
  };
}

/**
 * A script that starts Chromium and adds `IDLE_FEATURES` to those that Playwright switches off: of two such switches Chromium
 * takes the last, so ours alone would drop Playwright's.
 */
function withoutFeatures(executablePath: string, profile: ProfileFolder): string {
  const path = join(profile.path, 'chromium.sh');
  const text = `#!/bin/sh
for switch do
  case $switch in --disable-features=*) switch=$switch,${IDLE_FEATURES.join(',')} ;; esac
  shift
  set -- "$@" "$switch"
done
exec "${executablePath}" "$@"
`;
  writeFileSync(path, text, { mode: 0o700 });
  return path;
}

function switches(options: ChromiumOptions): string[] {
  const [width, height] = options.size ?? [1400, 900];
  const extension = options.extension === undefined ? null : resolve(options.extension);
  return [
    ...SWITCHES,
    `--window-size=${width},${height}`,
    ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ...(options.args ?? []),
  ];
}

function writePreferences(profile: string, options: ChromiumOptions): void {
  const devtools = {
    'ui-theme': JSON.stringify(options.dark ? 'dark' : 'default'),
    // It opens at once on what costs little, and without the news of its release.
    'panel-selected-tab': JSON.stringify('console'),
    releaseNoteVersionSeen: '9999',
  };
  const preferences = {
    ...(options.thirdParty === 'allow' ? { profile: { cookie_controls_mode: 0 } } : {}),
    // Without it an extension that was loaded from a folder is switched off when it reloads.
    extensions: { ui: { developer_mode: true } },
    devtools: { preferences: devtools, synced_preferences_sync_disabled: devtools },
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}
