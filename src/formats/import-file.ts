import type { Digest } from '../analysis/facts/digest';
import { listText } from '../words/format';
import { isNetscape, type ReadCookies, readJsonCookies, readNetscape } from './cookies/read-cookies';
import { isOfTrace, readTrace } from './har/playwright-trace';
import { readHar } from './har/read-har';
import { type DecodedText, decodedText, LARGEST } from './reading/decoded-text';
import { type Refusal, refusalOf } from './reading/fault';
import { kindOfNames, kindOfOctets } from './reading/known-kinds';
import { isCall, parsedJson } from './reading/parsed-json';
import type { ReadingOptions } from './reading/read-progress';
import { unpacked } from './reading/unpacked';
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
  const options = { digest, onProgress };
  const archive = unpacked(octets, (name) => isOfTrace(name) || /\.(?:har|json)$/i.test(name));
  if (archive === null) return importOctets(octets, options);
  if (archive.kind === 'refused') return archive;
  const trace = readTrace(archive.files, options);
  if (trace !== null) return trace;
  const [first] = archive.files.toSorted((a, b) => Number(b.name.endsWith('.har')) - Number(a.name.endsWith('.har')));
  return first === undefined ? refusalOf('unknown-archive') : importOctets(first.octets, options);
}

function importOctets(octets: Uint8Array, options: ReadingOptions): Imported {
  const known = kindOfOctets(octets);
  if (known !== null) return refusalOf(known);
  const decoded = decodedText(octets);
  return decoded.kind === 'refused' ? decoded : importText(decoded, options);
}

function importText({ text, notes }: DecodedText, options: ReadingOptions): Imported {
  const first = /\S/.exec(text.slice(0, 65_536))?.[0];
  if (first === undefined) return refusalOf('empty');
  if (first === '<') return refusalOf('markup');
  if (isNetscape(text)) return readNetscape(text);
  const parsed = parsedJson(text);
  if (parsed.kind === 'refused')
    return first === '{' || first === '[' || isCall(text) || parsed.why === 'too-deep' ? parsed : refusalOf('unknown-text');
  const read =
    readRecording(parsed.json, options) ??
    readHar(parsed.json, options) ??
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
  if (Array.isArray(json)) return json.length === 0 ? refusalOf('no-entries') : refusalOf('unknown-json', '', '[…]');
  const names = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  const known = kindOfNames(names);
  if (known !== null) return refusalOf(known);
  return refusalOf('unknown-json', '', listText(names.slice(0, 5).map((name) => name.slice(0, 30))));
}
