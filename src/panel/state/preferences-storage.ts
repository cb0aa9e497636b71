import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** Before each key, because other pages of the extension use the same storage. */
const PREFIX = 'panel.';

/** What the panel keeps under a key from one opening to the next; null = nothing. Of a recording it holds nothing but what the reader ignores: rule, cookie's name and scope. */
export const stored = (key: string): string | null => localStorage.getItem(PREFIX + key);

/** @param text null = is kept no longer */
export function store(key: string, text: string | null): void {
  if (text === null) localStorage.removeItem(PREFIX + key);
  else localStorage.setItem(PREFIX + key, text);
  for (const listener of listeners) listener();
}

/** Removes everything the panel stored, except what is under these keys. */
export function removeStored(save: readonly string[]): void {
  const stays = new Set(save.map((key) => PREFIX + key));
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && !stays.has(key)) localStorage.removeItem(key);
  }
  for (const listener of listeners) listener();
}

/** Calls when something is kept or forgotten. Gives how to end that. */
export function onStored(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is kept under a key, and how to keep another. */
export function useStored(key: string): readonly [string | null, (text: string | null) => void] {
  const text = useSyncExternalStore(onStored, () => stored(key));
  return [text, useCallback((next: string | null) => store(key, next), [key])];
}

/** What is kept as JSON; null where nothing is, or nothing that can be read. */
export function storedJson(key: string): unknown {
  try {
    return JSON.parse(stored(key) ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
