import type { CheckedId } from '../active-check/verdict';
import type { GapRow, Row } from '../replay/rows/exchange';
import { siteOfUrl } from '../session/requests/address';
import type { Sessions } from '../session/sessions';
import type { Breakdown } from '../session/sign-in/breakdown';
import type { SiteSession } from '../session/site-session';
import { anonymousMoments } from './anonymous';
import { attemptMoments } from './attempts';
import { checkMoments } from './checked';
import { csrfMoments } from './csrf-moments';
import { endMoments } from './ends';
import type { Moment, Story } from './moment';
import { phasesOf } from './phases';
import { privilegeMoments } from './privileges';
import { signInMoments } from './sign-in-moments';
import { tokenMoments } from './tokens';
import { singleSignOutMoments, transactionMoments } from './transaction-moments';

/**
 * The stories of a recording, one a site, the site visited most first. Only what was recorded: what cannot be known
 * passively is a moment that says so.
 * @param rows the recording, for the times in which nothing was recorded
 * @param checks old ids that the user had sent again
 */
export function storiesOf(
  { sites, roles, transactions, singleSignOuts }: Sessions,
  rows: readonly Row[],
  checks: readonly CheckedId[] = [],
): readonly Story[] {
  const gaps = rows.filter((row) => row.kind === 'gap');
  return sites
    .filter(({ visits }) => visits.length > 0)
    .map((site) =>
      storyOf(site, { roles, gaps, transactions, singleSignOuts, checks: checks.filter((check) => check.site === site.site) }),
    );
}

interface Beside {
  readonly roles: Sessions['roles'];
  readonly gaps: readonly GapRow[];
  readonly transactions: Sessions['transactions'];
  readonly singleSignOuts: Sessions['singleSignOuts'];
  readonly checks: readonly CheckedId[];
}

function storyOf(site: SiteSession, { roles, gaps, transactions, singleSignOuts, checks }: Beside): Story {
  const own = transactions.filter(({ application }) => siteOfUrl(`http://${application}/`) === site.site);
  const requests = new Set(site.visits.map(({ exchange }) => exchange.request));
  const ends = singleSignOuts.filter(({ at, frames }) => [at, ...frames].some(({ request }) => requests.has(request)));
  const moments: readonly Moment[] = [
    ...anonymousMoments(site, roles),
    ...attemptMoments(site, silentAnswers(own)),
    ...signInMoments(site),
    ...tokenMoments(site),
    ...privilegeMoments(site),
    ...csrfMoments(site, roles),
    ...transactionMoments(own),
    ...singleSignOutMoments(ends),
    ...site.breakdowns.flatMap(fallsApart),
    ...gaps.map(notRecorded),
    ...endMoments(site, roles, checks),
    ...checkMoments(checks),
  ];
  return { site: site.site, phases: phasesOf(site), moments: inOrder(moments), transactions: own };
}

/** Answers to questions that nobody saw: no credentials of the user came with them. */
const silentAnswers = (transactions: Sessions['transactions']): ReadonlySet<string> =>
  new Set(transactions.flatMap(({ isSilent, answer }) => (isSilent && answer !== null ? [answer.exchange.id] : [])));

function fallsApart({ kind, name, visits }: Breakdown): readonly Moment[] {
  const [first] = visits;
  if (first === undefined) return [];
  return [
    {
      kind: 'session-falls-apart',
      at: first.exchange.at,
      until: visits.at(-1)?.exchange.at ?? null,
      what: kind,
      name,
      count: visits.length,
      certainty: kind === 'not-recognised' ? 'cannot-tell' : 'observed',
      missing: kind === 'not-recognised' ? ['whether-the-credentials-were-right'] : [],
      exchanges: visits.map(({ exchange }) => exchange.id),
      evidence: [],
    },
  ];
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
