import type { CookieLife, ValueSpan } from './cookie-life';
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

/**
 * Whether an old value was sent again, and what the server made of it. Only pages that are known to be refused to
 * others show anything: a page that anybody gets says nothing of who asked.
 * @returns null = nobody sent it again
 */
export function reuseOf(
  old: { readonly life: CookieLife; readonly span: ValueSpan },
  visits: readonly Visit[],
  { answers, after, served, others, changesAnyway }: AfterEnd,
): Reuse | null {
  const again = visits.filter((visit) => visit.seq > after && sentWith(old.life, visit)?.value === old.span.value);
  if (again.length === 0) return null;
  const lines: Evidence[] = [
    evidence(
      'old-value-sent',
      0,
      { name: old.life.name, count: again.length },
      again.map(({ exchange }) => exchange.id),
    ),
  ];
  // Another credential beside it may be what the server went by.
  const alone = again.filter((visit) => others.every((life) => sentWith(life, visit) === null));
  const alive = alone.find((visit) => answers.of(visit) === 'served' && answers.isGuarded(visit.address.page));
  if (alive !== undefined) {
    lines.push(evidence('still-answered', 4, { page: alive.address.path }, [alive.exchange.id]));
    return { key: old.life.key, answered: 'authenticated', visits: again, evidence: lines };
  }
  const refused = again.find((visit) => isRefused(visit, answers, served));
  if (refused !== undefined) {
    lines.push(evidence('asked-to-sign-in-again', 4, { page: refused.address.path }, [refused.exchange.id]));
    return { key: old.life.key, answered: 'refused', visits: again, evidence: lines };
  }
  const given = again.find((visit) =>
    old.life.spans.some((span) => span.from === visit.answeredAt && span.value !== old.span.value),
  );
  if (given === undefined || changesAnyway) return { key: old.life.key, answered: 'cannot-tell', visits: again, evidence: lines };
  // Handing out a new id in place of the old is what servers do with one they do not know.
  lines.push(evidence('new-id-given', 2, { name: old.life.name }, [given.exchange.id]));
  return { key: old.life.key, answered: 'refused', visits: again, evidence: lines };
}

function isRefused(visit: Visit, answers: Answers, served: ReadonlySet<string>): boolean {
  const answer = answers.of(visit);
  return answer === 'to-login' || (answer === 'denied' && served.has(visit.address.page));
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
  for (const { life } of signIn.carriers) {
    const span = life.spans.findLast(({ from, to }) => from < end.visit.seq && (to === null || to >= end.visit.seq));
    if (span === undefined) continue;
    const reuse = reuseOf({ life, span }, visits, { answers, after, served, others, changesAnyway: restless.has(life.key) });
    if (reuse !== null) return { ...signIn, end: { ...end, reuse } };
  }
  return signIn;
}
