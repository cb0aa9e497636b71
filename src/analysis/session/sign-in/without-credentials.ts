import { type CookieLife, endedAt, givenAt } from '../cookies/cookie-life';
import { sentWith } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
import { type Evidence, evidence } from '../shared/evidence';
import { carriedBy } from './carriers';
import type { SiteScene } from './outcome';
import type { Carrier, SignIn } from './session-kinds';

/** Whether somebody was signed in when the recording began. Only what others do not get shows it. */
export function signedInAlready(visits: readonly Visit[], scene: SiteScene): SignIn | null {
  const all = credentials(scene);
  const first = visits.find((visit) => all.some((life) => isOld(life, visit)));
  if (first === undefined) return null;
  const carriers = all.filter((life) => isOld(life, first));
  const served = visits.find((visit) => isOpened(visit, scene) && carriers.some((life) => isOld(life, visit)));
  const left = visits.find((visit) => visit.asksSignOut && carriers.some((life) => endedAt(life, visit.answeredAt) !== null));
  const named = carriers.filter((life) => isCertainToken(life, scene));
  if (served === undefined && left === undefined && named.length === 0) return null;
  return bare('already', first, {
    carriers: carriers.map((life) => carrierOf(life, first)),
    certainty: served === undefined && left === undefined ? 'cannot-tell' : 'observed',
    evidence: [
      ...seen('guarded-page-opened', 4, served),
      ...seen('sign-out-used', 2, left),
      ...named.map((life) => evidence('name-of-framework', 1, { owner: scene.roles.get(life.key)?.framework ?? '' })),
    ],
    visits,
  });
}

const CONFIDENCES = ['low', 'medium', 'high'];

/**
 * Whether somebody was signed in by a token alone: with no credentials, and no session or a new one.
 * @param before the stretch that ended; its ids do not count
 */
export function rememberedIn(visits: readonly Visit[], before: SignIn | null, scene: SiteScene): SignIn | null {
  const old = new Set(before?.carriers.map(({ after, before: earlier }) => (after ?? earlier)?.value));
  const rank = ({ key }: CookieLife): number => CONFIDENCES.indexOf(scene.roles.get(key)?.confidence ?? 'low');
  // The likeliest token first, not the first in the jar.
  const tokens = scene.candidates
    .filter(({ key }) => scene.roles.get(key)?.role === 'remember-me')
    .sort((a, b) => rank(b) - rank(a));
  const sessions = scene.candidates.filter((life) => !tokens.includes(life) && scene.roles.get(life.key)?.role !== 'preference');
  for (const [place, visit] of visits.entries()) {
    const token = tokens.find((life) => sentWith(life, visit) !== null);
    if (token === undefined || visit.asksSignOut || sessions.some((life) => old.has(sentWith(life, visit)?.value))) continue;
    const given = sessions.filter((life) => givenAt(life, visit.answeredAt) !== null);
    const answer = scene.answers.of(visit);
    if (answer === 'login-page' || answer === 'to-login' || (given.length === 0 && !isOpened(visit, scene))) continue;
    const opened = visits.slice(place).find((each) => isOpened(each, scene) && sentWith(token, each) !== null);
    const carriers = [...given, token].map((life) => carrierOf(life, visit));
    return bare('remembered', visit, {
      carriers,
      certainty: opened === undefined ? 'cannot-tell' : 'observed',
      evidence: [
        evidence('signed-in-alone', 3, { name: token.name }, [visit.exchange.id]),
        ...given.map((life) => evidence('session-cookie-issued', 2, { name: life.name }, [visit.exchange.id])),
        ...seen('guarded-page-opened', 4, opened),
      ],
      visits,
    });
  }
  return null;
}

function bare(
  how: SignIn['how'],
  visit: Visit,
  {
    carriers,
    certainty,
    evidence: lines,
    visits,
  }: Pick<SignIn, 'carriers' | 'certainty' | 'evidence'> & { readonly visits: readonly Visit[] },
): SignIn {
  return {
    how,
    attempts: [],
    first: visit,
    last: visit,
    certainty,
    evidence: lines,
    carriers,
    rivals: [],
    carriedBy: carriedBy(carriers, visits),
    id: how === 'remembered' && carriers.some(({ movement }) => movement === 'issued') ? 'issued' : 'cannot-tell',
    missing: certainty === 'observed' ? [] : ['a-page-that-only-signed-in-users-get'],
    use: [],
    changes: [],
    end: null,
  };
}

function carrierOf(life: CookieLife, visit: Visit): Carrier {
  const before = sentWith(life, visit);
  const after = givenAt(life, visit.answeredAt) ?? before;
  const movement = before === null ? 'issued' : after?.value === before.value ? 'unchanged' : 'changed';
  return { life, before, after, movement, evidence: [], score: 0 };
}

/** Served what is refused to others. */
const isOpened = (visit: Visit, { answers }: SiteScene): boolean =>
  answers.of(visit) === 'served' && answers.isGuarded(visit.address.page);

const isOld = (life: CookieLife, visit: Visit): boolean => sentWith(life, visit)?.writer.kind === 'before';

function credentials({ candidates, roles }: SiteScene): readonly CookieLife[] {
  return candidates.filter(({ key }) => {
    const role = roles.get(key)?.role;
    return role === 'session-id' || role === 'auth-token';
  });
}

/** A cookie that by its owner's documentation exists only while somebody is signed in. */
function isCertainToken(life: CookieLife, { roles }: SiteScene): boolean {
  const verdict = roles.get(life.key);
  return verdict?.role === 'auth-token' && verdict.evidence.some(({ kind }) => kind === 'name-of-framework');
}

const seen = (kind: Evidence['kind'], weight: number, visit: Visit | undefined): readonly Evidence[] =>
  visit === undefined ? [] : [evidence(kind, weight, { page: visit.address.path }, [visit.exchange.id])];
