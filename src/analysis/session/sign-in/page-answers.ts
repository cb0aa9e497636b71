import { addTo } from '../../engine/base/lists';
import type { Attempt } from '../requests/attempt';
import { type Visit, type VisitAnswers, visitsBetween } from '../requests/visit';

/** As whom a page was answered, as far as the answer shows it. */
export type AnsweredAs = 'signed-in' | 'anonymous' | null;

/** Two lengths of one page nearer than this are the same answer: dates and counters differ. */
const SAME_WITHIN = 0.01;
/** Two lengths further apart than this are different answers. */
const DIFFERENT_FROM = 0.05;
const FEW_OCTETS = 64;

/**
 * Tells answers to somebody signed in from answers to anybody else. A page that refuses others says so by its status or its
 * redirect. One that serves everybody is known by where it leads and how long it is, compared with what it answered before
 * anybody signed in and while somebody certainly was.
 */
export class PageAnswers {
  readonly #answers: VisitAnswers;
  /** Of pages that answer both in one way each, and the two in different ways. */
  readonly #distinctive: ReadonlyMap<string, { readonly outside: Visit; readonly inside: Visit }>;

  constructor(
    answers: VisitAnswers,
    { outside, inside }: { readonly outside: readonly Visit[]; readonly inside: readonly Visit[] },
  ) {
    this.#answers = answers;
    this.#distinctive = distinctivePages(byPage(outside), byPage(inside));
  }

  of(visit: Visit): AnsweredAs {
    const answer = this.#answers.of(visit);
    if (answer === 'to-login' || visit.exchange.status === 401) return 'anonymous';
    if (answer === 'served' && this.#answers.isGuarded(visit.address.page)) return 'signed-in';
    if (visit.exchange.sent.method !== 'GET' || (answer !== 'served' && answer !== 'moved' && answer !== 'denied')) return null;
    const known = this.#distinctive.get(visit.address.page);
    if (known === undefined) return null;
    if (isLike(visit, known.inside)) return 'signed-in';
    return isLike(visit, known.outside) ? 'anonymous' : null;
  }
}

function distinctivePages(outside: ReadonlyMap<string, readonly Visit[]>, inside: ReadonlyMap<string, readonly Visit[]>) {
  const known = new Map<string, { readonly outside: Visit; readonly inside: Visit }>();
  for (const [page, [before, ...others]] of outside) {
    const [within, ...more] = inside.get(page) ?? [];
    if (before === undefined || within === undefined || !isUnlike(before, within)) continue;
    // Within a session that ends or comes apart, it is answered as to nobody again.
    const isEither = (each: Visit): boolean => isLike(each, within) || isLike(each, before);
    if (others.every((each) => isLike(each, before)) && more.every(isEither))
      known.set(page, { outside: before, inside: within });
  }
  return known;
}

/**
 * What the answers of a site are compared with: the visits before the first credentials, and those after a sign-in that
 * succeeded until somebody asks to sign out or gives credentials again.
 */
export function compared(visits: readonly Visit[], attempts: readonly Attempt[], isAnonymous: (visit: Visit) => boolean) {
  const first = attempts[0]?.visit.seq ?? Number.POSITIVE_INFINITY;
  const before = visitsBetween(visits, Number.NEGATIVE_INFINITY, first);
  // Only pages that were asked for on both sides can be compared: mostly there are few.
  const asked = new Set(attempts.length === 0 ? [] : before.map(({ address }) => address.page));
  const inside = attempts.flatMap((attempt, place) => {
    if (attempt.outcome !== 'succeeded') return [];
    const last = attempt.chain.at(-1) ?? attempt.visit;
    const next = attempts[place + 1]?.visit.seq ?? Number.POSITIVE_INFINITY;
    const after = visitsBetween(visits, last.seq, next);
    const out = after.findIndex(({ asksSignOut }) => asksSignOut);
    return [...attempt.chain.slice(1), ...(out < 0 ? after : after.slice(0, out))].filter(({ address }) =>
      asked.has(address.page),
    );
  });
  const pages = new Set(inside.map(({ address }) => address.page));
  return { outside: before.filter((visit) => pages.has(visit.address.page) && isAnonymous(visit)), inside };
}

/** How far apart the answers of the form's own page must lie: it tells of a wrong password too. */
const MESSAGE = 512;

/**
 * The first page after an attempt that had been answered in one way before and is answered in another now; null = none.
 * @param from the page of the form, which also changes to tell that something was wrong
 */
export function changedPage(before: readonly Visit[], after: readonly Visit[], from: string | null): Visit | null {
  const known = byPage(before);
  for (const visit of after) {
    const [first, ...others] = known.get(visit.address.page) ?? [];
    if (first === undefined || visit.exchange.sent.method !== 'GET' || !isUnlike(first, visit)) continue;
    if (!others.every((each) => isLike(each, first))) continue;
    const [x, y] = [lengthOf(first) ?? 0, lengthOf(visit) ?? 0];
    const isMessage =
      visit.address.page === from &&
      first.leadsToShape === visit.leadsToShape &&
      Math.abs(x - y) < Math.max(MESSAGE, 0.3 * Math.max(x, y));
    if (!isMessage && (visit.exchange.status ?? 500) < 400) return visit;
  }
  return null;
}

/** Whether two answers are of lengths that no message more or less explains. */
export function differsInLength(a: Visit, b: Visit): boolean {
  const [x, y] = [lengthOf(a), lengthOf(b)];
  return x !== null && y !== null && Math.abs(x - y) > Math.max(2 * FEW_OCTETS, 0.3 * Math.max(x, y));
}

function byPage(visits: readonly Visit[]): ReadonlyMap<string, readonly Visit[]> {
  const pages = new Map<string, Visit[]>();
  for (const visit of visits) {
    if (visit.exchange.sent.method !== 'GET' || visit.exchange.status === null || visit.exchange.fromCache) continue;
    addTo(pages, visit.address.page, visit);
  }
  return pages;
}

/** An answer as far as it can be compared with others to the same page. */
export interface AnswerShape {
  readonly status: number | null;
  /** The shape of the address that a redirect leads to; null = no redirect. */
  readonly leadsTo: string | null;
  /** The length that it was said to have; null = the browser does not tell. */
  readonly length: number | null;
}

export const answerShape = (visit: Visit): AnswerShape => ({
  status: visit.exchange.status,
  leadsTo: visit.leadsToShape,
  length: lengthOf(visit),
});

const isLike = (a: Visit, b: Visit): boolean => isLikeAnswer(answerShape(a), answerShape(b));
const isUnlike = (a: Visit, b: Visit): boolean => isUnlikeAnswer(answerShape(a), answerShape(b));

/** Whether two answers are the same one, as far as can be told. */
export function isLikeAnswer(a: AnswerShape, b: AnswerShape): boolean {
  if (a.status !== b.status || a.leadsTo !== b.leadsTo) return false;
  // A redirect says it by where it leads.
  if (a.leadsTo !== null) return true;
  return (
    a.length !== null &&
    b.length !== null &&
    Math.abs(a.length - b.length) <= Math.max(FEW_OCTETS, SAME_WITHIN * Math.max(a.length, b.length))
  );
}

/** Whether two answers certainly differ; of two that are neither alike nor unlike nothing can be told. */
export function isUnlikeAnswer(a: AnswerShape, b: AnswerShape): boolean {
  if (a.status !== b.status || a.leadsTo !== b.leadsTo) return true;
  if (a.length === null || b.length === null) return false;
  const [less, more] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  // Short answers, as of an interface for scripts, differ by few octets and by much of their length.
  return more - less > Math.max(4 * FEW_OCTETS, DIFFERENT_FROM * more) || (more - less > FEW_OCTETS && more >= 2 * less);
}

function lengthOf({ exchange }: Visit): number | null {
  const length = exchange.received?.headers.find(({ name }) => name === 'content-length')?.value;
  return length === undefined || !/^\d{1,12}$/.test(length) ? null : Number(length);
}
