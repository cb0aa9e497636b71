import '../../words/all-words';
import { type Instant, instant } from '../../analysis/engine/base/units';
import type { Digest } from '../../analysis/facts/digest';
import type { Fact, JarCookie } from '../../analysis/facts/fact';
import { asJarCookie } from '../../analysis/facts/jar-cookie';
import { Replay } from '../../analysis/replay/replay';
import { COOKIE_FORMATS, type CookieFormatId, exportCookies } from '../../formats/export-cookies';
import { exportRecording, RECORDING_FORMATS, type RecordingFormatId, recordingLosses } from '../../formats/export-recording';
import { importFile } from '../../formats/import-file';
import { bareLack } from '../../formats/recording/read-recording';
import { faultsText, lackText, lossText, receiptText, recordingLossText, refusalText, unsaidText } from '../../formats/sentences';
import { say } from '../../words/catalogue';

/** All that can be converted to. */
export const CONVERT_FORMATS: readonly (CookieFormatId | RecordingFormatId)[] = [...COOKIE_FORMATS, ...RECORDING_FORMATS];

interface Written {
  readonly content: string | Uint8Array;
  readonly notes: readonly string[];
}

export type Converted =
  | ({
      readonly kind: 'converted';
      /** The file is a recording that has no cookies in it. */
      readonly isBare: boolean;
    } & Written)
  | { readonly kind: 'refused'; readonly why: string };

/** What conversion needs besides the file. */
export interface ConvertOptions {
  readonly to: CookieFormatId | RecordingFormatId;
  readonly hasValues: boolean;
  readonly isPlain: boolean;
  /** Of the request that a header is for; empty = another format. */
  readonly url: string;
  readonly at: Instant;
  /** Of the recording that the file becomes. */
  readonly digest: Digest;
  /** Of the redaction, under a key of its own. */
  readonly redaction: Digest;
}

/** A file in another format, with what there is to be said of it: what the file lacks, what the format cannot carry, the receipt. */
export function converted(octets: Uint8Array, options: ConvertOptions): Converted {
  const imported = importFile(octets, options.digest);
  if (imported.kind === 'refused') return { kind: 'refused', why: refusalText(imported) };
  const notes = faultsText(imported.faulty, imported.faults);
  if (imported.kind === 'recording') {
    const said = [...notes, ...imported.lacks.map(lackText)];
    const text = isCookieFormat(options.to)
      ? ofCookies(jarOf(imported.facts), options.to, said, options)
      : ofRecording(imported.facts, options.to, said, options);
    return { kind: 'converted', ...text, isBare: bareLack(imported.lacks) !== null };
  }
  if (!isCookieFormat(options.to)) return { kind: 'refused', why: say('convert.no-recording') };
  const said = [...notes, ...imported.unsaid.map(unsaidText)];
  return { kind: 'converted', ...ofCookies(imported.cookies, options.to, said, options), isBare: false };
}

const isCookieFormat = (id: ConvertOptions['to']): id is CookieFormatId => COOKIE_FORMATS.some((format) => format === id);

function ofRecording(facts: readonly Fact[], to: RecordingFormatId, said: readonly string[], options: ConvertOptions): Written {
  const { digest, redaction, hasValues } = options;
  const { text, archive, receipt } = exportRecording(facts, to, { digest, redaction: hasValues ? null : redaction });
  const losses = recordingLosses(to, hasValues).map(recordingLossText);
  return { content: archive ?? text, notes: [...said, ...losses, ...(receipt === null ? [] : receiptText(receipt))] };
}

function ofCookies(cookies: readonly JarCookie[], to: CookieFormatId, said: readonly string[], options: ConvertOptions): Written {
  const { redaction, hasValues, url, at, isPlain } = options;
  const { text, losses, receipt } = exportCookies(cookies, to, { redaction: hasValues ? null : redaction, url, at, isPlain });
  return { content: text, notes: [...said, ...losses.map(lossText), ...(receipt === null ? [] : receiptText(receipt))] };
}

/** The cookies that the browser holds at the end of a recording. */
function jarOf(facts: readonly Fact[]): readonly JarCookie[] {
  const last = facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  return [...new Replay().add(facts).settle(instant(last)).jar.all()].map(asJarCookie);
}
