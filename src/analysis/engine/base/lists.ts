/** One empty list for all: a recording of a hundred thousand requests would hold a million. */
export const NOTHING: readonly never[] = [];

/** Adds an element to the list under a key, which is made with its first. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, element: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [element]);
  else list.push(element);
}
