import { type Instant, milliseconds } from '../../engine/base/units';
import type { RecorderStarted } from '../../facts/fact';

export type Browser = RecorderStarted['browser'];

/**
 * How long, by the facts' own times, a change waits for a response that explains it before it is shown in a row of its
 * own. Chromium tells of the response first; Firefox usually of the change.
 */
export const CHANGE_WAITS: Readonly<Record<Browser, number>> = { chromium: 100, firefox: 1500 };
/** How long a shown change can still be taken back. */
export const SHOWN_WAITS = 10_000;
/**
 * How long after its response a change is held for its doing. With forty processes waiting for each core, Chromium 156 told of
 * changes 12 s late: what comes later than this may be the response's all the same, and is called neither.
 */
export const APART = 5_000;
/**
 * How far a change's time can lie before that of the response that made it: the two are read in two processes. Measured in
 * 671 changes of Firefox 153 and Chromium 156, none lay before; Firefox tells of the change first, and dates it later.
 */
export const CLOCKS_APART = 100;
/**
 * How long after its time a reading of the jar can have been answered, and what it shows be told: what came meanwhile may be
 * in it. Seen: a cookie told 4.7 s after a reading that showed it had been asked for (Firefox 153, a load of 30 on two cores).
 */
export const READING_TAKES = 5_000;
/**
 * A browser tells of a change this soon after the response that made it. A line that is older had its chance: a response that
 * is told after the change, as Firefox does, may be the right one.
 */
export const TOLD_WITHIN = 250;
/** How long a line waits for a reading of the jar. */
export const LINE_WAITS = 10_000;
/** Lines that wait too long are given up together, once in so many ms of the facts' own time. */
const LINE_TURN = 500;
/** A reading says nothing of what happened this shortly before it. */
export const SETTLING = milliseconds(50);

interface Dated {
  readonly at: Instant;
}

/** What waits: changes for a response, lines for a change or a reading, first halves of updates for the second. */
interface Waiting {
  readonly changes: readonly { readonly change: Dated; readonly row: string | null }[];
  readonly lines: Iterable<Dated>;
  readonly halves: Iterable<Dated>;
}

/** When something will next have waited long enough; infinite = nothing waits. */
export function nextDue({ changes, lines, halves }: Waiting, browser: Browser): number {
  let due = Number.POSITIVE_INFINITY;
  for (const { change, row } of changes) due = sooner(due, change.at + (row === null ? CHANGE_WAITS[browser] : SHOWN_WAITS));
  for (const { at } of lines) due = sooner(due, givenUpAt(at));
  for (const { at } of halves) due = sooner(due, at + SHOWN_WAITS);
  return due;
}

/** When a line that came at a time is given up: together with others, for each look goes over all that wait. */
export const givenUpAt = (at: number): number => Math.ceil((at + LINE_WAITS) / LINE_TURN) * LINE_TURN;

/** A time that is no number is never due. */
export const sooner = (due: number, at: number): number => (Number.isNaN(at) ? due : Math.min(due, at));
