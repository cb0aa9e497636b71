/** Adds an element to the list under a key, which is made with its first. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, element: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [element]);
  else list.push(element);
}
