import type { ReadProgress } from '../../formats/reading/read-progress';
import { say } from '../../words/catalogue';
import { decimalText } from '../../words/format';

/** Which part of the time each step takes, of files of 5 to 50 MB; between the first two the JSON is parsed. */
const SHARES = {
  octets: [0, 0.1],
  checked: [0.25, 0.5],
  converted: [0.5, 1],
} as const satisfies Record<ReadProgress['step'], readonly [from: number, to: number]>;

const MEGABYTE = 1024 * 1024;

/** How much of a file is read, from 0 to 1. */
export function progressShare(progress: ReadProgress | null): number {
  // An empty file is read at once, and refused.
  if (progress === null || progress.all === 0) return 0;
  const [from, to] = SHARES[progress.step];
  return from + ((to - from) * progress.done) / progress.all;
}

/** How far reading a file has come. */
export function progressText(progress: ReadProgress | null): string {
  if (progress === null) return '';
  const { step, done, all } = progress;
  if (step !== 'octets') return say(`files.open.${step}`, { done, all });
  const words = { done: megabytesText(done), all: megabytesText(all) };
  return say(done === all ? 'files.open.parsing' : 'files.open.octets', words);
}

const megabytesText = (octets: number): string => decimalText(octets / MEGABYTE, 1);
