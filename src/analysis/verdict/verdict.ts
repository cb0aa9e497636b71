import type { Profile } from '../facts/profile';
import type { Span } from '../header/parsed-line';

export type { Profile } from '../facts/profile';
export type ThirdPartyPolicy = 'allow' | 'block' | 'partition';

/** Why a line was refused. Ours; `verdict/names.ts` maps them to Chromium's and Firefox's names. */
export const SET_REASONS = [
  'syntax-control-character',
  'syntax-tab',
  'syntax-empty',
  'syntax-pair-too-long',
  'syntax-nameless-equals',
  'syntax-nameless',
  'scheme-not-cookieable',
  'domain-non-ascii',
  'domain-public-suffix',
  'domain-mismatch',
  'domain-invalid',
  'path-non-ascii',
  'path-too-long',
  'path-tab',
  'secure-insecure-origin',
  'http-only-from-script',
  'overwrite-secure',
  'overwrite-http-only',
  'same-site-cross-site',
  'same-site-none-insecure',
  'prefix-secure',
  'prefix-host-secure',
  'prefix-host-domain',
  'prefix-host-path',
  'prefix-http-secure',
  'prefix-http-http-only',
  'prefix-http-from-script',
  'prefix-hidden',
  'partitioned-insecure',
  'third-party-blocked',
  'credentials-omitted',
  'limit-secure-only-left',
] as const;
export type SetReason = (typeof SET_REASONS)[number];

/** Why a cookie of the jar was not sent. */
export const SEND_REASONS = [
  'domain-mismatch',
  'domain-host-only',
  'path-mismatch',
  'secure-insecure-request',
  'http-only-script-read',
  'expired',
  'same-site-strict',
  'same-site-lax',
  'same-site-lax-unsafe-method',
  'same-site-default-lax',
  'same-site-none-insecure',
  'partition-mismatch',
  'third-party-blocked',
  'credentials-omitted',
] as const;
export type SendReason = (typeof SEND_REASONS)[number];

export type Reason = SetReason | SendReason;

export type StepOutcome = 'passed' | 'failed' | 'not-applicable' | 'cannot-tell';

/** A value a step looked at, by a name the words catalogue knows. */
export interface Seen {
  readonly what: string;
  readonly value: string;
}

/** One step of the standard's algorithm, evaluated. */
export interface Step {
  /** Stable id, such as `set-prefix-host`. */
  readonly id: string;
  /** Section of RFC 6265bis (or "CHIPS", "layered-cookies", "policy"). */
  readonly section: string;
  readonly outcome: StepOutcome;
  /** The reason this step gives when it fails; null where it did not. */
  readonly reason: Reason | null;
  readonly saw: readonly Seen[];
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
  /** What would have to be known; empty unless `cannot-tell`. */
  readonly missing: readonly string[];
}

/** How what the engine says stands to what the browser did. */
export type Agreement = 'agrees' | 'differs' | 'not-observed';
