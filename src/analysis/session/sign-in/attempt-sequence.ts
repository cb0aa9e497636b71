import { saysProfile } from '../requests/address';
import type { Attempt, RawAttempt } from '../requests/attempt';
import { type Visit, visitsBetween } from '../requests/visit';
import type { Chunked } from '../shared/chunked';
import { evidence } from '../shared/evidence';
import { withLoss } from './loss';
import { type AttemptContext, judgeAttempt } from './outcome';
import { differsInLength } from './page-answers';
import { unjudged } from './unjudged';

/** All attempts, judged in the light of each other: an earlier step of a sign-in is none of its own. */
export function* judgedAttempts(raw: readonly RawAttempt[], scene: AttemptContext): Chunked<readonly Attempt[]> {
  // What comes of a question in the background says nothing of the credentials before it.
  const silent = new Set(
    raw.flatMap(({ step, visit }) => (step === 'external' && scene.answers.isSilentReturn(visit) ? [visit] : [])),
  );
  const judged: Attempt[] = [];
  for (const [place, attempt] of raw.entries()) {
    yield;
    judged.push(judgeAttempt(attempt, nextOf(raw, place, silent), scene));
  }
  const asked = judged.filter(({ visit }) => !silent.has(visit));
  const compared = judged.map((attempt) => (attempt.outcome === 'cannot-tell' ? contrast(attempt, asked) : attempt));
  const withLosses: Attempt[] = [];
  for (const [place, attempt] of compared.entries()) {
    yield;
    withLosses.push(withLoss(attempt, { all: compared, next: compared[place + 1] ?? null, scene }));
  }
  const result: Attempt[] = [];
  for (const [place, attempt] of withLosses.entries()) {
    yield;
    result.push(unjudged(joined(attempt, withLosses[place + 1] ?? null, scene.visits), scene.visits));
  }
  return result;
}

/** The attempt after one; a change of an account's password is the next only of its kind. */
function nextOf(raw: readonly RawAttempt[], place: number, silent: ReadonlySet<Visit>): RawAttempt | null {
  const attempt = raw[place];
  let at = place + 1;
  for (let next = raw[at]; next !== undefined; at++, next = raw[at])
    if (!silent.has(next.visit) && (!isOfProfile(next) || (attempt !== undefined && isOfProfile(attempt)))) return next;
  return null;
}

/** Whoever changes the account's password there is in already: what follows speaks of the attempt before it. */
const isOfProfile = ({ step, visit }: RawAttempt): boolean => step === 'new-password' && saysProfile(visit.address);

/** Of two different answers to one form, where one is known to have refused, the other let in. */
function contrast(attempt: Attempt, all: readonly Attempt[]): Attempt {
  const refused = all.find(
    (each) => each.outcome === 'refused' && each.step === attempt.step && pageOf(each) === pageOf(attempt),
  );
  if (refused === undefined || !isOther(refused, attempt)) return attempt;
  const line = evidence('answered-differently-before', 2.5, {}, [refused.visit.exchange.id]);
  return { ...attempt, outcome: 'succeeded', missing: [], evidence: [line, ...attempt.evidence] };
}

/** Whether two answers differ in status, target or, where both are pages, in length. */
const isOther = (a: Attempt, b: Attempt): boolean =>
  shapeOf(a) !== shapeOf(b) || differsInLength(a.chain.at(-1) ?? a.visit, b.chain.at(-1) ?? b.visit);

const pageOf = ({ visit }: RawAttempt): string => visit.address.page;
const shapeOf = ({ visit, chain }: RawAttempt): string =>
  `${visit.exchange.status} ${visit.leadsToShape ?? ''} ${chain.at(-1)?.exchange.status ?? ''}`;

/** A user name before a password, a password before a code: the earlier goes on in the later. */
function joined(attempt: Attempt, next: Attempt | null, visits: readonly Visit[]): Attempt {
  if (next === null || !isNextStep(attempt, next)) return attempt;
  const left = visitsBetween(visits, attempt.visit.seq, next.visit.seq).some(({ asksSignOut }) => asksSignOut);
  return left ? attempt : { ...attempt, outcome: 'continued', missing: [] };
}

function isNextStep(attempt: Attempt, next: Attempt): boolean {
  const isMore = next.step === 'second-factor' || next.step === 'passkey';
  if (attempt.step === 'user-name') return isMore || next.step === 'password' || next.step === 'confirmation';
  const isElsewhere = next.from !== null && next.from !== attempt.from;
  return isMore && (attempt.outcome !== 'refused' || isElsewhere) && (attempt.step === 'password' || attempt.step === 'unread');
}
