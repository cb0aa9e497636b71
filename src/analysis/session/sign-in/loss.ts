import { text } from '../../engine/base/bytes';
import type { SetLine } from '../../replay/rows/exchange';
import { type CookieLife, givenAt } from '../cookies/cookie-life';
import { saysError } from '../requests/address';
import type { Attempt, SessionLoss } from '../requests/attempt';
import { isCsrfName } from '../requests/fields';
import { sentWith } from '../requests/value-changes';
import { targetOf, type Visit } from '../requests/visit';
import { evidence } from '../shared/evidence';
import { entropyBound } from '../values/entropy';
import { holdsSession } from '../values/value-kind';
import type { AttemptContext } from './outcome';
import { WHETHER_RIGHT } from './unjudged';

/** What an attempt is seen beside. */
interface Around {
  readonly all: readonly Attempt[];
  readonly next: Attempt | null;
  readonly scene: AttemptContext;
}

/** An attempt of which the answer spoke of success and the next request shows that nobody is signed in; any other as it is. */
export function withLoss(attempt: Attempt, around: Around): Attempt {
  if (attempt.outcome !== 'refused' && attempt.outcome !== 'cannot-tell') return attempt;
  if (!leadsOn(attempt, around.scene)) return attempt;
  const loss = lossOf(attempt, around);
  if (loss === null) return isOpen(attempt, around) ? { ...attempt, outcome: 'cannot-tell', missing: [WHETHER_RIGHT] } : attempt;
  const line = evidence('session-lost', 4, { why: loss.why, name: loss.name ?? '' }, loss.exchanges);
  // Without a cookie in sight the password may have been wrong all the same.
  const missing = loss.why === 'not-set' && attempt.step !== 'external' ? [WHETHER_RIGHT] : [];
  return { ...attempt, outcome: 'lost', loss, missing, evidence: [line, ...attempt.evidence] };
}

/**
 * Whether a refusal is none yet: the answer led on, the session that was there before came along, and the next page did not
 * know it. Wrong credentials look like that where an application leads everybody on; so does a session that was not kept.
 */
function isOpen(attempt: Attempt, around: Around): boolean {
  if (attempt.outcome !== 'refused' || attempt.by === 'script') return false;
  // Somebody whose session was replaced at once tries again, whether or not the password was right.
  const isReplaced = around.scene.candidates.some((life) => replacedAfter(life, attempt.visit, attempt.chain) !== null);
  const said = attempt.evidence.some(
    ({ kind }) => kind === 'refused-by-status' || kind === 'error-in-redirect' || (kind === 'tried-again' && !isReplaced),
  );
  return !said && !isAlike(attempt, around) && refusedAfter(attempt, around) !== null;
}

/** The hop after an answer to credentials that carried the id it gave and answered with another; null = there is none. */
export function replacedAfter(life: CookieLife, visit: Visit, chain: readonly Visit[]): Visit | null {
  const given = givenAt(life, visit.answeredAt);
  if (given === null || holdsSession(given)) return null;
  const hop = chain.find((each) => each.seq > visit.seq && sentWith(life, each) === given && each.leadsTo !== null);
  return hop !== undefined && given.end === 'replaced' && given.to === hop.answeredAt ? hop : null;
}

/** Whether the answer to the credentials itself leads on: neither an error, nor the form again, nor a page to sign in. */
function leadsOn({ visit, by, from }: Attempt, { answers }: AttemptContext): boolean {
  const { status } = visit.exchange;
  if (by === 'script') return status !== null && status >= 200 && status < 300;
  const address = targetOf(visit.exchange);
  if (address === null || saysError(address)) return false;
  return address.page !== from && address.page !== visit.address.page && !answers.isLoginPage(address.page);
}

function lossOf(attempt: Attempt, around: Around): SessionLoss | null {
  const refused = refusedAfter(attempt, around);
  const lines = attempt.chain
    .filter(({ seq }) => refused === null || seq < refused.seq)
    .flatMap(({ exchange }) => exchange.lines.map((line) => ({ line, id: exchange.id })));
  const rejected = lines.find(({ line }) => isRefused(line) && mayBeSecret(line));
  if (rejected !== undefined)
    return {
      why: 'refused',
      name: rejected.line.parsed.name,
      exchanges: [rejected.id, ...(refused === null ? [] : [refused.exchange.id])],
    };
  if (refused === null) return null;
  for (const { line, id } of lines) {
    const why = fateAt(refused, line);
    if (why !== null) return { why, name: line.parsed.name, exchanges: [id, refused.exchange.id] };
  }
  const answered = attempt.visit.answeredAt;
  if (answered !== null && refused.seq < answered && lines.some(({ line }) => mayBeSecret(line)))
    return {
      why: 'late',
      name: lines.find(({ line }) => mayBeSecret(line))?.line.parsed.name ?? null,
      exchanges: [attempt.visit.exchange.id, refused.exchange.id],
    };
  if (!nothingSet(attempt, refused, around)) return null;
  const ended = lines.find(({ line }) => isDeletion(line) && mayBeSecret(line));
  return ended === undefined
    ? { why: 'not-set', name: null, exchanges: [attempt.visit.exchange.id, refused.exchange.id] }
    : { why: 'deleted', name: ended.line.parsed.name, exchanges: [ended.id, refused.exchange.id] };
}

/** The first page after the answer that was refused: a hop of its own redirects, or what was asked for next. */
function refusedAfter({ visit, chain, by }: Attempt, { next, scene }: Around): Visit | null {
  const isTurnedAway = (each: Visit): boolean => ['to-login', 'denied'].includes(scene.answers.of(each));
  const hop = chain.slice(1).find(isTurnedAway);
  if (hop !== undefined) return hop;
  const until = next?.visit.seq ?? Number.POSITIVE_INFINITY;
  const after = scene.visits.filter(({ seq }) => seq > visit.seq && seq < until && !chain.some((each) => each.seq === seq));
  return after.slice(0, by === 'script' ? 3 : 1).find(isTurnedAway) ?? null;
}

/** What became of a cookie that the answer set, at the request that was refused; null = it went along, or is no secret. */
function fateAt({ exchange }: Visit, line: SetLine): SessionLoss['why'] | null {
  const { name, value } = line.parsed;
  if (isDeletion(line) || !mayBeSecret(line)) return null;
  const carried = exchange.cookies.filter((cookie) => cookie.name === name);
  const [first] = carried;
  if (first === undefined) return 'withheld';
  return first.value === value || !carried.some((cookie) => cookie.value === value) ? null : 'shadowed';
}

/**
 * Whether nothing came that could carry a session. Where another attempt on the same form led to the same place, the place says
 * nothing of success: the application leads everybody there.
 */
function nothingSet(attempt: Attempt, refused: Visit, around: Around): boolean {
  const { visit, chain, step } = attempt;
  // What the refused page gave is for the next try.
  const before = chain.filter(({ seq }) => seq < refused.seq);
  if (before.some(({ exchange }) => exchange.lines.some((line) => !isDeletion(line) && mayBeSecret(line)))) return false;
  if (isAlike(attempt, around)) return false;
  // The other site vouched for the user: what is missing is the session, whatever came along.
  if (step === 'external') return true;
  // A token of the form’s stays in the browser whether or not a session came.
  if (refused.exchange.cookies.some(({ name, value }) => !isCsrfName(text(name)) && entropyBound(value).bits >= 64)) return false;
  return around.scene.candidates.every((life) => life.spans.every(({ sent }) => !sent.includes(visit.exchange)));
}

/** Whether somebody was let in who was led to the same place. */
function isAlike({ visit, step }: Attempt, { all }: Around): boolean {
  return all.some(
    (each) =>
      each.outcome === 'succeeded' &&
      each.step === step &&
      each.visit.address.page === visit.address.page &&
      each.visit.leadsToShape === visit.leadsToShape,
  );
}

const outcomeOf = ({ predicted, observed }: SetLine) =>
  observed.outcome === 'not-observed' ? predicted.outcome : observed.outcome;
const isRefused = (line: SetLine): boolean => outcomeOf(line) === 'rejected';
const isDeletion = (line: SetLine): boolean => ['deleted', 'deleted-nothing', 'dead-on-arrival'].includes(outcomeOf(line));
/** Long enough to be an id or a token. */
const mayBeSecret = ({ parsed }: SetLine): boolean => entropyBound(parsed.value).bits >= 64;
