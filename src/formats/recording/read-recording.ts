import * as v from 'valibot';
import type { Bytes } from '../../analysis/engine/base/units';
import type { Digest } from '../../analysis/facts/digest';
import type { Fact, Secret } from '../../analysis/facts/fact';
import { type FileFault, faultsOf, MOST_FAULTS, type Refusal, refusalOf } from '../reading/fault';
import { type ReadingOptions, withProgress } from '../reading/read-progress';
import { factSchema } from './fact-schema';
import { type IgnoredFinding, ignoredSchema, RECORDING_FORMAT, RECORDING_VERSION } from './own-recording';
import { upgraded } from './upgrade';

/** What a recording made of a file lacks, against one that was watched. */
export type Lack =
  | 'redacted'
  | 'jar-events'
  | 'sanitised-chrome'
  | 'maybe-sanitised'
  | 'without-cookies'
  | 'no-cookies'
  | 'cookies-rebuilt'
  | 'octets'
  | 'browser-assumed'
  | 'context'
  | 'merged-lines'
  | 'times'
  | 'jsonp'
  | 'encoding'
  | 'first-of-archive';

/** Why there may have been cookies that the file does not have: nothing can be said of them; null = it has what there was. */
export const bareLack = (lacks: readonly Lack[]): Lack | null =>
  lacks.find((lack) => lack === 'sanitised-chrome' || lack === 'maybe-sanitised' || lack === 'no-cookies') ?? null;

export interface ReadRecording {
  readonly kind: 'recording';
  /** Who wrote the file, in its own words: `Firefox 153.0`. */
  readonly writer: string;
  readonly facts: readonly Fact[];
  readonly lacks: readonly Lack[];
  /** Findings that whoever wrote the file ignored. */
  readonly ignored?: readonly IgnoredFinding[];
  /** Entries that were not read, the first hundred. */
  readonly faults: readonly FileFault[];
  readonly faulty: number;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);

const KINDS: ReadonlySet<unknown> = new Set(factSchema.options.map(({ entries }) => entries.kind.literal));

/** Our own file of any version; null = it is none. */
export function readRecording(json: unknown, options: ReadingOptions): ReadRecording | Refusal | null {
  const file = Array.isArray(json) ? oldest(json) : json;
  if (!isObject(file) || file.format !== RECORDING_FORMAT) return null;
  const { version } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return refusalOf('unknown-json', 'version', String(version).slice(0, 20));
  if (version > RECORDING_VERSION) return refusalOf('newer-version', 'version', String(version));
  const { facts: entries, digests, redacted, ignored } = upgraded(file, version);
  if (!Array.isArray(entries) || entries.length === 0) return refusalOf('no-entries', 'facts');
  const { facts, faults, faulty } = factsIn(entries, options);
  if (facts.length === 0) return refusalOf('nothing-valid', '', '', faults);
  const lacks: readonly Lack[] = redacted === true ? ['redacted'] : [];
  return {
    kind: 'recording',
    writer: 'Cookie Flow',
    facts: withDigests(facts, pairsOf(digests), options.digest),
    lacks,
    ignored: (Array.isArray(ignored) ? ignored : []).filter((each): each is IgnoredFinding => v.is(ignoredSchema, each)),
    faults,
    faulty,
  };
}

/** The bare list of facts of version 0; null = a list of something else. */
const oldest = (list: readonly unknown[]): Json | null =>
  isObject(list[0]) && KINDS.has(list[0].kind) ? { format: RECORDING_FORMAT, version: 0, facts: list } : null;

function factsIn(entries: readonly unknown[], options: ReadingOptions) {
  const facts: Fact[] = [];
  const faults: FileFault[] = [];
  let faulty = 0;
  for (const [index, entry] of withProgress(entries, 'checked', options)) {
    const read = v.safeParse(factSchema, entry);
    if (read.success) facts.push(read.output as Fact);
    else {
      faulty++;
      if (faults.length < MOST_FAULTS) faults.push(...faultsOf(read.issues, `facts[${index}]`));
    }
  }
  return { facts, faults, faulty };
}

const pairSchema = v.tuple([v.string(), v.string()]);

/** Digests of the file, with the value that each is of. */
const pairsOf = (digests: unknown): ReadonlyMap<string, Bytes> =>
  new Map(
    (Array.isArray(digests) ? digests : [])
      .filter((pair) => v.is(pairSchema, pair))
      .map(([value, digest]) => [digest, value as Bytes] as const),
  );

/** Fields and headers get digests under the key of today, where their value is known: only then can they be compared with cookies. */
function withDigests(facts: readonly Fact[], values: ReadonlyMap<string, Bytes>, digest: Digest): readonly Fact[] {
  if (values.size === 0) return facts;
  const again = (secret: Secret): Secret => {
    const value = secret.digest === null ? undefined : values.get(secret.digest);
    return value === undefined ? secret : { ...secret, digest: digest(value) };
  };
  return facts.map((fact) =>
    fact.kind === 'request-sent'
      ? { ...fact, secretHeaders: fact.secretHeaders.map(again), fields: fact.fields?.map(again) ?? null }
      : fact,
  );
}
