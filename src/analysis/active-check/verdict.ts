import type { Instant } from '../engine/base/units';
import { siteDomain } from '../engine/site/registrable';
import { type Address, addressOf, resolve } from '../session/requests/address';
import { type AnswerShape, answerShape, isLikeAnswer, isUnlikeAnswer } from '../session/sign-in/page-answers';
import type { SiteSession } from '../session/site-session';
import type { CheckTime, OldIdCheck } from './old-id-check';

/**
 * What an answer to an old id shows. `still-works`: it was answered as to somebody signed in. `ended`: it was refused, and where that
 * alone says little, another took its place. `signs-nobody-in`: it was refused, but the server may keep it for a visitor.
 */
type CheckVerdict = 'still-works' | 'ended' | 'signs-nobody-in' | 'cannot-tell';

/** The head of an answer. */
export interface CheckAnswer {
  readonly status: number;
  /** Where a redirect leads, as the header has it; null = none. */
  readonly location: string | null;
  readonly length: number | null;
  /** Names of the cookies that it sets or deletes. */
  readonly cookies: readonly string[];
}

/** A check that the user asked for, with its answer beside the recorded ones. Holds no value. */
export interface CheckedId {
  readonly time: CheckTime;
  /** The row of the sign-in or of the sign-out that it is about. */
  readonly about: string;
  readonly site: string;
  readonly at: Instant;
  readonly verdict: CheckVerdict;
  /** Path of the page that was asked for. */
  readonly path: string;
  /** Ids of the recorded exchanges that it is compared with. */
  readonly exchanges: readonly string[];
  readonly answer: AnswerShape;
  readonly recorded: AnswerShape;
  /** The answer to somebody not signed in; null = not recorded. */
  readonly anonymous: AnswerShape | null;
  /** The host of another site that the answer leads to; null = none. It was not followed. */
  readonly elsewhere: string | null;
}

/** @param at when the answer came */
export function checkedId(check: OldIdCheck, answer: CheckAnswer, session: SiteSession, at: Instant): CheckedId {
  const { recorded, anonymous, time, about } = check;
  const target = answer.location === null ? null : addressOf(resolve(answer.location, recorded.exchange.url));
  const given: AnswerShape = { status: answer.status, leadsTo: target?.shape ?? null, length: answer.length };
  return {
    time,
    about,
    site: session.site,
    at,
    verdict: verdictOf(check, { ...answer, given, target }, session),
    path: recorded.address.path,
    exchanges: [recorded, ...(anonymous === null ? [] : [anonymous])].map(({ exchange }) => exchange.id),
    answer: given,
    recorded: answerShape(recorded),
    anonymous: anonymous === null ? null : answerShape(anonymous),
    elsewhere: target === null || siteDomain(target.host) === session.site ? null : target.host,
  };
}

interface ReadAnswer extends CheckAnswer {
  readonly given: AnswerShape;
  /** Where it leads; null = nowhere, or to no address. */
  readonly target: Address | null;
}

/** What the answer to a check shows, compared with what the same page answered before. */
function verdictOf(check: OldIdCheck, answer: ReadAnswer, { answers }: Pick<SiteSession, 'answers'>): CheckVerdict {
  const { given, target } = answer;
  const before = answerShape(check.recorded);
  const others = check.anonymous === null ? null : answerShape(check.anonymous);
  const isRefused =
    DENIED.has(answer.status) ||
    (target !== null && answers.isLoginPage(target.page)) ||
    (others !== null && isLikeAnswer(given, others) && isUnlikeAnswer(given, before));
  if (isRefused) return refused(check, answer);
  // The text of a page that others are refused may differ from time to time; one that everybody gets is known by its text alone.
  const isServed = answers.isGuarded(check.recorded.address.page)
    ? given.status === before.status && given.leadsTo === before.leadsTo
    : others !== null && isUnlikeAnswer(others, before) && isLikeAnswer(given, before);
  return isServed ? 'still-works' : 'cannot-tell';
}

/** 419 is Laravel's for a token that does not hold, 440 IIS's for a session that ended. */
const DENIED: ReadonlySet<number> = new Set([401, 403, 419, 440]);

/** The id of before a sign-in was perhaps never more than a visitor's: only another in its place shows that it is gone. */
function refused({ time, names }: OldIdCheck, { cookies }: CheckAnswer): CheckVerdict {
  if (time === 'after-sign-out') return 'ended';
  return names.some((name) => cookies.includes(name)) ? 'ended' : 'signs-nobody-in';
}
