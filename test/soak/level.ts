const MEGABYTE = 1024 * 1024;

/** What was kept after each round, from one opening of DevTools to its closing; bytes. */
export type Stretch = readonly number[];

/**
 * What is wrong with memory: it has to be after the last round of a stretch what it was after the first, and after a new
 * opening of DevTools what it was after the first opening.
 * @param slack bytes that are no growth: caches fill, and a collection leaves something behind
 */
export function risen(stretches: readonly Stretch[], slack: number): readonly string[] {
  const within = stretches.filter((stretch) => (stretch.at(-1) ?? 0) - (stretch[0] ?? 0) > slack);
  const first = stretches.map((stretch) => stretch[0] ?? 0);
  const over = (first.at(-1) ?? 0) - (first[0] ?? 0) > slack ? [`each time DevTools was opened: ${list(first)}`] : [];
  return [...within.map((stretch) => `while DevTools was open: ${list(stretch)}`), ...over];
}

export const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

const list = (bytes: Stretch): string => bytes.map(megabytes).join(', ');
