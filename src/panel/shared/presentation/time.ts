import type { Instant } from '../../../analysis/engine/base/units';
import { decimalText, numberText } from '../../../words/format';

/** From where times are told: the first instant of the recording, or the reader's own clock. */
export type TimeOrigin = Instant | 'clock';

/** When something was, as m:ss.s since the recording began or as hh:mm:ss.s of the reader's day. */
export function timeText(at: number, origin: TimeOrigin): string {
  return origin === 'clock' ? timeOfDay(at) : sinceStart(at - origin);
}

function timeOfDay(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const tenth = Math.floor(date.getMilliseconds() / 100);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${tenth}`;
}

/** Time since the recording began as m:ss.s. */
function sinceStart(ms: number): string {
  const tenths = Math.max(0, Math.round(ms / 100));
  const minutes = Math.floor(tenths / 600);
  const rest = tenths - minutes * 600;
  const hours = Math.floor(minutes / 60);
  const tail = `${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
  return hours > 0 ? `${hours}:${String(minutes % 60).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** How long something took, as 38 ms or 1.24 s. */
export function tookTime(ms: number): string {
  return ms < 1000 ? `${numberText(Math.round(ms))} ms` : `${decimalText(ms / 1000, ms < 10_000 ? 2 : 1)} s`;
}

/** A moment in the reader's own time zone, such as 23 Nov 2027, 12:00. */
export function dateText(instant: number): string {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return String(instant);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(instant);
}
