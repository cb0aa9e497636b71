import type { Firefox } from '../browsers/firefox';
import type { FirefoxPanel } from '../browsers/firefox-panel';
import type { BrowserProbe } from './chromium-probe';
import { proportionalSize } from './chromium-probe';

export function firefoxProbe(browser: Firefox): BrowserProbe {
  return {
    access: (granted) => browser.inBrowser(ACCESS, browser.extensionId, granted),
    async dockAround(panel) {
      for (const host of ['right', 'window', 'bottom'] as const) await (panel as FirefoxPanel).dock(host);
    },
    listenToErrors: () => browser.inBrowser(LISTEN),
    errors: () => browser.inBrowser<string[]>(ERRORS, browser.extensionId),
    // Of a process there are no exact figures: pages of the heap that are half in use stay.
    slack: 30 * 1024 * 1024,
    async memory() {
      const read = async (): Promise<number> => {
        await browser.inBrowser(COLLECT);
        const pids = await browser.inBrowser<number[]>(PROCESSES, 'extension');
        return pids.reduce((sum, pid) => sum + proportionalSize(pid), 0);
      };
      // Processes collect when they come to it.
      let least = await read();
      for (let falling = 3; falling > 0; falling--) {
        const now = await read();
        if (now < least * 0.99) falling = 3;
        least = Math.min(least, now);
      }
      return least;
    },
    async wholeMemory() {
      const pids = await browser.inBrowser<number[]>(PROCESSES, null);
      return pids.reduce((sum, pid) => sum + proportionalSize(pid), 0);
    },
  };
}

const ACCESS = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  const all = { permissions: [], origins: extension.manifest.host_permissions };
  await (args[1] ? ExtensionPermissions.add(args[0], all, extension) : ExtensionPermissions.remove(args[0], all, extension));
`;

/** The console itself keeps no more than its last 250 messages. */
const LISTEN = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  if (window.soakErrors) return;
  window.soakErrors = [];
  Services.console.registerListener({ observe: (message) => window.soakErrors.push(message) });
`;

const ERRORS = `
  const own = 'moz-extension://' + WebExtensionPolicy.getByID(args[0]).mozExtensionHostname;
  return Services.wm.getMostRecentWindow('navigator:browser').soakErrors
    .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag)))
    .filter((each) => each.sourceName.startsWith(own))
    .map((each) => each.errorMessage + ' (' + each.sourceName + ':' + each.lineNumber + ')');
`;

const COLLECT = `
  const { promise, resolve } = Promise.withResolvers();
  Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(resolve);
  Services.obs.notifyObservers(null, 'child-mmu-request');
  await promise;
`;

const PROCESSES = `
  const info = await ChromeUtils.requestProcInfo();
  const children = info.children.filter(({ type }) => args[0] === null || type === args[0]).map(({ pid }) => pid);
  return args[0] === null ? [info.pid, ...children] : children;
`;
