import type { KeptItems } from '../protocol/kept-items';
import { browser } from './browser';

const PREFIX = 'kept/';

/** storage.local: a file in the browser's profile, unencrypted. */
export const keptItems: KeptItems = {
  async all() {
    const found = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith(PREFIX));
    return Object.fromEntries(found.map(([key, item]) => [key.slice(PREFIX.length), item]));
  },
  keep: (key, item) => browser.storage.local.set({ [PREFIX + key]: item }),
  remove: (key) => browser.storage.local.remove(PREFIX + key),
};
