import { type CookieLife, lastSpan } from '../cookies/cookie-life';
import { bearsToken } from '../requests/bearer';
import { valueChanges } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
import { type Evidence, type EvidenceKind, weigh } from '../shared/evidence';
import type { Role, RoleVerdict } from '../shared/role-kinds';
import { holdsSession, isTokenValue } from '../values/value-kind';
import { answeredIn, evidenceFor, type SignInPeriod } from './carrier-evidence';
import { fateOf } from './id-fate';
import type { SiteScene } from './outcome';
import type { CarriedBy, Carrier, IdFate } from './session-kinds';

const COUNTS_FROM = 1.5;
/** Two cookies nearer than this cannot be told apart. */
const CLEAR_BY = 1.5;
/** A cookie of a session that is sent with what is served stands beside a token that remembers from here on. */
const STANDS_FROM = 0.5;

export interface Weighing {
  /** The cookies that count, the likeliest first. */
  readonly carriers: readonly Carrier[];
  /** Those that could, and that others were likelier than. */
  readonly rivals: readonly Carrier[];
  readonly id: IdFate;
  readonly missing: readonly string[];
}

/**
 * Which cookies carry a sign-in, and what became of the id that counts. Several may: a session and a token, or one
 * for a part of the site.
 */
export function weighCarriers(stretch: SignInPeriod, scene: SiteScene): Weighing {
  const { candidates, roles } = scene;
  const changed = valueChanges(candidates, stretch.first, stretch.last).filter(
    ({ movement }) => movement !== 'absent' && movement !== 'deleted',
  );
  const rivals = {
    all: changed.map(({ life }) => life),
    hasSession: candidates.some(({ key }) => roles.get(key)?.role === 'session-id'),
    issued: changed
      .filter(({ life, movement }) => movement === 'issued' && carriesByRole(roles.get(life.key)?.role))
      .map(({ life }) => life),
    answered: answeredIn(stretch, scene),
    bearer: stretch.after.some(bearsToken),
  };
  const weighed = changed
    .map((each): Carrier => {
      const lines = evidenceFor(each, stretch, scene, rivals);
      return { ...each, evidence: lines, score: weigh(lines) };
    })
    .sort((x, y) => y.score - x.score);
  const carriers = withRenewed(nearest(weighed, scene), weighed, scene);
  const left = weighed.filter((each) => !carriers.includes(each) && each.score >= COUNTS_FROM - CLEAR_BY);
  const found = idOf(carriers, scene);
  const isOpen =
    isOutdone(carriers[0], weighed[0], scene) ||
    (isNew(found.id) && left.some((each) => mayCount(each, scene) && !isDecided(carriers, each, scene)));
  return { carriers, rivals: left, ...(isOpen ? OPEN : found) };
}

/**
 * Beside what was issued, a session that was there, is renewed at the same time and goes with all that is served: it counts as
 * well, and there was one to plant.
 */
function withRenewed(nearest: readonly Carrier[], weighed: readonly Carrier[], scene: SiteScene): readonly Carrier[] {
  const isRenewed = (each: Carrier): boolean =>
    !nearest.includes(each) &&
    scene.roles.get(each.life.key)?.role === 'session-id' &&
    each.evidence.some(isRenewal) &&
    ofKind(each, 'carried-when-served') &&
    !each.evidence.some(({ kind }) => RULES_OUT.has(kind)) &&
    fateOf(each, scene) === 'rotated';
  const isIssued = nearest.length > 0 && nearest.every(({ movement }) => movement === 'issued');
  return isIssued ? [...nearest, ...weighed.filter(isRenewed)] : nearest;
}

const OPEN: Pick<Weighing, 'id' | 'missing'> = { id: 'cannot-tell', missing: ['which-cookie-counts'] };

const isNew = (id: IdFate): boolean => id === 'issued' || id === 'rotated' || id === 'self-contained';

/** What shows that a cookie counts: a page opened with it alone, or a sign-out that ended it and left the other. */
const DECIDES: ReadonlySet<EvidenceKind> = new Set(['served-with-it-alone', 'cookie-deleted', 'cookie-replaced']);

/** Whether one of the cookies counts rather than a session that was there before: by the traffic, or by what its owner documents. */
const isDecided = (carriers: readonly Carrier[], other: Carrier, { roles }: SiteScene): boolean =>
  carriers.some(({ life, evidence: lines }) => {
    const role = roles.get(life.key);
    const isToken = role?.role === 'auth-token' || !isDocumented(roles.get(other.life.key));
    // One that lies in its cookie is replaced at a sign-out as by any answer: that the other is deleted decides only with its name.
    if (holdsSession(other.after) && !(isToken && isDocumented(role)))
      return isNamedSession(role) && lines.some(({ kind }) => kind === 'cookie-deleted' || kind === 'served-with-it-alone');
    // A session that is renewed at sign-in, and at no other time, is renewed because it counts.
    const isRenewed = carriesByRole(role?.role) && role?.confidence !== 'low' && lines.some(isRenewal);
    return isRenewed || lines.some(({ kind }) => DECIDES.has(kind)) || (isToken && isDocumented(role));
  });

const isNamedSession = (role: RoleVerdict | undefined): boolean =>
  carriesByRole(role?.role) &&
  role?.confidence !== 'low' &&
  role?.evidence.some(({ kind }) => kind === 'name-has-word' || kind === 'name-of-framework') === true;

const isRenewal = ({ kind, weight }: Evidence): boolean => kind === 'changed-at-sign-in' && weight >= 3;

const isDocumented = (role: RoleVerdict | undefined): boolean =>
  role?.evidence.some(({ kind }) => kind === 'name-of-framework') ?? false;

/** What shows that a session does not count by itself. */
const RULES_OUT: ReadonlySet<EvidenceKind> = new Set(['served-without-it', 'refused-with-it-alone', 'not-carried-when-served']);

/** A session that was there before and went with all that was served: it may be what counts, and the new cookie only beside it. */
const mayCount = ({ life, movement, after, evidence: lines }: Carrier, { roles }: SiteScene): boolean => {
  const role = roles.get(life.key);
  return (
    (movement === 'unchanged' || (movement === 'changed' && holdsSession(after))) &&
    role?.role === 'session-id' &&
    role.confidence !== 'low' &&
    lines.some(({ kind }) => kind === 'carried-when-served') &&
    !lines.some(({ kind }) => RULES_OUT.has(kind))
  );
};

const carriesByRole = (role: Role | undefined): boolean => role === 'session-id' || role === 'auth-token';

function nearest(weighed: readonly Carrier[], { roles }: SiteScene): readonly Carrier[] {
  const remembers = ({ life }: Carrier): boolean => roles.get(life.key)?.role === 'remember-me';
  const stands = ({ life, score }: Carrier): boolean => score >= STANDS_FROM && carriesByRole(roles.get(life.key)?.role);
  // What remembers is there for when the session has gone: beside a session it does not carry the sign-in, nor as the only one.
  const sessions = weighed.filter((each) => !remembers(each));
  const contest = sessions.some(stands) || (sessions[0]?.score ?? 0) >= COUNTS_FROM ? sessions : weighed;
  const [best] = contest;
  if (
    best === undefined ||
    (best.score < COUNTS_FROM && !(contest !== weighed && weighed.some((each) => each.score >= COUNTS_FROM)))
  )
    return [];
  return contest.filter(
    (each) =>
      each === best || (each.score >= COUNTS_FROM && each.score > best.score - CLEAR_BY && (remembers(best) || !remembers(each))),
  );
}

/** Whether a cookie of which little says that it is a session stands beside one that remembers and that much more speaks for. */
function isOutdone(best: Carrier | undefined, first: Carrier | undefined, { roles }: SiteScene): boolean {
  if (best === undefined || first === undefined || best === first) return false;
  const role = roles.get(best.life.key);
  const isKnown = carriesByRole(role?.role) && role?.confidence !== 'low';
  const isEnded = ofKind(first, 'cookie-deleted') && ofKind(best, 'cookie-left');
  return !isKnown && first.score >= COUNTS_FROM && (first.score > best.score + CLEAR_BY || isEnded);
}

const ofKind = ({ evidence: lines }: Carrier, kind: EvidenceKind): boolean => lines.some((line) => line.kind === kind);

const MISSING: Readonly<Partial<Record<IdFate, readonly string[]>>> = {
  'changes-anyway': ['whether-sign-in-changes-it'],
  'cannot-tell': ['which-part-is-the-id'],
};

function idOf(carriers: readonly Carrier[], scene: SiteScene): Pick<Weighing, 'id' | 'missing'> {
  const [best] = carriers;
  if (best === undefined) return { id: 'no-cookie', missing: [] };
  const fates = new Set(carriers.map((carrier) => fateOf(carrier, scene)));
  const [only] = fates;
  if (fates.size === 1 && only !== undefined) return { id: only, missing: MISSING[only] ?? [] };
  // All new, one way or the other: nothing that was there before counts on. There was something to plant if one was renewed.
  if (fates.has('rotated') && [...fates].every((fate) => fate === 'rotated' || fate === 'issued'))
    return { id: 'rotated', missing: [] };
  if (![...fates].some((fate) => fate === 'not-rotated' || fate === 'changes-anyway'))
    return { id: fateOf(best, scene), missing: [] };
  return { id: 'cannot-tell', missing: ['which-cookie-counts'] };
}

/**
 * What requests after a sign-in prove themselves with, by the cookies that count and the headers sent.
 * @param beside other credentials that were issued with it
 */
export function carriedBy(carriers: readonly Carrier[], after: readonly Visit[], beside: readonly CookieLife[] = []): CarriedBy {
  if (carriers.length === 0) return after.some(bearsToken) ? 'bearer-header' : 'cannot-tell';
  const tokens = carriers.filter((carrier) => isTokenValue(carrier.after)).length;
  if (tokens === carriers.length) return 'token';
  if (tokens > 0 || after.some(bearsToken) || beside.some((life) => isTokenValue(lastSpan(life)))) return 'session-and-token';
  return carriers.every((carrier) => holdsSession(carrier.after)) ? 'session-in-cookie' : 'session';
}
