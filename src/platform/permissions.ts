import { withSockets } from '../protocol/hosts';
import { browser } from './browser';

export interface Permissions {
  /** Of these match patterns, those that are not granted. */
  missing(patterns: readonly string[]): Promise<readonly string[]>;
}

export const permissions: Permissions = {
  async missing(patterns) {
    // Usually all are, and one call says so.
    if (await browser.permissions.contains({ origins: [...patterns] })) return [];
    const granted = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
    return patterns.filter((_, index) => !granted[index]);
  },
};

/** Asks the user; only in the turn of a click. False = refused. */
export const requestHosts = (patterns: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...withSockets(patterns)] });

/** Calls when hosts were granted or taken away. */
export function onPermissionsChange(then: () => void): void {
  browser.permissions.onAdded.addListener(then);
  browser.permissions.onRemoved.addListener(then);
}

/** Opens a page of this extension in a tab. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
