import type { LocalStore } from '../protocol/local-store';
import { browser } from './browser';

const PREFIX = 'kept/';

/** storage.local: a file in the browser's profile, unencrypted. */
export const localStore: LocalStore = {
  async all() {
    const found = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith(PREFIX));
    return Object.fromEntries(found.map(([key, item]) => [key.slice(PREFIX.length), item]));
  },
  put: (key, item) => browser.storage.local.set({ [PREFIX + key]: item }),
  remove: (key) => browser.storage.local.remove(PREFIX + key),
};
