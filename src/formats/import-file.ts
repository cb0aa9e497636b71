import type { Digest } from '../analysis/facts/digest';
import { listText } from '../words/format';
import { isNetscape, type ReadCookies, readJsonCookies, readNetscape } from './cookies/read-cookies';
import { isOfTrace, readTrace, readTraceLines } from './har/playwright-trace';
import { readHar } from './har/read-har';
import { type DecodedText, decodedText, LARGEST } from './reading/decoded-text';
import { type Refusal, refusalOf } from './reading/fault';
import { kindOfArchive, kindOfEntry, kindOfNames, kindOfOctets, kindOfText } from './reading/known-kinds';
import { isCall, parsedJson } from './reading/parsed-json';
import type { ReadingOptions } from './reading/read-progress';
import { type UnpackedFile, unpacked } from './reading/unpacked';
import { type Lack, type ReadRecording, readRecording } from './recording/read-recording';

export type Imported = ReadRecording | ReadCookies | Refusal;

/** Why a file of so many octets is not even fetched into memory; null = it may be. */
export const tooLarge = (octets: number): Refusal | null => (octets > LARGEST ? refusalOf('too-large') : null);

/**
 * What a file is and says: a recording of ours or a HAR, cookies of some tool, or why it is none of them. Nothing is thrown and
 * nothing half read: what is wrong with single entries is listed beside those that are right.
 * @param digest of the recording that it becomes
 * @param onProgress called now and then with how many entries of a recording are checked and converted
 */
export function importFile(
  octets: Uint8Array,
  digest: Digest,
  onProgress: ReadingOptions['onProgress'] = () => undefined,
): Imported {
  return importOctets(octets, { digest, onProgress }, 0);
}

/** An archive in an archive is read (Playwright's report holds its traces as such), one in that is not. */
const DEEPEST = 2;

function importOctets(octets: Uint8Array, options: ReadingOptions, depth: number): Imported {
  const known = kindOfOctets(octets);
  if (known !== null) return refusalOf(known);
  if (depth <= DEEPEST)
    for (const isWanted of WANTED) {
      const archive = unpacked(octets, (name) => isWanted(name) && !isOfMac(name));
      if (archive === null) break;
      if (archive.kind === 'refused') return archive;
      const read = readTrace(archive.files, options) ?? firstOf(archive.files, options, depth + 1);
      if (read !== null && (read.kind !== 'refused' || isWanted === isRecording)) return read;
      if (isWanted === WANTED.at(-1)) return unknownArchive(octets);
    }
  const decoded = decodedText(octets);
  return decoded.kind === 'refused' ? decoded : importText(decoded, options);
}

const isRecording = (name: string): boolean => isOfTrace(name) || /\.(?:z?har|har\.gz)$/i.test(name);

/** Which files of an archive are looked at: the first kind of which one can be read. A HAR has its attachments beside it. */
const WANTED: readonly ((name: string) => boolean)[] = [
  isRecording,
  (name) => /\.(?:json|txt)$/i.test(name),
  (name) => /\.(?:zip|gz)$/i.test(name),
];

/** What macOS adds to an archive for each file. */
const isOfMac = (name: string): boolean => name.startsWith('__MACOSX/');

/** The first of the files that can be read; where none can, why the first one cannot. Null = there are none. */
function firstOf(files: readonly UnpackedFile[], options: ReadingOptions, depth: number): Imported | null {
  const read = files.map(({ octets }) => importOctets(octets, options, depth));
  const [first, second] = read.filter(({ kind }) => kind !== 'refused');
  if (first === undefined) return read[0] ?? null;
  if (second === undefined) return first;
  if (first.kind === 'cookies') return { ...first, unsaid: [...first.unsaid, 'first-of-archive'] };
  return first.kind === 'recording' ? { ...first, lacks: [...first.lacks, 'first-of-archive'] } : first;
}

function unknownArchive(octets: Uint8Array): Refusal {
  const names: string[] = [];
  unpacked(octets, (name) => {
    names.push(name);
    return false;
  });
  return refusalOf(kindOfArchive(names) ?? 'unknown-archive');
}

function importText({ text, notes }: DecodedText, options: ReadingOptions): Imported {
  const first = /\S/.exec(text.slice(0, 65_536))?.[0];
  if (first === undefined) return refusalOf('empty');
  if (first === '<' && !text.trimStart().startsWith('< HTTP/')) return refusalOf('markup');
  if (isNetscape(text)) return readNetscape(text);
  const parsed = parsedJson(text);
  if (parsed.kind === 'refused') {
    const known = kindOfText(text);
    if (known !== null) return refusalOf(known);
    return first === '{' || first === '[' || isCall(text) || parsed.why === 'too-deep' ? parsed : refusalOf('unknown-text');
  }
  const read =
    readRecording(parsed.json, options) ??
    readHar(parsed.json, options) ??
    readTraceLines(parsed.json, options) ??
    readJsonCookies(parsed.json) ??
    unknownJson(parsed.json);
  if (read.kind !== 'recording') return read;
  const more: readonly Lack[] = [
    ...(parsed.wasCall ? (['jsonp'] as const) : []),
    ...(notes.includes('not-utf-8') ? (['encoding'] as const) : []),
  ];
  return more.length === 0 ? read : { ...read, lacks: [...read.lacks, ...more] };
}

/** JSON of another kind: its first names say what it looks like. */
function unknownJson(json: unknown): Refusal {
  if (Array.isArray(json)) {
    const known = kindOfEntry(json[0]);
    if (known !== null) return refusalOf(known);
    return json.length === 0 ? refusalOf('no-entries') : refusalOf('unknown-json', '', '[…]');
  }
  const names = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  const known = kindOfNames(names);
  if (known !== null) return refusalOf(known);
  return refusalOf('unknown-json', '', listText(names.slice(0, 5).map((name) => name.slice(0, 30))));
}
