import { bearerOf } from './bearer';
import type { CookieKey } from './cookie-key';
import type { CookieLife } from './cookie-life';
import { type Evidence, evidence } from './evidence';
import { sentWith } from './movement';
import type { Scene } from './outcome';
import type { Reuse, SignIn } from './session-kinds';
import type { Answers, Visit } from './visit';

/** What a value that should be dead is looked for in. */
export interface AfterEnd {
  readonly answers: Answers;
  /** Number of the fact from which on the value is old. */
  readonly after: number;
  /** Pages served while signed in: refused now, they show that it is dead. */
  readonly served: ReadonlySet<string>;
  /** Other credentials that may sign in beside it. */
  readonly others: readonly CookieLife[];
  /** The cookie gets new values on any page. */
  readonly changesAnyway: boolean;
}

/** Something that signed in and should not any more. */
interface Old {
  readonly key: CookieKey | null;
  readonly name: string;
  readonly isIn: (visit: Visit) => boolean;
  /** Whether the answer gave another in its place. */
  readonly isReplacedBy: (visit: Visit) => boolean;
}

/**
 * Whether an old value was sent again, and what the server made of it. Only pages that are known to be refused to
 * others show anything: a page that anybody gets says nothing of who asked.
 * @returns null = nobody sent it again
 */
function reuseOf(old: Old, visits: readonly Visit[], { answers, after, served, others, changesAnyway }: AfterEnd): Reuse | null {
  const again = visits.filter((visit) => visit.seq > after && old.isIn(visit));
  if (again.length === 0) return null;
  const ids = again.map(({ exchange }) => exchange.id);
  const sent = evidence('old-value-sent', 0, { name: old.name, count: again.length }, ids);
  const told = (answered: Reuse['answered'], ...lines: readonly Evidence[]): Reuse => ({
    key: old.key,
    answered,
    visits: again,
    evidence: [sent, ...lines],
  });
  // Another credential beside it may be what the server went by.
  const alone = again.filter((visit) => others.every((life) => sentWith(life, visit) === null));
  const alive = alone.find((visit) => answers.of(visit) === 'served' && answers.isGuarded(visit.address.page));
  if (alive !== undefined) return told('authenticated', at('still-answered', 4, alive));
  const refused = again.find((visit) => isRefused(visit, answers, served));
  if (refused !== undefined) return told('refused', at('asked-to-sign-in-again', 4, refused));
  const given = again.find(old.isReplacedBy);
  if (given === undefined || changesAnyway) return told('cannot-tell');
  // Handing out a new id in place of the old is what servers do with one they do not know.
  return told('refused', evidence('new-id-given', 2, { name: old.name }, [given.exchange.id]));
}

const at = (kind: Evidence['kind'], weight: number, { address, exchange }: Visit): Evidence =>
  evidence(kind, weight, { page: address.path }, [exchange.id]);

function isRefused(visit: Visit, answers: Answers, served: ReadonlySet<string>): boolean {
  const answer = answers.of(visit);
  // 401 says itself that the credentials do not hold. @see RFC 9110 §15.5.2
  return answer === 'to-login' || visit.exchange.status === 401 || (answer === 'denied' && served.has(visit.address.page));
}

/** A stretch whose sign-out is told what became of its ids afterwards. */
export function withReuse(
  signIn: SignIn,
  visits: readonly Visit[],
  { answers, restless, others }: Scene & { readonly others: readonly CookieLife[] },
): SignIn {
  const { end } = signIn;
  if (end === null || end.kind !== 'sign-out') return signIn;
  const after = end.last.answeredAt ?? end.last.seq;
  const served = new Set(signIn.use.filter((visit) => answers.of(visit) === 'served').map(({ address }) => address.page));
  const olds =
    signIn.carriedBy === 'bearer-header' ? oldHeader(signIn) : signIn.carriers.flatMap(({ life }) => oldCookie(life, end.visit));
  for (const old of olds) {
    const changesAnyway = old.key !== null && restless.has(old.key);
    const reuse = reuseOf(old, visits, { answers, after, served, others, changesAnyway });
    if (reuse !== null) return { ...signIn, end: { ...end, reuse } };
  }
  return signIn;
}

function oldCookie(life: CookieLife, end: Visit): readonly Old[] {
  const old = life.spans.findLast(({ from, to }) => from < end.seq && (to === null || to >= end.seq));
  if (old === undefined) return [];
  return [
    {
      key: life.key,
      name: life.name,
      isIn: (visit) => sentWith(life, visit)?.value === old.value,
      isReplacedBy: (visit) => life.spans.some(({ from, value }) => from === visit.answeredAt && value !== old.value),
    },
  ];
}

function oldHeader({ use }: SignIn): readonly Old[] {
  const digest = use.map(bearerOf).findLast((each) => each !== null) ?? null;
  if (digest === null) return [];
  return [{ key: null, name: 'authorization', isIn: (visit) => bearerOf(visit) === digest, isReplacedBy: () => false }];
}
