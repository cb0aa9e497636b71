import type { TabId } from '../analysis/facts/fact';
import { browser } from './browser';

/** The tab that DevTools is open on. Only in a page of DevTools. */
export const inspectedTab = (): TabId => browser.devtools.inspectedWindow.tabId;

/** Reloads the inspected page. Only in a page of DevTools. */
export const reloadInspected = (): void => {
  void browser.devtools.inspectedWindow.reload();
};

// Chromium has it since 128; webextension-polyfill does not type it, and Firefox has none.
interface NetworkPanel {
  show?(options: { readonly filter: string }): unknown;
}

/** Opens the Network panel with a filter; false where the browser lets no extension do so. */
export async function showNetwork(filter: string): Promise<boolean> {
  const { network } = browser.devtools.panels as { readonly network?: NetworkPanel };
  if (!network?.show) return false;
  await network.show({ filter });
  return true;
}

// webextension-polyfill does not type it, and Firefox has none.
interface Panels {
  openResource?(url: string, lineNumber: number, callback: (result?: { readonly isError?: boolean }) => void): void;
}

/** Opens a source in the Sources panel at a line, counted from 1; false where the browser cannot. */
export async function showSource(url: string, line: number): Promise<boolean> {
  const panels = browser.devtools?.panels as Panels | undefined;
  if (!panels?.openResource) return false;
  return new Promise((resolve) => panels.openResource?.(url, line - 1, (result) => resolve(result?.isError !== true)));
}

/**
 * Adds a tab to DevTools that shows a page of this extension.
 * @param shown called with the page's window whenever it is shown, a new one after the page was loaded anew
 */
export async function createPanel(title: string, icon: string, page: string, shown: (panel: Window) => void): Promise<void> {
  const panel = await browser.devtools.panels.create(title, icon, page);
  panel.onShown.addListener((window) => shown(window as Window));
}
