import type { SessionStore } from '../platform/session-store';

/** What a full store asks of its owner. */
export interface StoreOwner {
  /** Removes something old, at least of this size if there is that much. False = there is nothing to remove. */
  makeRoom(size: number): Promise<boolean>;
  /** The store failed, and not for its size: the write is lost. */
  trouble(text: string): void;
}

/** A store that makes room when it is full, and never throws. */
export class RoomyStore {
  readonly #store: SessionStore;
  readonly #owner: StoreOwner;
  #room: Promise<boolean> | null = null;

  constructor(store: SessionStore, owner: StoreOwner) {
    this.#store = store;
    this.#owner = owner;
  }

  readAll(): Promise<Readonly<Record<string, unknown>>> {
    return this.#store.readAll();
  }

  /** Sent to the browser in this very turn. False = it could not be written. */
  async write(items: Readonly<Record<string, unknown>>, size: number): Promise<boolean> {
    // Nothing would have to go for what can never be held.
    if (size > this.#store.quota) return false;
    for (;;) {
      try {
        await this.#store.write(items);
        return true;
      } catch (error) {
        if (!isQuota(error)) {
          this.#owner.trouble(String(error));
          return false;
        }
        if (!(await this.#makeRoom(size))) return false;
      }
    }
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#store.remove(keys).catch((error: unknown) => this.#owner.trouble(String(error)));
  }

  /** Many writes may be refused at once: they wait for one another, and share the room. */
  #makeRoom(size: number): Promise<boolean> {
    this.#room ??= this.#owner.makeRoom(size).finally(() => {
      this.#room = null;
    });
    return this.#room;
  }
}

// Chromium: "Session storage quota bytes exceeded"; Firefox: "QuotaExceededError: …".
const isQuota = (error: unknown): boolean => /quota/i.test(String(error));
