import type { CookieKey } from '../cookies/cookie-key';
import { type CookieLife, givenAt } from '../cookies/cookie-life';
import { addressOf, saysError, saysSecondFactor } from '../requests/address';
import type { Attempt, Outcome, RawAttempt } from '../requests/attempt';
import { bearsToken } from '../requests/bearer';
import { sentWith, valueChanges } from '../requests/value-changes';
import { answersApplication, targetOf, type Visit, type VisitAnswers, visitsBetween } from '../requests/visit';
import { type Evidence, evidence, weigh } from '../shared/evidence';
import type { RoleVerdict } from '../shared/role-kinds';
import { changedPage, type PageAnswers } from './page-answers';

const SUCCEEDED_FROM = 2.5;
const REFUSED_UNTIL = -2;

/** Beside 401 and 403: what is asked for is wrong, locked, or was asked for too often. */
const REFUSED: ReadonlySet<number> = new Set([400, 422, 423, 429]);

/** What weighing an attempt needs to know of the site. */
export interface AttemptContext {
  readonly visits: readonly Visit[];
  readonly answers: VisitAnswers;
  /** Cookies that could carry a sign-in. */
  readonly candidates: readonly CookieLife[];
  readonly volatile: ReadonlySet<CookieKey>;
}

/** What the sign-ins of a site are read from. */
export interface SiteScene extends AttemptContext {
  readonly roles: ReadonlyMap<CookieKey, RoleVerdict>;
  /** As whom pages were answered. */
  readonly pages: PageAnswers;
}

/**
 * How credentials were answered, from what followed. No single sign decides: applications refuse with 200 or with a
 * redirect, and let in without one.
 * @param next the attempt after it, if any
 */
export function judgeAttempt(attempt: RawAttempt, next: RawAttempt | null, scene: AttemptContext): Attempt {
  const after = visitsBetween(scene.visits, lastOf(attempt).seq, next?.visit.seq ?? Number.POSITIVE_INFINITY);
  const sure = [
    ...byStatus(attempt, scene),
    ...byLanding(attempt, scene),
    ...byCookies(attempt, scene),
    ...byWhatFollowed(attempt, after, scene),
    ...byNext(attempt, next, after, scene),
  ];
  // Comparing all pages costs most: it is done where nothing else decides.
  const more = outcomeOf(sure) === 'cannot-tell' ? byChangedPage(attempt, after, scene) : [];
  // What a script sends in a header was in the body of an answer: that no cookie came says nothing.
  const isByHeader = sure.some(({ kind }) => kind === 'bearer-token-used');
  const all = [...sure, ...more].filter(({ kind }) => !(isByHeader && kind === 'nothing-issued'));
  const lines = all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const outcome = outcomeOf(lines);
  const missing = outcome === 'cannot-tell' ? ['a-page-that-only-signed-in-users-get'] : [];
  return { ...attempt, outcome, evidence: lines, missing, loss: null };
}

function outcomeOf(lines: readonly Evidence[]): Outcome {
  const sum = weigh(lines);
  return sum >= SUCCEEDED_FROM ? 'succeeded' : sum <= REFUSED_UNTIL ? 'refused' : 'cannot-tell';
}

/** The last hop of an attempt. */
export const lastOf = (attempt: RawAttempt): Visit => attempt.chain.at(-1) ?? attempt.visit;

function byStatus(attempt: RawAttempt, { answers }: AttemptContext): readonly Evidence[] {
  const { visit } = attempt;
  const { status, id } = visit.exchange;
  if (status === null) return [];
  if (answers.of(visit) === 'denied' || REFUSED.has(status)) {
    return [evidence('refused-by-status', -6, { status }, [id])];
  }
  if (attempt.step === 'external' && visit.address.parameters.includes('error'))
    return [evidence('error-in-redirect', -6, {}, [id])];
  if (attempt.step === 'http-authentication' && status < 400)
    return [evidence('guarded-page-opened', 6, { page: visit.address.path }, [id])];
  if (attempt.by === 'script' && status >= 200 && status < 300) return [evidence('form-answered-in-place', 1, { status }, [id])];
  if (status >= 500) return [evidence('refused-by-status', -1, { status }, [id])];
  return [];
}

function byLanding(attempt: RawAttempt, { answers }: AttemptContext): readonly Evidence[] {
  if (attempt.by === 'script' || attempt.step === 'http-authentication') return [];
  const last = lastOf(attempt);
  const { id, status } = last.exchange;
  const path = last.address.path;
  if (attempt.chain.length === 1 && last.leadsTo === null) {
    return status !== null && status < 300 ? [evidence('form-answered-in-place', -1, { status }, [id])] : [];
  }
  const landing = last.leadsTo ?? last.address.page;
  const first = attempt.visit;
  const said = targetOf(first.exchange);
  if (said !== null && saysError(said)) return [evidence('error-in-redirect', -3.5, {}, [first.exchange.id])];
  const there = addressOf(`http://${landing}`);
  // Asked for more: neither refused nor let in yet.
  if (there !== null && saysSecondFactor(there) && landing !== attempt.from) return [];
  if (answers.isLoginPage(landing)) return [evidence('back-at-login', -5, { page: path }, [id])];
  // A page with such a name that leads on by itself, as the one that takes what another site answered, asked nobody.
  if (attempt.chain.some((hop, place) => answers.of(hop) === 'to-login' && attempt.chain[place + 1]?.leadsTo == null))
    return [evidence('guarded-page-refused', -4, { page: path }, [id])];
  const opened = last.leadsTo === null && status !== null && status < 400;
  if (opened && answers.isGuarded(landing)) return [evidence('guarded-page-opened', 5, { page: path }, [id])];
  if (landing === first.address.page) return [evidence('back-at-login', -0.5, { page: path }, [id])];
  // Back where the form was: refused there, or let in there. It does not say.
  if (landing === attempt.from) return [];
  // An account form leads on whether or not it signs in.
  const weight = attempt.step === 'registration' || attempt.step === 'new-password' ? 1 : opened || status === null ? 2.5 : 2;
  return [evidence('left-login', weight, { page: path }, [id])];
}

function byCookies(attempt: RawAttempt, { candidates, volatile }: AttemptContext): readonly Evidence[] {
  const lines: Evidence[] = [];
  const ids = [attempt.visit.exchange.id];
  let carried = false;
  for (const { life, movement } of valueChanges(candidates, attempt.visit, lastOf(attempt))) {
    const slots = { name: life.name };
    if (movement === 'unchanged' || movement === 'changed') carried = true;
    if (movement === 'issued') lines.push(evidence('session-cookie-issued', 2.5, slots, ids));
    if (movement !== 'changed') continue;
    if (volatile.has(life.key)) lines.push(evidence('cookie-changes-anyway', 0, slots, ids));
    else lines.push(evidence('session-cookie-changed', 1.5, slots, ids));
  }
  const issued = lines.some(({ kind }) => kind === 'session-cookie-issued');
  // Nothing went out and nothing came that could carry a sign-in by cookie.
  if (!carried && !issued && attempt.by === 'form') lines.push(evidence('nothing-issued', -3, {}, ids));
  return strongest(lines);
}

/** Three cookies issued at once are one sign, not three. */
function strongest(lines: readonly Evidence[]): readonly Evidence[] {
  const [first, ...others] = [...lines].sort((a, b) => b.weight - a.weight);
  return first === undefined ? [] : [first, ...others.map((line) => ({ ...line, weight: line.weight > 0 ? 0.25 : line.weight }))];
}

function byWhatFollowed(
  attempt: RawAttempt,
  after: readonly Visit[],
  { answers, candidates }: AttemptContext,
): readonly Evidence[] {
  const lines: Evidence[] = [];
  const signOut = after.find(({ asksSignOut }) => asksSignOut);
  const before = signOut === undefined ? after : after.slice(0, after.indexOf(signOut));
  const opened = before.find((visit) => answers.of(visit) === 'served' && answers.isGuarded(visit.address.page));
  const isKnown = (visit: Visit): boolean => !lacksGiven(attempt, visit, candidates);
  const refused = before.find((visit) => visit.isDocument && answers.of(visit) === 'to-login' && isKnown(visit));
  const formAgain = before.find(
    (visit) => visit.isDocument && answers.of(visit) === 'login-page' && visit.exchange.sent.method === 'GET' && isKnown(visit),
  );
  const turnedAway = before.find(
    (visit) => visit.isDocument && answers.isLoginPage(visit.address.page) && answers.of(visit) === 'moved',
  );
  if (opened !== undefined) lines.push(seenAt('guarded-page-opened', 4, opened));
  // A guarded page that the answer itself led to was opened: what refuses afterwards does not undo it.
  const landing = lastOf(attempt);
  const wasIn = answers.of(landing) === 'served' && answers.isGuarded(landing.address.page);
  if (refused !== undefined && !wasIn && (opened === undefined || refused.seq < opened.seq))
    lines.push(seenAt('guarded-page-refused', -4, refused));
  if (formAgain !== undefined && refused === undefined && !wasIn)
    lines.push(seenAt('back-at-login', attempt.by === 'form' ? -1.5 : -0.5, formAgain));
  if (turnedAway !== undefined) lines.push(seenAt('login-page-turned-away', 3, turnedAway));
  if (signOut !== undefined) lines.push(seenAt('sign-out-used', 2, signOut));
  const isForApplication = ({ exchange }: Visit): boolean => answersApplication(exchange);
  const answered = attempt.chain.find(isForApplication) ?? before.find(isForApplication);
  if (answered !== undefined) lines.push(seenAt('let-in-elsewhere', 4, answered));
  const bearer = before.find(bearsToken);
  if (bearer !== undefined && !bearsToken(attempt.visit)) lines.push(seenAt('bearer-token-used', 3, bearer));
  const elsewhere = before.find((visit) => answers.of(visit) === 'served' && visit.address.page !== attempt.from);
  if (lines.length === 0 && elsewhere !== undefined) lines.push(seenAt('went-on', 1, elsewhere));
  return lines;
}

/** Whether a visit went without a cookie that the credentials gave and the page they led to brought: it says nothing of them. */
function lacksGiven(attempt: RawAttempt, visit: Visit, candidates: readonly CookieLife[]): boolean {
  const landing = lastOf(attempt);
  if (landing === attempt.visit || landing.leadsTo !== null || (landing.exchange.status ?? 400) >= 400) return false;
  return candidates.some((life) => {
    const given = givenAt(life, attempt.visit.answeredAt);
    return given !== null && sentWith(life, landing) === given && sentWith(life, visit) === null;
  });
}

/** A page that everybody gets, answered in another way than before the credentials were sent. */
function byChangedPage(attempt: RawAttempt, after: readonly Visit[], { visits }: AttemptContext): readonly Evidence[] {
  const out = after.find(({ asksSignOut }) => asksSignOut)?.seq ?? Number.POSITIVE_INFINITY;
  const before = visits.filter(({ seq }) => seq < attempt.visit.seq);
  const now = [...attempt.chain.slice(1), ...after.filter(({ seq }) => seq < out)];
  const changed = changedPage(before, now, attempt.from);
  return changed === null ? [] : [seenAt('page-answered-differently', 2, changed)];
}

/** A second try on the same form, with nothing but the form in between: the first was not believed to have worked. */
function byNext(
  attempt: RawAttempt,
  next: RawAttempt | null,
  between: readonly Visit[],
  { answers }: AttemptContext,
): readonly Evidence[] {
  if (next === null || next.step !== attempt.step || next.visit.address.page !== attempt.visit.address.page) return [];
  const elsewhere = between.some(
    (visit) => visit.asksSignOut || (visit.isDocument && answers.of(visit) === 'served' && visit.address.page !== attempt.from),
  );
  return elsewhere ? [] : [evidence('tried-again', -5, {}, [next.visit.exchange.id])];
}

const seenAt = (kind: Evidence['kind'], weight: number, { exchange, address }: Visit): Evidence =>
  evidence(kind, weight, { page: address.path }, [exchange.id]);
