import { setTimeout as after } from 'node:timers/promises';

export interface UntilOptions {
  /** Milliseconds until it gives up; 30 s if not told. */
  readonly limit?: number;
  /** What to add to the error: the state that was found instead. */
  readonly instead?: () => Promise<unknown> | unknown;
}

type Falsy = false | null | undefined | 0 | '';

/**
 * Waits until a probe gives something truthy, and gives that.
 * A probe that throws counts as "not yet"; its last error is told when time is out.
 * @param what the awaited condition as a phrase: "the panel lists 5 rows"
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  options: UntilOptions = {},
): Promise<Exclude<T, Falsy>> {
  const limit = options.limit ?? 30_000;
  const end = performance.now() + limit;
  let lastError: unknown = null;
  for (;;) {
    try {
      const found = await probe();
      if (found) return found as Exclude<T, Falsy>;
      lastError = null;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > end) throw new Error(await complaint(what, limit, lastError, options.instead));
    await after(25);
  }
}

/**
 * The same promise, rejected when it is not settled in time.
 * @param limit milliseconds
 */
export async function inTime<T>(promise: Promise<T>, what: string, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not end within ${limit / 1000} s.`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function complaint(what: string, limit: number, lastError: unknown, instead: UntilOptions['instead']): Promise<string> {
  const lines = [`Waited ${limit / 1000} s in vain until ${what}.`];
  if (lastError !== null) lines.push(`Last error: ${lastError instanceof Error ? lastError.message : String(lastError)}`);
  if (instead) lines.push(`Instead: ${await describe(instead)}`);
  return lines.join('\n');
}

async function describe(instead: () => Promise<unknown> | unknown): Promise<string> {
  try {
    const found = await instead();
    return typeof found === 'string' ? found : JSON.stringify(found);
  } catch (error) {
    return `unknown, for asking failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
