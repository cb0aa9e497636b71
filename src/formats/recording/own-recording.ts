import * as v from 'valibot';
import type { Bytes } from '../../analysis/engine/base/units';
import type { Digest } from '../../analysis/facts/digest';
import type { Fact, Secret } from '../../analysis/facts/fact';
import { tokensIn } from '../../analysis/session/cookies/correlation';
import type { Receipt } from '../redaction/receipt';
import { redactedFacts, valuesIn } from '../redaction/redacted-facts';
import { factSchema } from './fact-schema';

export const RECORDING_FORMAT = 'cookie-flow-recording';
export const RECORDING_VERSION = 1;

/** A finding that somebody accepts, and why. */
export const ignoredSchema = v.object({
  /** Registrable domain or host. */
  site: v.string(),
  /** Id of the finding: its rule and cookie, no value. */
  finding: v.string(),
  reason: v.string(),
});

export type IgnoredFinding = Readonly<v.InferOutput<typeof ignoredSchema>>;

/** The file as a whole. */
export const recordingSchema = v.object({
  format: v.literal(RECORDING_FORMAT),
  version: v.literal(RECORDING_VERSION),
  /** Whether other values stand in place of the recorded ones. */
  redacted: v.boolean(),
  /** Values and the digests that stand for them in fields and headers: under which key they were made is nowhere written. */
  digests: v.array(v.tuple([v.string(), v.string()])),
  /** Findings that whoever exported it ignored; left out = none. */
  ignored: v.optional(v.array(ignoredSchema)),
  /** In the order of the recording. */
  facts: v.array(factSchema),
});

export interface OwnRecording {
  readonly format: typeof RECORDING_FORMAT;
  readonly version: typeof RECORDING_VERSION;
  readonly redacted: boolean;
  readonly digests: readonly (readonly [value: string, digest: string])[];
  readonly ignored?: readonly IgnoredFinding[];
  readonly facts: readonly Fact[];
}

/** A recording as it is written to a file, with the receipt of what was taken out; null = nothing was. */
export interface ExportedRecording {
  readonly recording: OwnRecording;
  readonly receipt: Receipt | null;
}

/** What writing a recording needs to know. */
export interface RecordingExportOptions {
  /** The recording's own digests; null = they are not here, and links between fields and cookies are lost. */
  readonly digest: Digest | null;
  /** Digests under a key made for this file and then forgotten; null = recorded values are written. */
  readonly redaction: Digest | null;
  /** Findings that are ignored, which the own format carries. */
  readonly ignored?: readonly IgnoredFinding[];
}

/** The facts as they go into a file, redacted where asked. */
export function exportedRecording(
  facts: readonly Fact[],
  { digest, redaction, ignored = [] }: RecordingExportOptions,
): ExportedRecording {
  const around = { format: RECORDING_FORMAT, version: RECORDING_VERSION, ...(ignored.length > 0 && { ignored }) } as const;
  if (redaction === null)
    return {
      recording: { ...around, redacted: false, digests: digestsOf(facts, digest, (value) => value), facts },
      receipt: null,
    };
  const redacted = redactedFacts(facts, redaction);
  const digests = digestsOf(facts, digest, (value) => redacted.names.of(value)).map(
    ([value, old]) => [value, redacted.digestOf(old)] as const,
  );
  return { recording: { ...around, redacted: true, digests, facts: redacted.facts }, receipt: redacted.receipt };
}

/** Tokens of cookies whose digests fields and headers bear. */
function digestsOf(facts: readonly Fact[], digest: Digest | null, standing: (value: Bytes) => Bytes): OwnRecording['digests'] {
  if (digest === null) return [];
  const borne = new Set(facts.flatMap(secretsOf).map((secret) => secret.digest));
  if (borne.size === 0) return [];
  const found = new Map<string, string>();
  for (const value of valuesIn(facts)) {
    const tokens = tokensIn(value);
    const others = tokensIn(standing(value));
    for (const [at, token] of tokens.entries()) {
      const made = digest(token);
      const other = tokens.length === others.length ? others[at] : undefined;
      if (made !== null && borne.has(made) && other !== undefined) found.set(other, made);
    }
  }
  return [...found];
}

const secretsOf = (fact: Fact): readonly Secret[] =>
  fact.kind === 'request-sent' ? [...fact.secretHeaders, ...(fact.fields ?? [])] : [];

/** The file's text: a line a fact, so that two files can be compared. */
export function recordingText({ facts, ...around }: OwnRecording): string {
  const head = JSON.stringify({ ...around, facts: [] }, null, 1).replace(/\[\]\n\}$/, '[');
  return `${head}\n${facts.map((fact) => JSON.stringify(fact)).join(',\n')}\n]}\n`;
}
