import { browser } from './browser';

/** Memory that outlives the worker but not the browser. A test passes a Map in its place. */
export interface SessionStore {
  /** Octets it holds at most. */
  readonly quota: number;
  /** Everything. */
  readAll(): Promise<Readonly<Record<string, unknown>>>;
  /** All or nothing; rejected when over quota. */
  write(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** storage.session: 10 MiB, never on disk. */
export const sessionStore: SessionStore = {
  quota: 10 * 1024 * 1024,
  readAll: () => browser.storage.session.get(null),
  write: (items) => browser.storage.session.set({ ...items }),
  remove: (keys) => browser.storage.session.remove([...keys]),
};
