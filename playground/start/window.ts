import { chromium } from 'playwright-core';
import { openPanel } from '../../test/browsers/chromium-panel';
import type { Browser } from '../../test/browsers/ensure';
import { launchFirefox } from '../../test/browsers/firefox';
import { profileFolder } from '../../test/browsers/profile-folder';
import { installedChrome } from './installed-chrome';

/** A browser window for the user, with our panel open in DevTools. */
export interface Window {
  /** Resolves once the user has closed it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Opens a window with a fresh profile at a page, the extension in it, DevTools open, the panel chosen. */
export function openWindow(browser: Browser, url: string): Promise<Window> {
  return browser === 'firefox' ? openFirefox(url) : openChrome(url);
}

async function openChrome(url: string): Promise<Window> {
  const executablePath = installedChrome();
  // Swept away when this process ends: by then the browser writes no more.
  const profile = profileFolder('chrome');
  // Else playwright hides DevTools from us.
  process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath,
    headless: false,
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    // The user's window is no test: no bar about automation, and extensions are what it is for.
    ignoreDefaultArgs: ['--enable-automation', '--disable-extensions'],
    args: [
      '--enable-unsafe-extension-debugging',
      '--window-size=1400,900',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const closed = new Promise<void>((done) => context.once('close', () => done()));
  try {
    const session = await context.browser()?.newBrowserCDPSession();
    // Branded Chrome takes an unpacked extension no other way.
    await session?.send('Extensions.loadUnpacked' as never, { path: 'dist/chrome' } as never);
    const page = context.pages()[0] ?? (await context.newPage());
    const panel = await openPanel(context, page);
    await panel.dock('bottom');
    await page.goto(url);
    // On macOS the browser outlives its last window.
    page.once('close', () => void context.close());
  } catch (error) {
    await context.close();
    throw error;
  }
  return { closed, close: () => context.close() };
}

async function openFirefox(url: string): Promise<Window> {
  const firefox = await launchFirefox({
    headless: false,
    extension: 'dist/firefox',
    // The tests keep it off the network; the user may go where they like.
    prefs: { 'network.dns.native-is-localhost': false, 'network.proxy.type': 5 },
  });
  try {
    await firefox.openPanel();
    await firefox.goto(url);
  } catch (error) {
    await firefox.close();
    throw error;
  }
  return { closed: firefox.ended, close: () => firefox.close() };
}
