/** The place of the first element whose number is not smaller, of a list in the order of its numbers; its length = there is none. */
export function firstFrom<T>(list: readonly T[], number: number, numberOf: (element: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = list[middle];
    if (element !== undefined && numberOf(element) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
