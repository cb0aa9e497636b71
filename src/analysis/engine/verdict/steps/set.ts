import { controlCharacters, empty, namelessPair, pairSize, tab, url } from './line';
import { httpOnly, leaveSecureAlone, noneSecure, sameSite, secure } from './origin';
import { domainAscii, domainMatch, lifetime, path, publicSuffix } from './place';
import { prefixHidden, prefixHost, prefixHttp, prefixSecure } from './prefix';
import type { SetContext } from './set-context';
import type { SetStep } from './set-step';
import { limit, overwriteHttpOnly, partitioned, thirdParty } from './storage';

const STEPS = [
  url,
  controlCharacters,
  tab,
  empty,
  pairSize,
  namelessPair,
  lifetime,
  domainAscii,
  publicSuffix,
  domainMatch,
  path,
  secure,
  httpOnly,
  leaveSecureAlone,
  sameSite,
  noneSecure,
  prefixSecure,
  prefixHost,
  prefixHttp,
  prefixHidden,
  partitioned,
  thirdParty,
  overwriteHttpOnly,
  limit,
] as const;

type Any = (typeof STEPS)[number];
export type SetStepId = Any['id'];
type ReasonOf<S> = S extends SetStep<string, infer Why> ? Why : never;
/** Why a line was refused, but for what Fetch decides before any step. */
export type SetStepReason = ReasonOf<Any>;

/** Every check of a line, in the standard's order. */
export const SET_STEPS: readonly SetStep<SetStepId, SetStepReason>[] = STEPS;

/** Whether no step objects. Nearly every line is fine, so this is what setting costs. */
export function allSetStepsPass(context: SetContext): boolean {
  for (const step of SET_STEPS) if (!step.judge(context).fine) return false;
  return true;
}
