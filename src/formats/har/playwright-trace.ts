import type { Refusal } from '../reading/fault';
import type { ReadingOptions } from '../reading/read-progress';
import type { UnpackedFile } from '../reading/unpacked';
import type { ReadRecording } from '../recording/read-recording';
import { readEntries } from './read-har';

/** The files of a trace that matter: requests as lines of JSON, and what the first line of the others says of the browser. */
export const isOfTrace = (name: string): boolean => /(?:^|[/-])trace\.(?:network|trace)$/.test(name) || /\.network$/.test(name);

/** The recording in a Playwright `trace.zip`; null = there is none in these files. */
export function readTrace(files: readonly UnpackedFile[], options: ReadingOptions): ReadRecording | Refusal | null {
  const network = files.filter(({ name }) => name.endsWith('.network'));
  if (network.length === 0) return null;
  const entries = network.flatMap((file) => linesOf(file)).flatMap(entryOf);
  const browser = files
    .filter(({ name }) => name.endsWith('.trace'))
    .map((file) => linesOf(file)[0])
    .find(isObject)?.browserName;
  const log = { creator: { name: 'Playwright', version: '' }, browser: { name: browser, version: '' } };
  return readEntries(entries, { path: 'trace.network', log }, options);
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null;

/** What the lines of a file say; a line that is cut off says nothing. */
function linesOf({ octets }: UnpackedFile): readonly unknown[] {
  return new TextDecoder()
    .decode(octets)
    .split('\n')
    .flatMap((line) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [null];
      }
    });
}

/** The recording in the lines of a `trace.network` by itself; null = they are lines of something else. */
export function readTraceLines(json: unknown, options: ReadingOptions): ReadRecording | Refusal | null {
  if (!Array.isArray(json) || !json.some((line) => isObject(line) && line.type === 'resource-snapshot')) return null;
  const log = { creator: { name: 'Playwright', version: '' } };
  return readEntries(json.flatMap(entryOf), { path: 'trace.network', log }, options);
}

const entryOf = (line: unknown): readonly unknown[] =>
  isObject(line) && line.type === 'resource-snapshot' ? [line.snapshot] : line === null ? [null] : [];
