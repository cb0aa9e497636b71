import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

const LOOK_EVERY = 100;
/** A browser is quiet when it took no more than this share of a core for so long. */
const QUIET_FOR = 300;
const QUIET_SHARE = 0.07;
/** What an extension puts off, it has done within this time; until then quiet says nothing. */
export const PUT_OFF = 2000;
const LIMIT = 15_000;

/** Ids of the children of this process. A browser that is launched is one more. */
export const children = (): readonly number[] => [...parents()].filter(([, parent]) => parent === process.pid).map(([id]) => id);

/** CPU time of threads in ms, by their ids. */
type CpuTimes = ReadonlyMap<number, number>;

/** CPU time of user and system of every thread of processes and all that they started. */
export function cpuTimes(roots: readonly number[]): CpuTimes {
  const all = parents();
  return new Map([...all.keys()].filter((id) => isBelow(id, roots, all)).flatMap(threadTimes));
}

/** The same of those processes alone that run extensions. */
export function extensionCpuTimes(roots: readonly number[]): CpuTimes {
  const all = parents();
  return new Map([...all.keys()].filter((id) => isBelow(id, roots, all) && runsExtensions(id)).flatMap(threadTimes));
}

/** What was used between two looks, in ms; what ended between them is not counted. */
export const usedSince = (before: CpuTimes, now: CpuTimes): number =>
  [...now].reduce((sum, [id, ms]) => sum + ms - (before.get(id) ?? 0), 0);

/** Waits until a browser is quiet; after a load, also until it has done what it put off. */
export async function whenQuiet(roots: readonly number[], putOff = 0): Promise<void> {
  const start = performance.now();
  const looks: { readonly at: number; readonly cpu: CpuTimes }[] = [];
  for (;;) {
    const now = { at: performance.now(), cpu: cpuTimes(roots) };
    looks.push(now);
    const before = looks.findLast(({ at }) => now.at - at >= QUIET_FOR);
    const isQuiet = before !== undefined && usedSince(before.cpu, now.cpu) / (now.at - before.at) <= QUIET_SHARE;
    if ((isQuiet && now.at - start >= putOff) || now.at - start > LIMIT) return;
    await after(LOOK_EVERY);
  }
}

const isBelow = (id: number, roots: readonly number[], all: ReadonlyMap<number, number>): boolean => {
  for (let each: number | undefined = id; each !== undefined; each = all.get(each)) if (roots.includes(each)) return true;
  return false;
};

/** Of every process, its parent. */
function parents(): ReadonlyMap<number, number> {
  const all = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (fields) all.set(Number(name), Number(fields[1]));
  }
  return all;
}

/** Each thread's id with its ms on a processor, to the nanosecond: what /proc/PID/stat tells is rounded to 10 ms. */
function threadTimes(id: number): readonly (readonly [thread: number, ms: number])[] {
  const threads = unlessEnded(() => readdirSync(`/proc/${id}/task`)) ?? [];
  return threads.flatMap((thread) => {
    const schedstat = unlessEnded(() => readFileSync(`/proc/${id}/task/${thread}/schedstat`, 'utf8'));
    return schedstat === null ? [] : [[Number(thread), Number(schedstat.split(' ')[0]) / 1e6] as const];
  });
}

/** Chromium says so in the command, Firefox in the name. */
const runsExtensions = (id: number): boolean =>
  (unlessEnded(() => readFileSync(`/proc/${id}/cmdline`, 'utf8')) ?? '').includes('--extension-process') ||
  (unlessEnded(() => readFileSync(`/proc/${id}/comm`, 'utf8')) ?? '').startsWith('WebExtensions');

/** What follows the name in /proc/PID/stat; null = the process has ended. */
function statOf(id: number): readonly string[] | null {
  const text = unlessEnded(() => readFileSync(`/proc/${id}/stat`, 'utf8'));
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** null = it ended between the listing and now. */
function unlessEnded<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
