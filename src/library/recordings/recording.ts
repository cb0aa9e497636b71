import { bytes } from '../../analysis/engine/base/bytes';
import type { Digest } from '../../analysis/facts/digest';
import type { Fact, RecorderStarted } from '../../analysis/facts/fact';
import { importFile } from '../../formats/import-file';
import { bareLack } from '../../formats/recording/read-recording';
import { faultsText, lackText, refusalText } from '../../formats/sentences';
import { digestKey, digestUnder } from '../../platform/digest';
import { say } from '../../words/catalogue';

/** Requests of a browser, with what they said of cookies. `replay` and `analyse` take it. */
export interface HeldRecording {
  /** Whose traffic it is. */
  readonly browser: 'chromium' | 'firefox';
  /** What the file lacks, and what in it was not read. */
  readonly notes: readonly string[];
}

/** A file that holds no recording. The message says why, and how to make one that does. */
export class UnreadableRecordingError extends Error {
  override readonly name = 'UnreadableRecordingError';
}

interface Contents {
  readonly facts: readonly Fact[];
  readonly digest: Digest;
}

const contents = new WeakMap<HeldRecording, Contents>();

/** Facts as a recording. @param digest that the facts' digests were made with */
export function recordingOf(facts: readonly Fact[], digest: Digest, notes: readonly string[]): HeldRecording {
  const started = facts.find((fact): fact is RecorderStarted => fact.kind === 'recorder-started');
  const recording: HeldRecording = { browser: started?.browser ?? 'chromium', notes };
  contents.set(recording, { facts, digest });
  return recording;
}

/** @throws TypeError where it was not made by this library */
export function contentsOf(recording: HeldRecording): Contents {
  const found = contents.get(recording);
  if (found === undefined) throw new TypeError('This is no recording: make one with readHar.');
  return found;
}

/** A digest under a key that nobody keeps: good for one recording. */
export const newDigest = (): Digest => digestUnder(digestKey());

/**
 * Reads a HAR file. A Playwright trace (its octets) and a recording that the extension exported are read too.
 * @param file octets (an ArrayBuffer too), their text, or the JSON parsed
 * @throws TypeError where there is no file; UnreadableRecordingError where it is none of these, or its cookies were taken out
 */
export function loadRecording(file: Uint8Array | string | object): HeldRecording {
  const digest = newDigest();
  const read = importFile(octetsOf(file), digest);
  if (read.kind === 'refused') throw new UnreadableRecordingError(refusalText(read));
  if (read.kind === 'cookies') throw new UnreadableRecordingError(say('audit.cookies'));
  const bare = bareLack(read.lacks);
  if (bare !== null) throw new UnreadableRecordingError(lackText(bare));
  return recordingOf(read.facts, digest, [...faultsText(read.faulty, read.faults), ...read.lacks.map(lackText)]);
}

function octetsOf(file: Uint8Array | string | object): Uint8Array {
  // Not by their class: in Jest a file's octets are of a class of another realm.
  if (ArrayBuffer.isView(file)) return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  if (Object.prototype.toString.call(file) === '[object ArrayBuffer]') return new Uint8Array(file as ArrayBuffer);
  if (typeof file !== 'string' && (typeof file !== 'object' || file === null))
    throw new TypeError('A file is given as octets, as text or as the JSON parsed.');
  const octets = bytes(typeof file === 'string' ? file : JSON.stringify(file));
  return Uint8Array.from(octets, (char) => char.charCodeAt(0));
}
