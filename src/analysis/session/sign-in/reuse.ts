import type { CookieKey } from '../cookies/cookie-key';
import { type CookieLife, spanAt, type ValueSpan } from '../cookies/cookie-life';
import { bearerOf } from '../requests/bearer';
import { carriesValue, sentWith } from '../requests/value-changes';
import { type Visit, visitsBetween } from '../requests/visit';
import { type Evidence, evidence } from '../shared/evidence';
import type { SiteScene } from './outcome';
import type { Ending, Reuse, SignIn, SignOut } from './session-kinds';

/** Whether a sign-out was asked for and the session went on being served: nobody signed out. */
export const isStillSignedIn = (end: Ending | null): boolean =>
  end?.kind === 'sign-out' && end.certainty === 'cannot-tell' && end.reuse?.answered === 'authenticated';

/** Something that signed in and should not any more. */
interface Old {
  readonly key: CookieKey | null;
  readonly name: string;
  /** Number of the fact from which on it is old. */
  readonly since: number;
  /** It was kept over several pages while it signed in, however often its cookie changes at other times. */
  readonly settled: boolean;
  readonly isIn: (visit: Visit) => boolean;
  /** Whether the answer gave another in its place. */
  readonly isReplacedBy: (visit: Visit) => boolean;
}

/** What an old value is looked for in. */
interface AfterEnd {
  readonly visits: readonly Visit[];
  readonly scene: SiteScene;
  /** Pages served while signed in: refused now, they show that it is dead. */
  readonly served: ReadonlySet<string>;
  /** Other credentials that may sign in beside it. */
  readonly others: readonly CookieLife[];
}

/** A stretch whose sign-out is told what became of its ids afterwards: the answer that says most. */
export function withReuse(
  signIn: SignIn,
  visits: readonly Visit[],
  { scene, others }: { readonly scene: SiteScene; readonly others: readonly CookieLife[] },
): SignIn {
  const { end } = signIn;
  if (end === null || end.kind !== 'sign-out') return signIn;
  const served = new Set(signIn.use.filter((visit) => scene.answers.of(visit) === 'served').map(({ address }) => address.page));
  const old =
    signIn.carriedBy === 'bearer-header' ? oldHeader(signIn, end) : signIn.carriers.flatMap(({ life }) => oldCookie(life, end));
  const found = old.flatMap((each) => reuseOf(each, { visits, scene, served, others }) ?? []);
  const reuse = RANKED.flatMap((answered) => found.find((each) => each.answered === answered) ?? [])[0];
  return reuse === undefined ? signIn : { ...signIn, end: { ...end, reuse } };
}

const RANKED: readonly Reuse['answered'][] = ['authenticated', 'refused', 'cannot-tell'];

/**
 * Whether an old value was sent again, and what the server made of it. Only pages that answer others differently show
 * anything: a page that anybody gets says nothing of who asked.
 * @returns null = nobody sent it again
 */
function reuseOf(old: Old, { visits, scene, served, others }: AfterEnd): Reuse | null {
  const again = visitsBetween(visits, old.since, Number.POSITIVE_INFINITY).filter(old.isIn);
  if (again.length === 0) return null;
  const ids = again.map(({ exchange }) => exchange.id);
  const sent = evidence('old-value-sent', 0, { name: old.name, count: again.length }, ids);
  const answer = (answered: Reuse['answered'], ...lines: readonly Evidence[]): Reuse => ({
    key: old.key,
    answered,
    visits: again,
    evidence: [sent, ...lines],
  });
  // Another credential beside it may be what the server went by.
  const alone = again.filter((visit) => others.every((life) => sentWith(life, visit) === null));
  const alive = alone.find((visit) => scene.pages.of(visit) === 'signed-in');
  if (alive !== undefined) return answer('authenticated', at('still-answered', 4, alive));
  const refused = again.find((visit) => isRefused(visit, scene, served));
  if (refused !== undefined) return answer('refused', at('asked-to-sign-in-again', 4, refused));
  const anonymous = again.find((visit) => scene.pages.of(visit) === 'anonymous');
  if (anonymous !== undefined) return answer('refused', at('answered-anonymously', 3, anonymous));
  const given = again.find(old.isReplacedBy);
  const changesAnyway = old.key !== null && scene.volatile.has(old.key) && !old.settled;
  if (given === undefined || changesAnyway) return answer('cannot-tell');
  // Handing out a new id in place of the old is what servers do with one they do not know.
  return answer('refused', evidence('new-id-given', 2, { name: old.name }, [given.exchange.id]));
}

const at = (kind: Evidence['kind'], weight: number, { address, exchange }: Visit): Evidence =>
  evidence(kind, weight, { page: address.path }, [exchange.id]);

function isRefused(visit: Visit, { answers }: SiteScene, served: ReadonlySet<string>): boolean {
  const answer = answers.of(visit);
  // 401 says itself that the credentials do not hold. @see RFC 9110 §15.5.2
  return answer === 'to-login' || visit.exchange.status === 401 || (answer === 'denied' && served.has(visit.address.page));
}

function oldCookie(life: CookieLife, { visit: out, last }: SignOut): readonly Old[] {
  const old = spanAt(life, out.seq);
  if (old === null) return [];
  return [
    {
      key: life.key,
      name: life.name,
      since: endOf(old, out, last),
      settled: old.sent.filter(({ sent }) => sent.seq < out.seq).length >= 3,
      isIn: (visit) => carriesValue(life, visit, old.value),
      isReplacedBy: (visit) => life.spans.some(({ from, value }) => from === visit.answeredAt && value !== old.value),
    },
  ];
}

/**
 * When a value became old: with the answer of the hop that deleted it, else with the sign-out's first answer. One that a later
 * hop replaced was still sent with that hop, and the new one is that hop's answer to it.
 */
function endOf({ to, end }: ValueSpan, out: Visit, last: Visit): number {
  const first = out.answeredAt ?? out.seq;
  const until = last.answeredAt ?? last.seq;
  return end !== 'replaced' && to !== null && to >= first && to <= until ? to : first;
}

function oldHeader({ use }: SignIn, { last }: SignOut): readonly Old[] {
  const digest = use.map(bearerOf).findLast((each) => each !== null) ?? null;
  if (digest === null) return [];
  const since = last.answeredAt ?? last.seq;
  const isIn = (visit: Visit): boolean => bearerOf(visit) === digest;
  return [{ key: null, name: 'authorization', since, settled: true, isIn, isReplacedBy: () => false }];
}
