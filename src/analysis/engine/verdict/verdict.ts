import type { Profile } from '../base/profile';
import type { Span } from '../header/parsed-line';
import type { Reason } from './reasons';
import type { StepOutcome } from './steps/judgement';
import type { SendStepId } from './steps/send';
import type { SetStepId } from './steps/set';
import type { StepInput } from './steps/step-inputs';

export type { Profile } from '../base/profile';
export type { ThirdPartyPolicy } from './access/access';
export type { Reason, SendReason, SetReason } from './reasons';

/** The standard's steps, and the one that Fetch puts before them. @internal */
export type StepId = SetStepId | SendStepId | 'set-credentials' | 'send-credentials';

/** One step of the standard's algorithm, evaluated. */
export interface Step {
  readonly id: StepId;
  /** Section of RFC 6265bis (or "CHIPS", "layered-cookies", "policy", "Fetch"). */
  readonly section: string;
  readonly outcome: StepOutcome;
  /** The reason this step gives when it fails; null where it did not. */
  readonly reason: Reason | null;
  readonly inputs: readonly StepInput[];
  /** For `cannot-tell`: what would have to be known. */
  readonly missing: string | null;
  /** Octets of the line that the step is about; null on sending or where no octets are to blame. */
  readonly span: Span | null;
}

/** Every step, in the standard's order. The first that failed decides. */
export interface Verdict {
  readonly profile: Profile;
  readonly allowed: boolean | 'cannot-tell';
  readonly steps: readonly Step[];
  /** Index in `steps` of the deciding one; null = nothing failed. */
  readonly decider: number | null;
  /** All reasons, the deciding one first; empty when allowed. */
  readonly reasons: readonly Reason[];
}

/** The short form of a verdict, kept for each line and cookie of a recording. */
export interface Prediction<Outcome extends string, Why extends Reason = Reason> {
  readonly outcome: Outcome | 'cannot-tell';
  readonly reasons: readonly Why[];
  /** What would have to be known; empty unless `cannot-tell`, or where the reason is inferred without knowing it. */
  readonly missing: readonly string[];
}

/** How what the engine says stands to what the browser did. */
export type Agreement = 'agrees' | 'differs' | 'not-observed';
