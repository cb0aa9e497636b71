import * as v from 'valibot';
import type { Report } from '../model/report-schema';

export const BASELINE_FORMAT = 'cookie-flow-baseline';
export const BASELINE_VERSION = 1;

const entrySchema = v.object({
  fingerprint: v.string(),
  /** The rule or kind of incident. */
  rule: v.string(),
  site: v.string(),
  /** For whoever reads the file. */
  heading: v.string(),
});

/** Findings and incidents that were known when it was written: only what is not among them is new. */
export const baselineSchema = v.object({
  format: v.literal(BASELINE_FORMAT),
  version: v.literal(BASELINE_VERSION),
  known: v.pipe(v.array(entrySchema), v.readonly()),
});

export type Baseline = v.InferOutput<typeof baselineSchema>;

/** A baseline of all that a report holds and nobody ignores: sorted, each once, so that a change of the file is a change of the findings. */
export function baselineOf({ recordings }: Report): Baseline {
  const entries = recordings.flatMap(({ findings, incidents }) => [
    ...findings.map(({ rule, ...fault }) => ({ ...fault, rule })),
    ...incidents.map(({ kind, ...fault }) => ({ ...fault, rule: kind })),
  ]);
  const known = entries
    .filter(({ standing }) => standing !== 'ignored')
    .map(({ fingerprint, rule, site, heading }) => ({ fingerprint, rule, site, heading }));
  const once = [...new Map(known.map((entry) => [entry.fingerprint, entry] as const)).values()];
  const order = ({ site, rule, fingerprint }: Baseline['known'][number]) => `${site}\t${rule}\t${fingerprint}`;
  once.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { format: BASELINE_FORMAT, version: BASELINE_VERSION, known: once };
}

/** null = it is no baseline that can be read; 'newer' = a newer Cookie Flow wrote it. */
export function readBaseline(json: unknown): Baseline | 'newer' | null {
  const read = v.safeParse(baselineSchema, json);
  if (read.success) return read.output;
  const { format, version } = v.is(headSchema, json) ? json : { format: '', version: 0 };
  return format === BASELINE_FORMAT && version > BASELINE_VERSION ? 'newer' : null;
}

const headSchema = v.object({ format: v.string(), version: v.number() });
