import type { Profile } from '../engine/base/profile';
import { type Access, accessOf } from '../engine/verdict/access/access';
import type { ThirdPartyPolicy } from '../engine/verdict/verdict';
import { POLICY_UNKNOWN } from '../replay/requests/policies';
import type { Exchange } from '../replay/rows/exchange';

/** In which browser a recording is gone through again, and what it does with third-party cookies. */
export interface Terms {
  readonly profile: Profile;
  /** `as-recorded`: as far as the recording tells; of another browser as it comes. */
  readonly thirdParty: ThirdPartyPolicy | 'as-recorded';
}

/** Whether an exchange would be judged as it was: what was observed of it then still holds. */
export const isAsRecorded = ({ profile, thirdParty }: Terms, recorded: Profile, exchange: Exchange): boolean =>
  profile === recorded && (thirdParty === 'as-recorded' || exchange.thirdParty === false);

/** The access of an exchange's request, or of its response, on these terms. */
export function accessOn(terms: Terms, recorded: Profile, exchange: Exchange, part: 'request' | 'response'): Access {
  const { url, context, received, policy } = exchange;
  const at = part === 'request' ? exchange.at : (received?.at ?? exchange.at);
  const own = terms.profile === recorded ? (policy?.policy ?? POLICY_UNKNOWN) : 'default';
  return accessOf(
    { url, via: 'http', context, at, date: part === 'request' ? null : (received?.date ?? null) },
    { profile: terms.profile, thirdParty: terms.thirdParty === 'as-recorded' ? own : terms.thirdParty },
  );
}
