/** How far the clock of the machine may go from the steady one before it counts as set, in ms. */
const SET = 20;

let offset = 0;

/** Milliseconds since 1970, finer than `Date.now()`. Follows a clock that is set meanwhile, as the browser's times do. */
export function now(): number {
  const steady = performance.timeOrigin + performance.now();
  const wall = Date.now();
  if (Math.abs(wall - steady - offset) > SET) offset = wall - steady;
  return steady + offset;
}
