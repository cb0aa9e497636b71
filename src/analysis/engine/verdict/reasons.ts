import type { SendStepReason } from './steps/send';
import type { SetStepReason } from './steps/set';

/** Why a line was refused. Ours; `cdp-names.ts` maps them to Chromium's names. */
export type SetReason = SetStepReason | 'credentials-omitted' | 'preflight' | 'clear-site-data';

/** Why a cookie of the jar was not sent. */
export type SendReason = SendStepReason | 'credentials-omitted';

export type Reason = SetReason | SendReason;
