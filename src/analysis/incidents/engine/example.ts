import type { ThirdPartyPolicy } from '../../engine/verdict/verdict';
import type { ExampleStep } from '../../rules/engine/example';
import type { Cause } from '../scene/suspect';
import type { IncidentConfidence } from './incident';

/**
 * A tiny recording and the incident of it: a test and documentation. A step that does not say what it sends sends what the
 * browser would.
 * @internal
 */
export interface IncidentExample {
  /** What is the case, in a few words. */
  readonly title: string;
  readonly steps: readonly ExampleStep[];
  /** The browser it was recorded in; Chromium unless told otherwise. */
  readonly browser?: 'chromium' | 'firefox';
  readonly thirdParty?: ThirdPartyPolicy;
  /** The incident of this kind; null = there is none, neither of this kind nor of another. */
  readonly expect: { readonly cookie: string; readonly cause: Cause; readonly confidence?: IncidentConfidence } | null;
}

/** At least two with an incident, and one that comes near and has none. */
export type IncidentExamples = readonly [IncidentExample, IncidentExample, IncidentExample, ...(readonly IncidentExample[])];
