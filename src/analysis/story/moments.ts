import type { GapRow, Row } from '../replay/exchange';
import type { Sessions, SiteSession } from '../session/sign-in';
import { anonymousMoments } from './anonymous';
import { attemptMoments } from './attempts';
import { csrfMoments } from './csrf-moments';
import { endMoments } from './ends';
import type { Moment, Story } from './moment';
import { phasesOf } from './phases';
import { privilegeMoments } from './privileges';
import { signInMoments } from './sign-in-moments';
import { tokenMoments } from './tokens';

/**
 * The stories of a recording, one a site, the site visited most first. Only what was recorded: what cannot be known
 * passively is a moment that says so.
 * @param rows the recording, for the times in which nothing was recorded
 */
export function storiesOf({ sites, roles }: Sessions, rows: readonly Row[]): readonly Story[] {
  const gaps = rows.filter((row) => row.kind === 'gap');
  return sites.filter(({ visits }) => visits.length > 0).map((site) => storyOf(site, { roles, gaps }));
}

interface Beside {
  readonly roles: Sessions['roles'];
  readonly gaps: readonly GapRow[];
}

function storyOf(site: SiteSession, { roles, gaps }: Beside): Story {
  const moments: readonly Moment[] = [
    ...anonymousMoments(site, roles),
    ...attemptMoments(site),
    ...signInMoments(site),
    ...tokenMoments(site),
    ...privilegeMoments(site),
    ...csrfMoments(site, roles),
    ...gaps.map(notRecorded),
    ...endMoments(site, roles),
  ];
  return { site: site.site, phases: phasesOf(site), moments: inOrder(moments) };
}

function notRecorded({ gap }: GapRow): Moment {
  return {
    kind: 'not-recorded',
    at: gap.from,
    until: gap.to,
    cause: gap.cause,
    certainty: 'cannot-tell',
    missing: ['what-happened-meanwhile'],
    exchanges: [],
    evidence: [],
  };
}

/** By time; what happened at once stays in the order it was told in, but one session ends before the next begins. */
const inOrder = (moments: readonly Moment[]): readonly Moment[] =>
  [...moments].sort((a, b) => a.at - b.at || Number(isOver(b)) - Number(isOver(a)));

const isOver = ({ kind }: Moment): boolean => kind === 'session-expired';
