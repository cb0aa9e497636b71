import type { LocalStore } from '../../src/protocol/local-store';

/** What is kept for as long as the page is open. */
export function memoryStore(): LocalStore {
  const items = new Map<string, unknown>();
  return {
    all: async () => Object.fromEntries(items),
    put: async (key, item) => void items.set(key, structuredClone(item)),
    remove: async (key) => void items.delete(key),
  };
}
