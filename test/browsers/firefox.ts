import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DrivenBrowser, Json } from './driven';
import { ensureBrowser } from './ensure';
import { type FirefoxPanel, openPanel, openToolbox, type ToolboxHost } from './firefox-panel';
import { returned } from './function-text';
import { type GuardedProcess, guardedProcess } from './guarded-process';
import { Marionette } from './marionette';
import { type ProfileFolder, profileFolder } from './profile-folder';
import { startupCache } from './startup-cache';
import { inTime, until } from './until';

export interface FirefoxOptions {
  /** Folder of an unpacked extension, installed for this run. */
  readonly extension?: string;
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  readonly dark?: boolean;
  readonly headless?: boolean;
  /** Size of the window in CSS pixels; 1400 × 900 if not told. */
  readonly size?: readonly [width: number, height: number];
}

export interface Firefox extends DrivenBrowser {
  /** Runs the body of an async function in the browser's own window, with its full rights; `args` holds the arguments. */
  inBrowser<T>(body: string, ...args: readonly Json[]): Promise<T>;
  /** Opens the real toolbox on the current tab, on its console. */
  openToolbox(): Promise<void>;
  /** Opens the real toolbox on the current tab and our panel in it. */
  openPanel(host?: ToolboxHost): Promise<FirefoxPanel>;
  setDark(dark: boolean): Promise<void>;
  /** Resolves once the browser is gone, closed by its user too. */
  readonly ended: Promise<void>;
  /** A picture of the whole browser window, docked toolbox included, as PNG. */
  screenshot(path: string): Promise<void>;
}

/** Half as many pictures as otherwise, for what looks at few: to draw takes a fifth of the processor's time. */
export const FEWER_PICTURES = { 'layout.frame_rate': 30 };

/** How long a script may take, in ms: on a busy machine DevTools open slowly. */
const SCRIPT_LIMIT = 120_000;

/** How long Firefox may take to quit by itself, in ms. */
const QUIT_LIMIT = 20_000;

const PREFS: FirefoxOptions['prefs'] = {
  'marionette.port': 0,
  'remote.prefs.recommended': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'app.update.disabledForTesting': true,
  'browser.startup.page': 0,
  // Escape would open it under any panel, whatever the panel does with the key, and take the focus.
  'devtools.toolbox.splitconsole.enabled': false,
  // Every host of ours is this machine, `*.localhost` anyway.
  'network.dns.native-is-localhost': true,
  'network.proxy.type': 0,
  'toolkit.cosmeticAnimations.enabled': false,
};

/** Launches a real Firefox with a fresh profile. What was started is ended again if anything fails on the way. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const path = ensureBrowser('firefox');
  const profile = profileFolder('firefox');
  startupCache.giveTo(profile);
  writePrefs(profile, { ...PREFS, 'devtools.theme': options.dark ? 'dark' : 'light', ...options.prefs });
  const browser = guardedProcess(
    [
      path,
      ...(options.headless === false ? [] : ['--headless']),
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      profile.path,
      'about:blank',
    ],
    environment(profile, options),
  );
  const end = async () => {
    await browser.end();
    profile.remove();
  };
  try {
    const marionette = await connect(browser, profile);
    const close = async () => {
      if (!startupCache.isKept && (await quits(marionette, browser))) startupCache.keep(profile);
      marionette.close();
      await end();
    };
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true, timeouts: { script: SCRIPT_LIMIT } });
    return { ...(await drive(marionette, options, close)), ended: browser.exit };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Whether it quits by itself, as it does when its user closes it. */
async function quits(marionette: Marionette, browser: GuardedProcess): Promise<boolean> {
  // Its answer may be lost with the connection.
  marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
  return inTime(browser.exit, 'Firefox', QUIT_LIMIT).then(
    () => true,
    () => false,
  );
}

async function drive(
  marionette: Marionette,
  options: FirefoxOptions,
  close: () => Promise<void>,
): Promise<Omit<Firefox, 'ended'>> {
  const extensionId = options.extension === undefined ? '' : await install(marionette, options.extension);
  const inBrowser: Firefox['inBrowser'] = async <T>(body: string, ...args: readonly Json[]) => {
    await marionette.use('chrome');
    return script<T>(marionette, `const args = [...arguments]; return (async () => {${body}})()`, args, 'system');
  };
  const screenshot: Firefox['screenshot'] = async (path) => {
    await marionette.use('chrome');
    const picture = (await marionette.send('WebDriver:TakeScreenshot', { full: false, hash: false })) as { value: string };
    writeFileSync(path, Buffer.from(picture.value, 'base64'));
  };
  // A page that another opened may still be loading.
  const element = (selector: string): Promise<string> =>
    until(`the page has ${selector}`, async () => {
      await marionette.use('content');
      const found = (await marionette.send('WebDriver:FindElement', { using: 'css selector', value: selector })) as {
        value: object;
      };
      return String(Object.values(found.value)[0]);
    });
  const type: Firefox['type'] = async (selector, text) => {
    await marionette.send('WebDriver:ElementSendKeys', { id: await element(selector), text });
  };
  return {
    extensionId,
    async goto(url) {
      await marionette.use('content');
      await marionette.send('WebDriver:Navigate', { url });
    },
    async openTab(url) {
      await marionette.use('content');
      const { handle } = (await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as { handle: string };
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
      if (url !== undefined) await marionette.send('WebDriver:Navigate', { url });
    },
    async closeTab() {
      await marionette.use('content');
      const [handle] = (await marionette.send('WebDriver:CloseWindow')) as readonly string[];
      if (handle !== undefined) await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
    },
    switchTo: (part) =>
      until(`a tab is at ${part}`, async () => {
        const handles = (await marionette.send('WebDriver:GetWindowHandles')) as readonly string[];
        for (const handle of handles) {
          await marionette.use('content');
          await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
          const { value } = (await marionette.send('WebDriver:GetCurrentURL')) as { value: string };
          if (value.includes(part)) return true;
        }
        return false;
      }).then(() => undefined),
    async inPage(run, ...args) {
      await marionette.use('content');
      return script(marionette, returned(run), args, null);
    },
    inBrowser,
    async click(selector) {
      await marionette.send('WebDriver:ElementClick', { id: await element(selector) });
    },
    fill: type,
    type,
    openToolbox: () => openToolbox(inBrowser),
    openPanel: (host = 'bottom') => openPanel({ inBrowser, extensionId, screenshot }, host),
    clearCookies: () => inBrowser(`Services.cookies.removeAll()`),
    stopBackground: () => inBrowser(SUSPEND, extensionId),
    reloadExtension: () => inBrowser(RELOAD, extensionId),
    setDark: (dark) => inBrowser(`Services.prefs.setStringPref('devtools.theme', args[0])`, dark ? 'dark' : 'light'),
    screenshot,
    close,
  };
}

const SUSPEND = `
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  const background = () => [...extension.views].find((view) => view.viewType === 'background') ?? null;
  const isBusy = () => extension.backgroundState !== 'running' || extension.backgroundContext?.pendingRunListenerPromisesCount > 0;
  const turn = () => new Promise((done) => Services.tm.dispatchToMainThread(done));
  const before = background();
  // As Firefox does it: not while events are being delivered; one that comes meanwhile calls the suspension off.
  // An open DevTools page wakes a new background at once: so it is the old one that must be gone.
  while (before !== null && background() === before) {
    if (isBusy()) await turn();
    else await extension.terminateBackground({ ignoreDevToolsAttached: true });
  }
`;

const RELOAD = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(args[0])).reload();
`;

async function install(marionette: Marionette, extension: string): Promise<string> {
  const { value } = (await marionette.send('Addon:Install', { path: resolve(extension), temporary: true })) as { value: string };
  return value;
}

async function script<T>(marionette: Marionette, text: string, args: readonly Json[], sandbox: 'system' | null): Promise<T> {
  const parameters = { script: text, args, sandbox, newSandbox: true };
  const answer = (await marionette.send('WebDriver:ExecuteScript', parameters)) as { value: T };
  return answer.value;
}

async function connect(browser: GuardedProcess, profile: ProfileFolder): Promise<Marionette> {
  const port = await until(
    'Firefox listens',
    () => {
      if (browser.ended) return -1;
      return Number(readFileSync(join(profile.path, 'MarionetteActivePort'), 'utf8'));
    },
    { limit: 60_000, instead: () => browser.complaints() },
  );
  if (port < 0) throw new Error(`Firefox has ended at once. ${browser.complaints()}`);
  return Marionette.connect(port);
}

function writePrefs(profile: ProfileFolder, prefs: NonNullable<FirefoxOptions['prefs']>): void {
  const lines = Object.entries(prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile.path, 'user.js'), lines.join(''));
}

function environment(profile: ProfileFolder, options: FirefoxOptions): NodeJS.ProcessEnv {
  const [width, height] = options.size ?? [1400, 900];
  return {
    ...process.env,
    // Firefox writes caches and crash reports below HOME too: all of it goes with the profile.
    HOME: profile.path,
    MOZ_HEADLESS_WIDTH: String(width),
    MOZ_HEADLESS_HEIGHT: String(height),
    MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
  };
}
