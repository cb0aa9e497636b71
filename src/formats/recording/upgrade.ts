type Json = Readonly<Record<string, unknown>>;

/**
 * How the file of a version becomes one of the next: the first is that of version 0, a bare list of facts as the first
 * recorders wrote it. Each step is kept for good.
 */
const STEPS: readonly ((file: Json) => Json)[] = [
  ({ facts }) => ({
    format: 'cookie-flow-recording',
    version: 1,
    redacted: false,
    digests: [],
    facts: Array.isArray(facts) ? facts.map(withWhatWasSent) : facts,
  }),
];

/** Since version 1 a request says whether it went out unseen, and whether it went out at all; before, neither was told. */
const withWhatWasSent = (fact: unknown): unknown =>
  typeof fact === 'object' && fact !== null && 'kind' in fact && fact.kind === 'request-sent'
    ? { unseen: false, nothingSent: false, ...fact }
    : fact;

/** A file of an earlier version as one of today. */
export const upgraded = (file: Json, version: number): Json => STEPS.slice(version).reduce((older, step) => step(older), file);
