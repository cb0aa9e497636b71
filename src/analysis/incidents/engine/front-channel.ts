import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { hostText, requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { isForeign } from '../scene/returning';
import type { SignOutFailure } from '../scene/sign-out-failures';
import { ofWithheld } from '../scene/suspects';
import { causeSentence, consequenceClause } from './cause-words';
import { consequenceStation, plainStation } from './chain';
import { type FailureCase, type Found, ofSuspect } from './define';
import { observedJoin } from './joins';
import { remedyFor } from './remedy';

/** A sign-out at another site that an application was told of in a frame, without the cookie that says whose session it is; null = none. */
export function frontChannelWithoutCookie(failure: SignOutFailure, one: FailureCase): Found | null {
  const { withheldFromFrame: withheld, carried, exchange, host } = failure;
  const [frame] = failure.out;
  if (withheld === null || frame === undefined) return null;
  const { name } = carried;
  const suspect = ofWithheld(withheld, { exchange: frame, site: failure.site }, one.scene);
  const provider = teller(frame);
  const cause = causeSentence(suspect, { exchange: frame, host });
  const found = ofSuspect(suspect, one, {
    title: s`Sign-out does not sign out`,
    heading: s`Sign-out at ${provider} does not sign out at ${host}: ${name} does not go into the frame, and ${requestText(exchange)} ${consequenceClause(failure)}`,
    why: s`${cause} So ${requestText(frame)} cannot tell whose session is over.`,
    rivals: failure.isSure ? [] : [s`${requestText(exchange)} may be the same for everybody`],
    remedy: () =>
      remedyFor(
        byAction(
          'end-session',
          s`End the session on the server, found by what the frame names it by (${'iss'} and ${'sid'}): that takes no cookie. Or have ${provider} tell the server itself (back-channel logout). With ${'SameSite=None; Secure'}, ${name} goes into the frame only where the browser lets third parties have cookies.`,
        ),
        suspect,
        one.scene,
      ),
  });
  const place = frame.withheld.indexOf(withheld);
  return {
    ...found,
    joins: [
      observedJoin(s`${provider} told ${host} of the sign-out in a frame, by ${requestText(frame)}.`),
      { basis: suspect.basis, text: cause },
      observedJoin(s`${requestText(exchange)} carried ${name} with the value from before, and ${consequenceClause(failure)}.`),
    ],
    chain: [
      {
        ...plainStation(frame, 'cause', s`${requestText(frame)} without ${name}`),
        bead: place < 0 ? null : `${frame.id}/withheld/${place}`,
      },
      plainStation(exchange, 'lost', s`${requestText(exchange)} with ${name}`),
      consequenceStation(failure),
    ],
  };
}

/** The host whose page has the frame. */
const teller = (frame: Exchange): string => {
  const top = Array.isArray(frame.context.ancestors) ? frame.context.ancestors[0] : undefined;
  return top !== undefined ? hostText(top) : isForeign(frame) ? hostText(frame.sent.initiator ?? '') : 'the other site';
};
