import { bearsToken } from './bearer';
import type { CookieKey } from './cookie-key';
import type { ValueSpan } from './cookie-life';
import { movements, sentWith } from './movement';
import type { Scene } from './outcome';
import type { RoleVerdict } from './role-kinds';
import type { Carrier, IdFate } from './session-kinds';
import { readToken } from './token';
import type { Format } from './value/reading';
import type { Visit } from './visit';

/** Formats whose contents are the session: what changes in it is what it says, not an id. */
const SELF_CONTAINED: ReadonlySet<Format> = new Set([
  'rails-encrypted',
  'rails-signed',
  'itsdangerous',
  'django-signed',
  'iron-sealed',
  'json',
  'express-json',
]);
const TOKENS: ReadonlySet<Format> = new Set(['jwt', 'jwe', 'paseto-local', 'paseto-public']);

const COUNTS_FROM = 1.5;
/** Two cookies nearer than this cannot be told apart. */
const CLEAR_BY = 1.5;

/** A stretch from the first credentials to the next sign-in. */
export interface Stretch {
  readonly first: Visit;
  readonly last: Visit;
  /** Visits after it, up to the next sign-in. */
  readonly after: readonly Visit[];
  /** The visits that ask to sign out, if any. */
  readonly signOuts: readonly Visit[];
}

export interface Weighing {
  readonly carriers: readonly Carrier[];
  readonly id: IdFate;
  readonly missing: readonly string[];
}

/**
 * Which cookies carry a sign-in, and what became of the id that counts. Several may: a session and a token, or one
 * for a part of the site.
 */
export function weighCarriers(stretch: Stretch, scene: Scene, roles: ReadonlyMap<CookieKey, RoleVerdict>): Weighing {
  const hasSession = scene.candidates.some(({ key }) => roles.get(key)?.role === 'session-id');
  const moved = movements(scene.candidates, stretch.first, stretch.last).filter(
    ({ movement }) => movement !== 'absent' && movement !== 'deleted',
  );
  const bearer = stretch.after.some(bearsToken);
  const alone = moved.length === 1 && !bearer;
  const all = moved
    .map((each): Carrier => ({ ...each, score: 0 }))
    .map((each) => ({
      ...each,
      score: scoreOf(each, stretch, { scene, role: roles.get(each.life.key), hasSession, alone, bearer }),
    }))
    .sort((x, y) => y.score - x.score);
  const [best] = all;
  if (best === undefined || best.score < COUNTS_FROM) return { carriers: [], id: 'no-cookie', missing: [] };
  const remembers = ({ life }: Carrier) => roles.get(life.key)?.role === 'remember-me';
  // What remembers is there for when the session has gone: it does not carry it as well.
  const near = all.filter(
    (each) => each.score >= COUNTS_FROM && each.score > best.score - CLEAR_BY && (remembers(best) || !remembers(each)),
  );
  const fates = new Set(near.map((carrier) => fateOf(carrier, scene)));
  const [only] = fates;
  if (fates.size === 1 && only !== undefined) {
    return { carriers: near, id: only, missing: only === 'changes-anyway' ? ['whether-sign-in-changes-it'] : [] };
  }
  // All new, one way or the other: nothing that was there before counts on.
  if (![...fates].some((fate) => fate === 'not-rotated' || fate === 'changes-anyway')) {
    return { carriers: near, id: fateOf(best, scene), missing: [] };
  }
  return { carriers: near, id: 'cannot-tell', missing: ['which-cookie-counts'] };
}

interface Beside {
  readonly scene: Scene;
  readonly role: RoleVerdict | undefined;
  readonly hasSession: boolean;
  /** Nothing else could carry it. */
  readonly alone: boolean;
  /** A script sends a token in a header. */
  readonly bearer: boolean;
}

function scoreOf(carrier: Carrier, stretch: Stretch, { scene, role, hasSession, alone, bearer }: Beside): number {
  const { life, movement } = carrier;
  // A session that lies in its cookie is new with nearly every answer, by what it holds: that does not speak against it.
  const isSession = isSelfContained(carrier) && (role?.role === 'session-id' || role?.role === 'auth-token');
  const calm = isSession || !scene.restless.has(life.key);
  let score = movement === 'issued' ? 3 : movement === 'changed' ? (calm ? 3 : 0.5) : 0;
  // What says itself who is signed in cannot have stayed the same.
  if (movement === 'unchanged' && (isSelfContained(carrier) || isToken(carrier))) score -= 4;
  // A header is what it goes by, then.
  if (movement === 'unchanged' && bearer) score -= 2;
  // New, but it may be anything: an id to be remembered by, as well as what counts.
  if (movement === 'issued' && (role === undefined || role.role === 'unknown' || role.confidence === 'low')) score -= 1.5;
  const weight = role?.confidence === 'high' ? 1.5 : role?.confidence === 'medium' ? 1 : 0.5;
  if (role?.role === 'session-id' || role?.role === 'auth-token') score += weight;
  if (role?.role === 'remember-me') score -= hasSession ? 3 : 0.5;
  if (life.httpOnly === true) score += 0.3;
  const served = stretch.after.filter((visit) => scene.answers.of(visit) === 'served');
  const with_ = served.filter((visit) => sentWith(life, visit) !== null);
  if (with_.length > 0) score += alone ? 1.5 : 0.5;
  else if (served.length > 0) score -= 2;
  // Served what only signed-in users get, and without it: it does not count there.
  if (served.some((visit) => scene.answers.isGuarded(visit.address.page) && sentWith(life, visit) === null)) score -= 3;
  return score + atSignOut(carrier, stretch, calm);
}

/** What a sign-out ends is what counted. */
function atSignOut({ life }: Carrier, { signOuts }: Stretch, calm: boolean): number {
  for (const visit of signOuts) {
    const ended = life.spans.find(({ to, sent }) => to !== null && to === visit.answeredAt && sent.length > 0);
    if (ended?.end === 'deleted') return 2.5;
    if (ended?.end === 'replaced' && calm) return 1.5;
  }
  return signOuts.some((visit) => sentWith(life, visit) !== null) ? -0.5 : 0;
}

function fateOf(carrier: Carrier, { restless }: Scene): IdFate {
  if (carrier.movement === 'issued') return 'issued';
  if (carrier.movement === 'unchanged') return 'not-rotated';
  if (isSelfContained(carrier)) return 'self-contained';
  return restless.has(carrier.life.key) && !settles(carrier) ? 'changes-anyway' : 'rotated';
}

/** Whether a cookie that changed all the time keeps the value it got at sign-in: then that id is the sign-in's own. */
const settles = ({ after }: Carrier): boolean => after !== null && after.sent.length >= 3;

const isSelfContained = ({ after }: Carrier): boolean => holdsSession(after);
export const isToken = ({ after }: Carrier): boolean => isTokenValue(after);

/** Whether a value is the session itself: it changes with what it holds, and is no id. */
export const holdsSession = (span: ValueSpan | null): boolean =>
  span !== null && SELF_CONTAINED.has(readToken(span.value).format);

/** Whether a value says by itself who is signed in, in a form that others can read or decrypt. */
export const isTokenValue = (span: ValueSpan | null): boolean => span !== null && TOKENS.has(readToken(span.value).format);
