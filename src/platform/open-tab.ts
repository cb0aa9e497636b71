import type { TabId } from '../analysis/facts/fact';
import { browser } from './browser';

/** Opens a tab, in front. */
export async function openTab(url: string): Promise<TabId> {
  const { id } = await browser.tabs.create({ url, active: true });
  if (id === undefined) throw new Error('The browser has opened no tab.');
  return id;
}
