import { UsageError } from '../command/command';

/** One of several machines that share the work. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** `2/8`. @throws UsageError */
export function shardOf(text: string | null): Shard {
  if (text === null) return { number: 1, count: 1 };
  const [, number = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (number < 1 || number > count)
    throw new UsageError(`--shard takes the number of this part and of all, as 2/8, not ${text}.`);
  return { number, count };
}

/** What falls to a shard: every so manieth, so that long lists of one site are spread. */
export const inShard = <T>(all: readonly T[], { number, count }: Shard): readonly T[] =>
  all.filter((_, at) => at % count === number - 1);
