import type { KeptItems } from '../../src/protocol/kept-items';

/** What is kept for as long as the page is open. */
export function keptInMemory(): KeptItems {
  const items = new Map<string, unknown>();
  return {
    all: async () => Object.fromEntries(items),
    keep: async (key, item) => void items.set(key, structuredClone(item)),
    remove: async (key) => void items.delete(key),
  };
}
