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

/** Adds a tab to DevTools that shows a page of ours. */
export async function createPanel(title: string, icon: string, page: string): Promise<void> {
  await browser.devtools.panels.create(title, icon, page);
}
