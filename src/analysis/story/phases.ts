import type { Instant } from '../engine/base/units';
import { isStillSignedIn } from '../session/sign-in/reuse';
import type { SiteSession } from '../session/site-session';
import { idName } from './id-name';
import type { Phase } from './moment';

/** The bar above the story: who was there when. */
export function phasesOf({ visits, signIns }: SiteSession): readonly Phase[] {
  const [first] = visits;
  if (first === undefined) return [];
  const phases: Phase[] = [];
  let from: Instant | null = first.exchange.at;
  let kind: Phase['kind'] = 'anonymous';
  for (const [place, { how, first: start, carriers, end }] of signIns.entries()) {
    const began: Instant = how === 'already' && from !== null ? from : start.exchange.at;
    if (from !== null && began > from) phases.push({ kind, from, until: began, id: null });
    const [carrier] = carriers;
    const span = carrier?.after ?? null;
    const ended = isStillSignedIn(end) ? null : (end?.visit.exchange.at ?? null);
    phases.push({
      kind: 'signed-in',
      from: began,
      until: ended ?? signIns[place + 1]?.first.exchange.at ?? null,
      id: carrier === undefined || span === null ? null : idName(carrier.life, span),
    });
    kind = 'signed-out';
    from = ended;
  }
  return from === null ? phases : [...phases, { kind, from, until: null, id: null }];
}
