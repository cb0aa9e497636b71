import { s } from '../../rules/engine/sentence';
import { likelyReasons } from '../../rules/subject/missed';
import type { Failure } from '../scene/failure';
import type { Suspect } from '../scene/suspect';
import { reasonBrief } from './cause-words';
import type { Beside } from './incident';

/** How many other cookies are told of. */
const MOST = 4;
/** As long as Chromium lets a cookie without SameSite go with another site's POST. */
const YOUNG = 120_000;

/** The other cookies of the same request, each with why it went along or stayed: without that the cause looks arbitrary. */
export function besides({ name }: Suspect, { exchange }: Failure): readonly Beside[] {
  const isForeign = exchange.sent.method === 'POST' && exchange.sent.type === 'document' && exchange.sent.initiator !== null;
  const sent = exchange.cookies.flatMap((each): readonly Beside[] => {
    const { cookie } = each;
    if (each.name === name || cookie === null) return [];
    if (isForeign && cookie.sameSite === 'absent' && exchange.at - cookie.creation < YOUNG)
      return [{ name: each.name, text: s`went along: no ${'SameSite'}, and younger than two minutes` }];
    return cookie.sameSite === 'none' ? [{ name: each.name, text: s`went along: ${'SameSite=None'}` }] : [];
  });
  const stayed = exchange.withheld.flatMap(({ cookie, predicted }): readonly Beside[] => {
    const [reason] = likelyReasons(predicted);
    return cookie.name === name || reason === undefined
      ? []
      : [{ name: cookie.name, text: s`stayed too: ${reasonBrief(reason)}` }];
  });
  return [...sent, ...stayed].slice(0, MOST);
}
