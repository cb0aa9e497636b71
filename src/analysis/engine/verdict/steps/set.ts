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

/**
 * Whether no step objects. Nearly every line is fine, so this is what setting costs: each step is called by its name, for a call
 * over the list cannot be inlined and took a fifth longer. The examples of a step that is missing here fail.
 */
export const allSetStepsPass = (context: SetContext): boolean =>
  url.judge(context).fine &&
  controlCharacters.judge(context).fine &&
  tab.judge(context).fine &&
  empty.judge(context).fine &&
  pairSize.judge(context).fine &&
  namelessPair.judge(context).fine &&
  lifetime.judge(context).fine &&
  domainAscii.judge(context).fine &&
  publicSuffix.judge(context).fine &&
  domainMatch.judge(context).fine &&
  path.judge(context).fine &&
  secure.judge(context).fine &&
  httpOnly.judge(context).fine &&
  leaveSecureAlone.judge(context).fine &&
  sameSite.judge(context).fine &&
  noneSecure.judge(context).fine &&
  prefixSecure.judge(context).fine &&
  prefixHost.judge(context).fine &&
  prefixHttp.judge(context).fine &&
  prefixHidden.judge(context).fine &&
  partitioned.judge(context).fine &&
  thirdParty.judge(context).fine &&
  overwriteHttpOnly.judge(context).fine &&
  limit.judge(context).fine;
