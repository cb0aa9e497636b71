import type { Instant } from '../../analysis/engine/base/units';

/** Share of the width, from 0 to 1, that what lies after "now" gets: it is not to scale. */
const LATER = 0.2;
const STEPS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400];

/** From instants of a recording to places on a lifeline. */
export interface LifeScale {
  /** In per cent of the width. */
  readonly at: (instant: Instant) => number;
  readonly now: number;
  readonly ticks: readonly { readonly at: number; readonly ms: number }[];
}

/**
 * @param from first instant of the recording
 * @param to the last one: "now"
 * @param later whether room is left for what comes after now
 */
export function lifeScale(from: Instant, to: Instant, later: boolean): LifeScale {
  const now = later ? 1 - LATER : 1;
  const length = Math.max(1000, to - from);
  const at = (instant: Instant) => 100 * now * Math.min(1, Math.max(0, (instant - from) / length));
  const step = STEPS.find((seconds) => (seconds * 1000) / length > 0.15) ?? 86_400;
  const ticks: { at: number; ms: number }[] = [];
  // A mark close before now would stand in the words of now.
  for (let ms = 0; ms <= length - step * 900; ms += step * 1000) ticks.push({ at: (100 * now * ms) / length, ms });
  return { at, now: 100 * now, ticks };
}
