import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

/** Milliseconds of one unit of /proc/PID/stat; Linux has no other. */
const TICK = 10;
const LOOK_EVERY = 100;
/** A browser is quiet when it took no more than this share of a core for so long. */
const QUIET_FOR = 300;
const QUIET_SHARE = 0.07;
/** What an extension puts off, it has done within this time; until then quiet says nothing. */
export const PUT_OFF = 2000;
const LIMIT = 15_000;

/** Ids of the children of this process. A browser that is launched is one more. */
export const children = (): readonly number[] => [...parents()].filter(([, parent]) => parent === process.pid).map(([id]) => id);

/** CPU time of user and system, in ms, of processes and all that they started; those that have ended are counted. */
export function cpuTime(roots: readonly number[]): number {
  const all = parents();
  let ticks = 0;
  for (const id of all.keys()) {
    if (isBelow(id, roots, all)) ticks += ticksOf(id);
  }
  return ticks * TICK;
}

/** Waits until a browser is quiet; after a load, also until it has done what it put off. */
export async function whenQuiet(roots: readonly number[], putOff = 0): Promise<void> {
  const start = performance.now();
  const looks: { readonly at: number; readonly cpu: number }[] = [];
  for (;;) {
    const now = { at: performance.now(), cpu: cpuTime(roots) };
    looks.push(now);
    const before = looks.findLast(({ at }) => now.at - at >= QUIET_FOR);
    const isQuiet = before !== undefined && (now.cpu - before.cpu) / (now.at - before.at) <= QUIET_SHARE;
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

function ticksOf(id: number): number {
  // utime, stime and those of ended children: fields 14 to 17 of proc(5), of which the first two are cut away.
  const fields = statOf(id)?.slice(11, 15) ?? [];
  return fields.reduce((sum, field) => sum + Number(field), 0);
}

/** What follows the name in /proc/PID/stat; null = the process has ended. */
function statOf(id: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended between the listing and now.
    return null;
  }
}
