import { sayCount } from './catalogue';

const DAY = 86_400;

/** A number of seconds in the largest unit that says it well: 900 → 15 minutes, 5,400 → 90 minutes. */
export function lengthOf(seconds: number): string {
  const rounded = Math.round(seconds);
  if (rounded < 120) return sayCount('length.seconds', rounded);
  if (rounded < 2 * 3600) return sayCount('length.minutes', Math.round(rounded / 60));
  if (rounded < 2 * DAY) return sayCount('length.hours', Math.round(rounded / 3600));
  return sayCount('length.days', Math.round(rounded / DAY));
}
