import type { SessionStore } from '../../src/platform/session-store';

export interface TestStore extends SessionStore {
  readonly items: ReadonlyMap<string, string>;
  /** Characters held, as JSON. */
  readonly size: number;
  /** Fails every write with this from now on; null ends it. */
  fail(error: Error | null): void;
}

/** A Map with a quota that, like a browser's, refuses a write as a whole, and forgets nothing when a worker dies. */
export function aStore({ quota = Number.POSITIVE_INFINITY } = {}): TestStore {
  const items = new Map<string, string>();
  let failure: Error | null = null;
  const sizeOf = (all: ReadonlyMap<string, string>) => [...all].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    quota,
    items,
    get size() {
      return sizeOf(items);
    },
    fail(error) {
      failure = error;
    },
    async readAll() {
      return Object.fromEntries([...items].map(([key, value]) => [key, JSON.parse(value)]));
    },
    async write(written) {
      if (failure) throw failure;
      const after = new Map([...items, ...Object.entries(written).map(([key, value]) => [key, JSON.stringify(value)] as const)]);
      if (sizeOf(after) > quota) throw new Error('Session storage quota bytes exceeded. Values were not stored.');
      for (const [key, value] of after) items.set(key, value);
    },
    async remove(keys) {
      for (const key of keys) items.delete(key);
    },
  };
}
