import type { Digest } from '../../analysis/facts/digest';

/** How far a file is read: first its octets, then its entries, each of which is checked and then converted. */
export interface ReadProgress {
  readonly step: 'octets' | 'checked' | 'converted';
  readonly done: number;
  readonly all: number;
}

/** What reading a recording needs beside the file. */
export interface ReadingOptions {
  /** Of the recording that it becomes. */
  readonly digest: Digest;
  /** Called now and then. */
  readonly onProgress: (progress: ReadProgress) => void;
}

/** Entries between two calls. */
const STRIDE = 128;

/** A list that tells how far it has been gone through; its last call says that all of it is done. */
export function* withProgress<T>(
  list: readonly T[],
  step: ReadProgress['step'],
  { onProgress }: Pick<ReadingOptions, 'onProgress'>,
): Generator<readonly [index: number, item: T]> {
  for (const [index, item] of list.entries()) {
    if (index % STRIDE === 0) onProgress({ step, done: index, all: list.length });
    yield [index, item];
  }
  onProgress({ step, done: list.length, all: list.length });
}
