import type { Exchange, SentCookie, WithheldCookie } from '../../replay/rows/exchange';
import { type Sentence, s } from '../../rules/engine/sentence';
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
  const found: Beside[] = [];
  // A jar may hold hundreds: no words are made for those that are not told of.
  for (const each of [...exchange.cookies, ...exchange.withheld]) {
    const own = 'name' in each ? each.name : each.cookie.name;
    const text = own === name ? null : 'name' in each ? whyAlong(each, exchange) : whyStayed(each);
    if (text !== null) found.push({ name: own, text });
    if (found.length === MOST) break;
  }
  return found;
}

function whyAlong({ cookie }: SentCookie, { sent, at }: Exchange): Sentence | null {
  if (cookie === null) return null;
  const isForeign = sent.method === 'POST' && sent.type === 'document' && sent.initiator !== null;
  if (isForeign && cookie.sameSite === 'absent' && at - cookie.creation < YOUNG)
    return s`went along: no ${'SameSite'}, and younger than two minutes`;
  return cookie.sameSite === 'none' ? s`went along: ${'SameSite=None'}` : null;
}

function whyStayed({ predicted }: WithheldCookie): Sentence | null {
  const [reason] = likelyReasons(predicted);
  return reason === undefined ? null : s`stayed too: ${reasonBrief(reason)}`;
}
