import type { TabId } from '../analysis/facts/fact';
import { browser } from './browser';

/** The tab that DevTools is open on. Only in a page of DevTools. */
export const inspectedTab = (): TabId => browser.devtools.inspectedWindow.tabId;

/** Reloads the inspected page. Only in a page of DevTools. */
export const reloadInspected = (): void => {
  void browser.devtools.inspectedWindow.reload();
};

/** Adds a tab to DevTools that shows a page of ours. */
export async function createPanel(title: string, icon: string, page: string): Promise<void> {
  await browser.devtools.panels.create(title, icon, page);
}
