import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { type ChromiumPanel, openPanel } from './chromium-panel';
import { ensureBrowser } from './ensure';
import { profileFolder } from './profile-folder';
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
}

export interface Chromium {
  readonly context: BrowserContext;
  /** Empty when launched without an extension. */
  readonly extensionId: string;
  /** The page a fresh browser shows. */
  readonly page: Page;
  /** A new tab, at `url` if given. */
  open(url?: string): Promise<Page>;
  /** Opens the real DevTools on a page and our panel in it. */
  openPanel(page: Page): Promise<ChromiumPanel>;
  /** Runs a function in the extension's service worker and gives what it returns. Wakes nothing: the worker must be running. */
  inBackground<T, A = undefined>(run: (arg: A) => T | Promise<T>, arg?: A): Promise<T>;
  /** Kills the extension's service worker and waits until it is gone. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
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

/** Launches a real Chromium with a fresh profile. What was started is ended again if anything fails on the way. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const executablePath = ensureBrowser('chromium');
  const profile = profileFolder('chromium');
  writePreferences(profile.path, options);
  const [width, height] = options.size ?? [1400, 900];
  const extension = options.extension === undefined ? null : resolve(options.extension);
  const context = await chromium
    .launchPersistentContext(profile.path, {
      executablePath,
      headless: options.headless ?? true,
      viewport: null,
      colorScheme: options.dark ? 'dark' : 'light',
      args: [
        ...SWITCHES,
        `--window-size=${width},${height}`,
        ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
        ...(options.args ?? []),
      ],
    })
    .catch((error: unknown) => {
      profile.remove();
      throw error;
    });
  const close = async () => {
    await context.close();
    profile.remove();
  };
  try {
    const worker = extension ? await until('the extension is loaded', () => extensionWorker(context)) : null;
    const extensionId = worker ? new URL(worker.url()).hostname : '';
    return {
      context,
      extensionId,
      page: context.pages()[0] ?? (await context.newPage()),
      async open(url) {
        const page = await context.newPage();
        if (url !== undefined) await page.goto(url);
        return page;
      },
      openPanel: (page) => openPanel(context, page),
      async inBackground(run, arg) {
        const running = await until('the service worker runs', () => extensionWorker(context));
        // Playwright's own type of a page function is not expressible in ours.
        return running.evaluate(run as never, arg as never);
      },
      killWorker: () => killWorker(context, extensionId),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const extensionWorker = (context: BrowserContext): Worker | undefined =>
  context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));

async function killWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('Chromium has ended.');
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find((target) => target.type === 'service_worker' && target.url.includes(extensionId));
    if (!worker) return;
    await session.send('Target.closeTarget', { targetId: worker.targetId });
    await until('the killed service worker is gone', async () => {
      const now = await session.send('Target.getTargets');
      return !now.targetInfos.some((target) => target.targetId === worker.targetId);
    });
  } finally {
    await session.detach();
  }
}

function writePreferences(profile: string, options: ChromiumOptions): void {
  const theme = { 'ui-theme': JSON.stringify(options.dark ? 'dark' : 'default') };
  const preferences = {
    ...(options.thirdParty === 'allow' ? { profile: { cookie_controls_mode: 0 } } : {}),
    devtools: { preferences: theme, synced_preferences_sync_disabled: theme },
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}
