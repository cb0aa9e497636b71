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
    slack: 10 * 1024 * 1024,
    // Not what the process takes of the machine: its allocators keep what they have freed, by far the greater part.
    async memory() {
      const read = async (): Promise<number> => {
        await browser.inBrowser(COLLECT);
        return browser.inBrowser<number>(IN_USE);
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
      const pids = await browser.inBrowser<number[]>(PROCESSES);
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

/** What Firefox's own reports count in the process of extensions: all of its heap that is in use, and what is not on the heap. */
const IN_USE = `
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  const { promise, resolve } = Promise.withResolvers();
  let inUse = 0;
  const add = (process, path, kind, units, amount) => {
    if (!process.startsWith('extension') || units !== Ci.nsIMemoryReporter.UNITS_BYTES) return;
    const isOffHeap = kind === Ci.nsIMemoryReporter.KIND_NONHEAP && path.startsWith('explicit/');
    if (path === 'heap-allocated' || isOffHeap) inUse += amount;
  };
  manager.getReports(add, null, resolve, null, false);
  await promise;
  return inUse;
`;

const PROCESSES = `
  const info = await ChromeUtils.requestProcInfo();
  return [info.pid, ...info.children.map(({ pid }) => pid)];
`;
