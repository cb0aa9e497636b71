import '../words/all-words';
import { text } from '../analysis/engine/base/bytes';
import type { Bytes } from '../analysis/engine/base/units';
import { say, sayCount } from '../words/catalogue';
import { listText } from '../words/format';
import type { FormatLoss } from './cookies/loss';
import type { Unsaid } from './cookies/unsaid';
import type { RecordingLoss } from './export-recording';
import type { FileFault, Refusal } from './reading/fault';
import type { Lack } from './recording/read-recording';
import type { Receipt } from './redaction/receipt';

/** How many cookies are named in a sentence. */
const NAMED = 5;

/** What a format cannot carry of some cookies. */
export function lossText({ kind, names }: FormatLoss): string {
  const shown = names.slice(0, NAMED).map((name) => text(name as Bytes) || say('bead.nameless'));
  const rest = names.length - shown.length;
  const listed = rest === 0 ? listText(shown) : say('loss.names-more', { names: listText(shown), count: rest });
  return sayCount(`loss.${kind}`, names.length, { names: listed });
}

export const recordingLossText = (loss: RecordingLoss): string => say(`loss.${loss}`);

/** What is wrong at one place of a file. */
const faultText = ({ place, kind, expected = '', found = '' }: FileFault): string =>
  say(`misread.${kind}`, { place, expected: expected.toLowerCase(), found: found.toLowerCase() });

/** How many entries were not read, and why: the sentence, then one a fault. */
export const faultsText = (faulty: number, faults: readonly FileFault[]): readonly string[] =>
  faulty === 0 ? [] : [sayCount('misread.count', faulty), ...faults.map(faultText)];

/** Why a file is not read. */
export function refusalText({ why, place, found, faults }: Refusal): string {
  const [first] = faults;
  return say(`refusal.${why}`, {
    place,
    at: place === '' ? '' : say('refusal.at', { place }),
    found: why === 'unknown-json' ? (found === '' ? '' : say('refusal.names', { names: found })) : found,
    first: first === undefined ? '' : faultText(first),
  });
}

/** What a recording made of a file lacks. */
export const lackText = (lack: Lack): string => say(`lack.${lack}`);

/** What a format of cookies leaves open. */
export const unsaidText = (unsaid: Unsaid): string => say(`unsaid.${unsaid}`);

/** What was taken out of an export, and what stayed. */
export function receiptText({ values, parameters, segments, elsewhere, digests, stayed }: Receipt): readonly string[] {
  const counted = (
    [
      ['receipt.values', values.length],
      ['receipt.parameters', parameters],
      ['receipt.segments', segments],
      ['receipt.elsewhere', elsewhere],
      ['receipt.digests', digests],
    ] as const
  ).flatMap(([stem, count]) => (count === 0 ? [] : [sayCount(stem, count)]));
  return [...counted, say('receipt.stayed', { what: listText(stayed.map((each) => say(`receipt.stays.${each}`))) })];
}
