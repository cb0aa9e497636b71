import { readFileSync } from 'node:fs';
import type { Chromium } from '../browsers/chromium';
import type { ChromiumPanel } from '../browsers/chromium-panel';
import type { DrivenPanel } from '../browsers/driven';

/** What a soak asks of a browser beyond what its user does. */
export interface BrowserProbe {
  /** Takes the extension its access to all sites, or gives it back. */
  access(granted: boolean): Promise<void>;
  /** Docks DevTools in all ways, and undocks it. */
  dockAround(panel: DrivenPanel): Promise<void>;
  /** From now on `errors` knows. To be called before anything of the extension runs that is to be watched. */
  listenToErrors(): Promise<void>;
  /** Errors of the extension that nothing caught. */
  errors(): Promise<readonly string[]>;
  /** What the extension's pages in DevTools keep after a collection; bytes. */
  memory(panel: DrivenPanel): Promise<number>;
  /** How much more of it may be kept without being more; bytes. */
  readonly slack: number;
  /** What the whole browser takes of the machine's memory; bytes. */
  wholeMemory(): Promise<number>;
}

interface ExtensionInfo {
  readonly runtimeErrors: readonly { readonly message: string; readonly severity: string; readonly source: string }[];
}

export function chromiumProbe(browser: Chromium): BrowserProbe {
  const inSettings = async <T>(script: string): Promise<T> => {
    const page = await browser.open('chrome://extensions/');
    try {
      return (await page.evaluate(script)) as T;
    } finally {
      await page.close();
    }
  };
  const configure = (what: object): Promise<void> =>
    inSettings(
      `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId: browser.extensionId, ...what })})`,
    );
  return {
    access: (granted) => configure({ hostAccess: granted ? 'ON_ALL_SITES' : 'ON_CLICK' }),
    slack: 6 * 1024 * 1024,
    listenToErrors: () => configure({ errorCollection: true }),
    async dockAround(panel) {
      for (const side of ['bottom', 'right', 'left', 'undocked'] as const) await (panel as ChromiumPanel).dock(side);
    },
    async errors() {
      const info = await inSettings<ExtensionInfo>(`chrome.developerPrivate.getExtensionInfo('${browser.extensionId}')`);
      return info.runtimeErrors
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ message, source }) => `${message} (${source})`);
    },
    async memory(panel) {
      const session = await browser.context.newCDPSession((panel as ChromiumPanel).frame);
      try {
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
        return usedSize;
      } finally {
        await session.detach();
      }
    },
    async wholeMemory() {
      const session = await browser.context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error('Chromium has ended.');
      const { processInfo } = (await session.send('SystemInfo.getProcessInfo' as never)) as {
        processInfo: readonly { id: number }[];
      };
      await session.detach();
      return processInfo.reduce((sum, { id }) => sum + proportionalSize(id), 0);
    },
  };
}

/** A process's own memory and its share of what it shares; bytes. 0 = it has just ended. */
export function proportionalSize(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
