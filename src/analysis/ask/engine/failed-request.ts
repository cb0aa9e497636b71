import type { Bytes } from '../../engine/base/units';
import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import { reasonBrief } from '../../incidents/engine/cause-words';
import type { Scene } from '../../incidents/scene/scene';
import type { Cause } from '../../incidents/scene/suspect';
import { whyMissing } from '../../incidents/scene/suspects';
import type { Exchange } from '../../replay/rows/exchange';
import { requestText } from '../../rules/engine/request-words';
import { listOf, type Sentence, s } from '../../rules/engine/sentence';
import { likelyReasons } from '../../rules/subject/missed';
import type { LookedAt } from './answer';

/** It was looked at and is as it should be. */
export const fine = (text: Sentence): LookedAt => ({ result: 'fine', text });
/** It was looked at and may matter, or cannot be seen. */
export const open = (text: Sentence): LookedAt => ({ result: 'open', text });

const GONE: ReadonlySet<Cause> = new Set<Cause>(['deleted', 'expired', 'evicted']);

/** What is looked at in a request for which no cookie was found to blame: what it carried, what stayed, what was refused or lost before. */
export function lookedAtRequest(exchange: Exchange, scene: Scene): readonly LookedAt[] {
  const host = urlParts(exchange.url)?.host ?? '';
  const site = siteDomain(host);
  const request = { exchange, host, site };
  const missing = scene.events.names(site).flatMap((name) => whyMissing(name, request, scene) ?? []);
  const named = (causes: (cause: Cause) => boolean): readonly Bytes[] =>
    missing.filter(({ cause }) => causes(cause)).map(({ name }) => name);
  return [
    carried(exchange),
    ...withheld(exchange),
    fineUnlessAny(
      named((cause) => cause === 'rejected' || cause === 'dead-on-arrival'),
      s`No ${'Set-Cookie'} line of ${site} that could matter to it was refused before.`,
      (names) => s`${names} was refused when it was set, and nothing shows that this request needs it.`,
    ),
    fineUnlessAny(
      named((cause) => GONE.has(cause)),
      s`No cookie of ${site} was deleted, expired or thrown out before it.`,
      (names) => s`${names} was deleted or expired before, and nothing shows that this request needs it.`,
    ),
    fineUnlessAny(
      named((cause) => cause === 'other-host' || cause === 'other-partition'),
      s`No cookie of ${site} is kept for another host or partition alone.`,
      (names) => s`${names} is kept for another host or partition, and nothing shows that this request needs it.`,
    ),
    twice(exchange),
    open(s`What the server keeps, and what its code compares, is not visible in requests and answers.`),
  ];
}

function carried(exchange: Exchange): LookedAt {
  const names = exchange.cookies.map(({ name }) => name);
  if (exchange.transmission !== 'observed') return open(s`What cookies ${requestText(exchange)} carried was not seen.`);
  return names.length === 0
    ? open(s`${requestText(exchange)} carried no cookie, and the jar held none for it.`)
    : fine(s`${requestText(exchange)} carried ${listOf(names)}.`);
}

/** By reason: cookies that stayed for the same one are told together. */
function withheld({ withheld: stayed }: Exchange): readonly LookedAt[] {
  if (stayed.length === 0) return [fine(s`No cookie of the jar was withheld from it.`)];
  const byReason = new Map<string | null, Bytes[]>();
  for (const { cookie, predicted } of stayed) {
    const [reason = null] = likelyReasons(predicted);
    byReason.set(reason, [...(byReason.get(reason) ?? []), cookie.name]);
  }
  return [...byReason].map(([reason, names]) =>
    open(s`${listOf(names)} stayed: ${reasonBrief(reason as Parameters<typeof reasonBrief>[0])}.`),
  );
}

function twice({ cookies }: Exchange): LookedAt {
  const names = cookies.map(({ name }) => name);
  const repeated = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  return repeated.length === 0
    ? fine(s`No cookie went along twice.`)
    : open(s`${listOf(repeated)} went along twice: servers read one of the two.`);
}

/** @param none said where there is no such cookie; @param some said of those there are */
const fineUnlessAny = (names: readonly Bytes[], none: Sentence, some: (names: Sentence) => Sentence): LookedAt =>
  names.length === 0 ? fine(none) : open(some(listOf(names)));
