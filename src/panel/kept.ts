import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** What the panel keeps under a key from one opening to the next; null = nothing. It never holds anything of a recording. */
export const kept = (key: string): string | null => localStorage.getItem(key);

/** @param text null = is kept no longer */
export function keep(key: string, text: string | null): void {
  if (text === null) localStorage.removeItem(key);
  else localStorage.setItem(key, text);
  for (const listener of listeners) listener();
}

/** Forgets everything that is kept, save what is under these keys. */
export function forgetKept(save: readonly string[]): void {
  const saved = save.map((key) => [key, kept(key)] as const);
  localStorage.clear();
  for (const [key, text] of saved) if (text !== null) localStorage.setItem(key, text);
  for (const listener of listeners) listener();
}

/** Calls when something is kept or forgotten. Gives how to end that. */
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is kept under a key, and how to keep another. */
export function useKept(key: string): readonly [string | null, (text: string | null) => void] {
  const text = useSyncExternalStore(onKept, () => kept(key));
  return [text, useCallback((next: string | null) => keep(key, next), [key])];
}

/** What is kept as JSON; null where nothing is, or nothing that can be read. */
export function keptJson(key: string): unknown {
  try {
    return JSON.parse(kept(key) ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
