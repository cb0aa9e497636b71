import { type CookieLife, endedAt } from '../cookies/cookie-life';
import { bearsToken } from '../requests/bearer';
import { type ChangedCookie, sentWith } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
import { type Evidence, evidence } from '../shared/evidence';
import type { RoleVerdict } from '../shared/role-kinds';
import { holdsSession, isTokenValue } from '../values/value-kind';
import type { SiteScene } from './outcome';

/** A stretch from the first credentials to the next sign-in. */
export interface SignInPeriod {
  readonly first: Visit;
  readonly last: Visit;
  /** Visits after it, up to the next sign-in. */
  readonly after: readonly Visit[];
  /** The visits that ask to sign out, if any. */
  readonly signOuts: readonly Visit[];
}

/** The visits of a stretch by how they were answered. */
export interface Answered {
  readonly served: readonly Visit[];
  readonly signedIn: readonly Visit[];
  readonly anonymous: readonly Visit[];
}

/** How the visits of a stretch were answered: asked once, for all cookies that are weighed. */
export function answeredIn({ after }: SignInPeriod, { answers, pages }: SiteScene): Answered {
  const served: Visit[] = [];
  const signedIn: Visit[] = [];
  const anonymous: Visit[] = [];
  for (const visit of after) {
    if (answers.of(visit) === 'served') served.push(visit);
    const as = pages.of(visit);
    if (as === 'signed-in') signedIn.push(visit);
    if (as === 'anonymous') anonymous.push(visit);
  }
  return { served, signedIn, anonymous };
}

/** What a cookie is weighed beside. */
export interface Rivals {
  /** Every cookie that could carry the sign-in. */
  readonly all: readonly CookieLife[];
  readonly hasSession: boolean;
  /** Those that the sign-in issued and whose role is to carry one. */
  readonly issued: readonly CookieLife[];
  readonly answered: Answered;
  /** A script sends a token in a header. */
  readonly bearer: boolean;
}

/** What speaks for and against a cookie as the one that carries a sign-in. */
export function evidenceFor(
  changed: ChangedCookie,
  stretch: SignInPeriod,
  scene: SiteScene,
  rivals: Rivals,
): readonly Evidence[] {
  const role = scene.roles.get(changed.life.key);
  // A session that lies in its cookie is new with nearly every answer, by what it holds: that does not speak against it.
  const isSession = holdsSession(changed.after) && isOfSession(role);
  const isSteady = isSession || !scene.volatile.has(changed.life.key);
  return [
    ...byChange(changed, stretch, {
      role,
      isSteady,
      isNewAnyway: rivals.issued.some((life) => life !== changed.life) && scene.volatile.has(changed.life.key),
      bearer: rivals.bearer,
    }),
    ...byRole(changed, role, rivals),
    ...byPages(changed.life, stretch, scene, rivals),
    ...bySignOut(changed.life, stretch, isSteady),
  ];
}

const isOfSession = (role: RoleVerdict | undefined): boolean => role?.role === 'session-id' || role?.role === 'auth-token';

interface HowItChanges {
  readonly role: RoleVerdict | undefined;
  readonly isSteady: boolean;
  /** It changes with every answer, and another credential was issued with the sign-in. */
  readonly isNewAnyway: boolean;
  readonly bearer: boolean;
}

function byChange(
  { life, movement, after }: ChangedCookie,
  { last }: SignInPeriod,
  { role, isSteady, isNewAnyway, bearer }: HowItChanges,
): readonly Evidence[] {
  const slots = { name: life.name };
  const ids = [last.exchange.id];
  // New, but it may be anything: an id to be remembered by, as well as what counts.
  const isVague = role === undefined || role.role === 'unknown' || role.confidence === 'low';
  if (movement === 'issued') return [evidence('issued-at-sign-in', isVague ? 1.5 : 3, slots, ids)];
  if (movement === 'changed') {
    // What is sealed anew by every answer says little where the sign-in issued a credential beside it.
    if (isSteady && isNewAnyway) return [evidence('changed-at-sign-in', 1, slots, ids)];
    return [isSteady ? evidence('changed-at-sign-in', 3, slots, ids) : evidence('cookie-changes-anyway', 0.5, slots, ids)];
  }
  // What says itself who is signed in cannot have stayed the same.
  const saysItself = holdsSession(after) || isTokenValue(after);
  const weight = (saysItself ? -4 : 0) - (bearer ? 2 : 0);
  return [evidence('kept-at-sign-in', weight, slots, ids)];
}

function byRole({ life }: ChangedCookie, role: RoleVerdict | undefined, { hasSession }: Rivals): readonly Evidence[] {
  const lines: Evidence[] = [];
  const weight = role?.confidence === 'high' ? 1.5 : role?.confidence === 'medium' ? 1 : 0.5;
  if (isOfSession(role)) lines.push(evidence('role-of-session', weight, { name: life.name }));
  if (role?.role === 'remember-me') lines.push(evidence('role-of-remembering', hasSession ? -3 : -0.5, { name: life.name }));
  if (life.httpOnly === true) lines.push(evidence('http-only', 0.3));
  return lines;
}

/** Which pages were served and refused with it and without: what others went along, and what was missing. */
function byPages(life: CookieLife, { signOuts }: SignInPeriod, { roles }: SiteScene, { all, bearer, answered }: Rivals) {
  const lines: Evidence[] = [];
  const at = (kind: Evidence['kind'], weight: number, { address, exchange }: Visit) =>
    lines.push(evidence(kind, weight, { name: life.name, page: address.path }, [exchange.id]));
  const others = all.filter((each) => each !== life);
  const remembers = (each: CookieLife): boolean => roles.get(each.key)?.role === 'remember-me';
  const { served, signedIn, anonymous } = answered;
  const first = served.find((visit) => sentWith(life, visit) !== null);
  if (first !== undefined) at('carried-when-served', others.length === 0 && !bearer ? 1.5 : 0.5, first);
  else if (served[0] !== undefined) at('not-carried-when-served', -2, served[0]);
  // What lets in whoever is remembered says nothing against the session that was missing.
  const isCarried = (visit: Visit): boolean =>
    bearsToken(visit) || others.some((each) => sentWith(each, visit) !== null && !remembers(each));
  const without = signedIn.find((visit) => sentWith(life, visit) === null && isCarried(visit));
  if (without !== undefined) at('served-without-it', -3, without);
  const out = signOuts[0]?.seq ?? Number.POSITIVE_INFINITY;
  const value = first === undefined ? null : (sentWith(life, first)?.value ?? null);
  if (others.length > 0) {
    const isAlone = (visit: Visit): boolean =>
      sentWith(life, visit)?.value === value && value !== null && others.every((each) => sentWith(each, visit) === null);
    const alone = signedIn.find(isAlone);
    if (alone !== undefined) at('served-with-it-alone', 3, alone);
    const missing = anonymous.find((visit) => visit.seq < out && isAlone(visit));
    if (missing !== undefined) at('refused-with-it-alone', -3, missing);
  }
  return lines;
}

/** What a sign-out ends is what counted. */
function bySignOut(life: CookieLife, { signOuts }: SignInPeriod, isSteady: boolean): readonly Evidence[] {
  for (const { answeredAt, exchange } of signOuts) {
    const ended = endedAt(life, answeredAt);
    if (ended === null || ended.sent.length === 0) continue;
    const slots = { name: life.name };
    if (ended.end === 'deleted') return [evidence('cookie-deleted', 2.5, slots, [exchange.id])];
    if (ended.end === 'replaced' && isSteady) return [evidence('cookie-replaced', 1.5, slots, [exchange.id])];
  }
  const sent = signOuts.find((visit) => sentWith(life, visit) !== null);
  return sent === undefined ? [] : [evidence('cookie-left', -0.5, { name: life.name }, [sent.exchange.id])];
}
