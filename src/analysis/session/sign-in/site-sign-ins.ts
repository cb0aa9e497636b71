import type { CookieLife } from '../cookies/cookie-life';
import { saysAuthentication } from '../requests/address';
import { type Attempt, saysSignInPage } from '../requests/attempt';
import { isPasswordAlone } from '../requests/fields';
import { valueChanges } from '../requests/value-changes';
import { type Visit, visitsBetween } from '../requests/visit';
import type { Chunked } from '../shared/chunked';
import { isCredential } from '../shared/role-kinds';
import type { SignInPeriod } from './carrier-evidence';
import { carriedBy, weighCarriers } from './carriers';
import { lastOf, type SiteScene } from './outcome';
import { withReuse } from './reuse';
import type { Carrier, SignIn } from './session-kinds';
import { endingOf } from './sign-out';
import { changesDuring, visitsCarrying } from './signed-in-use';
import { rememberedIn, signedInAlready } from './without-credentials';

/** The stretches of being signed in, in order. */
export function* signInsOf(attempts: readonly Attempt[], scene: SiteScene): Chunked<readonly SignIn[]> {
  const starts = withoutRenewals(startsOf(attempts, scene), scene);
  const found: SignIn[] = [];
  const given = starts.find((each) => !isOfSignedIn(each))?.first.seq ?? Number.POSITIVE_INFINITY;
  const opening = scene.visits.filter(({ seq }) => seq < given);
  const already = signedInAlready(opening, scene);
  if (already !== null) found.push(yield* closed(already, opening, scene));
  found.push(...(yield* remembered(found.at(-1) ?? null, opening, scene)));
  for (const [place, start] of starts.entries()) {
    yield;
    const before = found.at(-1) ?? null;
    if (isIn(before, start) && !isFresh(start)) continue;
    const next = starts.slice(place + 1).find(isFresh)?.first.seq ?? Number.POSITIVE_INFINITY;
    const after = visitsBetween(scene.visits, start.last.seq, next);
    const signIn = signInFrom(start, after, scene);
    if (signIn === null) continue;
    found.push(yield* closed(signIn, after, scene));
    found.push(...(yield* remembered(found.at(-1) ?? null, after, scene)));
  }
  return found;
}

/** Who is signed in already and is let in again without being asked stays in the same stretch: that is a renewal. */
const withoutRenewals = (starts: readonly Start[], { visits, answers }: SiteScene): readonly Start[] =>
  starts.filter((start, place) => {
    const earlier = starts[place - 1];
    if (earlier === undefined || start.attempts.at(-1)?.step !== 'external' || !answers.isSilentReturn(start.first)) return true;
    return visitsBetween(visits, earlier.last.seq, start.first.seq).some(({ asksSignOut }) => asksSignOut);
  });

/** Whether somebody was signed in when these credentials went out. */
function isIn(before: SignIn | null, { first }: Start): boolean {
  return before !== null && (before.end === null || before.end.visit.seq > first.seq);
}

interface Start {
  readonly attempts: readonly Attempt[];
  readonly first: Visit;
  readonly last: Visit;
}

/** Attempts that let somebody in, each with the steps before it. A wrong code does not undo the password before it. */
function startsOf(attempts: readonly Attempt[], scene: SiteScene): readonly Start[] {
  const starts: Start[] = [];
  let steps: readonly Attempt[] = [];
  for (const attempt of attempts) {
    const isFirst =
      attempt.step !== 'second-factor' && attempt.step !== 'passkey' && !steps.some(({ step }) => step === 'user-name');
    const joined = isFirst ? [attempt] : [...steps, attempt];
    if (attempt.outcome === 'succeeded')
      starts.push({ attempts: joined, first: joined[0]?.visit ?? attempt.visit, last: letInBy(attempt, scene) });
    if (attempt.outcome === 'succeeded') steps = [];
    else if (attempt.outcome === 'continued') steps = joined;
  }
  return starts;
}

/**
 * The visit whose answer let somebody in. A name alone opens nothing: it is a link or a code sent by mail that does, up to the
 * first page that others do not get.
 */
function letInBy(attempt: Attempt, { visits, answers }: SiteScene): Visit {
  const last = lastOf(attempt);
  if (attempt.step !== 'user-name') return last;
  const inside = visits.findIndex(
    (visit) => visit.seq > last.seq && answers.of(visit) === 'served' && answers.isGuarded(visit.address.page),
  );
  const before = visits[inside - 1];
  return before === undefined || before.seq < last.seq ? last : before;
}

/** Whether it signs in whoever is signed in already: not a form to confirm, to change a password or to add a user. */
function isFresh({ attempts }: Pick<Start, 'attempts'>): boolean {
  const last = attempts.at(-1);
  if (last === undefined) return false;
  if (isOfSignedIn({ attempts }) || last.step === 'registration') return false;
  if (last.step === 'second-factor') return attempts.length > 1;
  return last.step !== 'password' || saysAuthentication(last.visit.address) || last.from === null || saysSignInPage(last.from);
}

/** Whether only somebody who is signed in is asked for it: a password alone, before something dangerous, or a new one. */
function isOfSignedIn({ attempts }: Pick<Start, 'attempts'>): boolean {
  const last = attempts.at(-1);
  const isAlone = attempts.length === 1 && isPasswordAlone(last?.visit.exchange.sent.fields ?? null);
  return last?.step === 'confirmation' || last?.step === 'new-password' || (last?.step === 'password' && isAlone);
}

function signInFrom(start: Start, after: readonly Visit[], scene: SiteScene): SignIn | null {
  const last = start.attempts.at(-1);
  if (last === undefined) return null;
  const stretch: SignInPeriod = {
    first: start.first,
    last: start.last,
    after,
    signOuts: after.filter(({ asksSignOut }) => asksSignOut),
  };
  const { carriers, rivals, id, missing } = weighCarriers(stretch, scene);
  const isNew = carriers.some(({ movement }) => movement === 'issued' || movement === 'changed');
  if (last.step === 'new-password' && !isNew) return null;
  const isHttp = last.step === 'http-authentication';
  return {
    how: isHttp ? 'http-authentication' : last.step === 'external' ? 'external' : 'credentials',
    attempts: start.attempts,
    first: start.first,
    last: start.last,
    certainty: 'observed',
    evidence: last.evidence.filter(({ weight }) => weight > 0),
    carriers: isHttp ? [] : carriers,
    rivals: isHttp ? [] : rivals,
    carriedBy: isHttp ? 'http-authentication' : carriedBy(carriers, after, issuedBeside(start, carriers, scene)),
    id: isHttp ? 'no-cookie' : id,
    missing,
    use: [],
    changes: [],
    end: null,
  };
}

/** A stretch with its end, what was done in it, and what became of its ids afterwards. */
function* closed(signIn: SignIn, after: readonly Visit[], scene: SiteScene): Chunked<SignIn> {
  const carriers = signIn.carriers.map(({ life }) => life);
  const others = credentialsBeside(carriers, scene);
  yield;
  const end = yield* endingOf({ carriers, others, visits: after, answers: scene.answers, pages: scene.pages });
  yield;
  const until = end?.visit.seq ?? Number.POSITIVE_INFINITY;
  const within = visitsBetween(after, Number.NEGATIVE_INFINITY, until);
  // The page it led to was asked for with the new id already.
  const landing = signIn.attempts.at(-1)?.chain.slice(1) ?? [];
  const use = visitsCarrying(signIn, [...landing, ...within]);
  const done: SignIn = { ...signIn, use, changes: changesDuring(carriers, within, scene.volatile), end };
  return withReuse(done, after, { scene, others });
}

function* remembered(before: SignIn | null, visits: readonly Visit[], scene: SiteScene): Chunked<readonly SignIn[]> {
  if (before !== null && before.end === null) return [];
  const end = before?.end ?? null;
  // What was found without its session may have been let in by a token in that very moment.
  const rest = visits.filter(
    (visit) => end === null || visit.seq > end.visit.seq || (end.kind === 'expiry' && visit === end.visit),
  );
  const again = rememberedIn(rest, before, scene);
  if (again === null) return [];
  const after = rest.filter(({ seq }) => seq > again.last.seq);
  return [yield* closed(again, after, scene)];
}

/** Credentials that the sign-in issued beside what carries it. */
function issuedBeside({ first, last }: Start, carriers: readonly Carrier[], scene: SiteScene): readonly CookieLife[] {
  const beside = credentialsBeside(
    carriers.map(({ life }) => life),
    scene,
  );
  return valueChanges(beside, first, last).flatMap(({ life, movement }) =>
    movement === 'issued' || movement === 'changed' ? [life] : [],
  );
}

function credentialsBeside(carriers: readonly CookieLife[], { candidates, roles }: SiteScene): readonly CookieLife[] {
  return candidates.filter((life) => !carriers.includes(life) && isCredential(roles.get(life.key)?.role ?? 'unknown'));
}
