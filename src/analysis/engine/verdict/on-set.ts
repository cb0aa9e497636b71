import { areEqual } from '../base/bytes';
import { NOTHING } from '../base/lists';
import type { Bytes } from '../base/units';
import type { SetCookie } from '../header/parsed-line';
import { readLine } from '../header/read-line';
import { parseSetCookie } from '../header/set-cookie';
import { evictFor } from '../jar/evict-for';
import type { Jar } from '../jar/jar';
import { SITE_LIMITS } from '../jar/limits';
import { isOver, type StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access/access';
import { isUnknown } from './access/context';
import type { SetReason } from './reasons';
import { allSetStepsPass, SET_STEPS } from './steps/set';
import { type SetContext, setContext } from './steps/set-context';
import type { Step, Verdict } from './verdict';
import { verdictOf } from './verdict-of';

/** What becomes of a Set-Cookie line, in short. */
export interface SetDecision {
  /** Whether the line is taken; a deletion that is allowed is taken and stores nothing. */
  readonly accepted: boolean | 'cannot-tell';
  readonly outcome: 'stored' | 'replaced' | 'unchanged' | 'deleted' | 'rejected' | 'cannot-tell';
  /** All that speaks against it, the deciding one first. */
  readonly reasons: readonly SetReason[];
  /** What would have to be known; empty unless `cannot-tell`. */
  readonly missing: readonly string[];
  /** What stands in the jar afterwards, or would if what is missing turned out well; null = refused or expired. */
  readonly cookie: StoredCookie | null;
  /** The cookie of the same identity before; null = none. */
  readonly previous: StoredCookie | null;
  /** Cookies that had to make room for the new one; empty until it is applied. */
  readonly evicted: readonly StoredCookie[];
  /** What was judged: name and place as the profile has them, whether or not the line is taken. */
  readonly context: SetContext;
}

/**
 * Judges a line against a jar, which stays as it is.
 * @param line as received, or as `parseSetCookie` gave it under the same profile
 * @see RFC 6265bis §5.7
 */
export function decideSet(jar: Jar, access: Access, line: Bytes | SetCookie): SetDecision {
  const context = setContext(jar, access, typeof line === 'string' ? parseSetCookie(line, access.profile) : line);
  const previous = context.before;
  if (allSetStepsPass(context)) {
    const cookie = cookieOf(context);
    const outcome = outcomeOf(cookie, previous);
    return { accepted: true, outcome, reasons: NOTHING, missing: NOTHING, cookie, previous, evicted: NOTHING, context };
  }
  const { reasons, missing } = objections(context);
  const base = { reasons, missing: NOTHING, cookie: null, previous, evicted: NOTHING, context };
  if (reasons.length > 0) return { ...base, accepted: false, outcome: 'rejected' };
  return { ...base, accepted: 'cannot-tell', outcome: 'cannot-tell', missing, cookie: cookieOf(context) };
}

function objections(context: SetContext): Pick<SetDecision, 'reasons' | 'missing'> {
  const judgements = SET_STEPS.map((step) => step.judge(context));
  return {
    reasons: judgements.flatMap(({ reason }) => reason ?? []),
    missing: judgements.flatMap(({ missing }) => missing ?? []),
  };
}

/** Judges a line and lets the jar follow. Nothing changes where the verdict is no, or cannot be told. */
export function applySet(jar: Jar, access: Access, line: Bytes | SetCookie): SetDecision {
  const decision = decideSet(jar, access, line);
  const { accepted, cookie, previous } = decision;
  if (accepted !== true) return decision;
  if (cookie === null) {
    if (previous !== null) jar.remove(previous);
    return decision;
  }
  const { siteKey, at, profile } = access;
  jar.put(cookie, siteKey, previous);
  const evicted = evictFor(jar, { cookie, siteKey, at }, SITE_LIMITS[profile]);
  return evicted.length === 0 ? decision : { ...decision, evicted };
}

/** Every step of the same judgement, with what it looked at and which octets it is about. */
export function explainSet(jar: Jar, access: Access, line: Bytes): Verdict {
  const parsed = readLine(line, access.profile);
  const context = setContext(jar, access, parsed);
  const steps = SET_STEPS.map((step): Step => {
    const judgement = step.judge(context);
    return {
      id: step.id,
      section: step.section,
      outcome: judgement.outcome,
      reason: judgement.reason,
      inputs: step.inputs(context),
      missing: judgement.missing,
      span: judgement.reason === null ? null : (step.reasons[judgement.reason]?.(parsed) ?? null),
    };
  });
  return verdictOf(access.profile, steps);
}

function outcomeOf(cookie: StoredCookie | null, previous: StoredCookie | null): SetDecision['outcome'] {
  if (cookie === null) return 'deleted';
  if (previous === null) return 'stored';
  return isUnchanged(cookie, previous) ? 'unchanged' : 'replaced';
}

/** Same value and attributes; only the times of its making and last use may differ. */
function isUnchanged(a: StoredCookie, b: StoredCookie): boolean {
  return (
    areEqual(a.value, b.value) &&
    a.secure === b.secure &&
    a.httpOnly === b.httpOnly &&
    a.sameSite === b.sameSite &&
    a.expires === b.expires &&
    a.priority === b.priority
  );
}

/** §5.7 steps 5 to 23: the cookie a line makes; null = it has already expired. */
function cookieOf(context: SetContext): StoredCookie | null {
  const { jar, access, line, name, value, domain, path, lifetime, partition, before } = context;
  const { at, behavior } = access;
  if (isOver(lifetime, at)) return null;
  const old = before !== null && (behavior.creationRetained === 'always' || areEqual(before.value, value)) ? before : null;
  const serial = old === null ? jar.nextSerial : old.serial;
  // An identity that is there already is written with the strings it has: they compare as pointers then.
  const identity = before ?? { name, domain: domain.domain, path };
  const cookie: StoredCookie = {
    name: identity.name,
    value,
    domain: identity.domain,
    hostOnly: domain.hostOnly,
    path: identity.path,
    secure: line.secure,
    httpOnly: line.httpOnly,
    sameSite: line.sameSite,
    partition: isUnknown(partition) ? null : partition,
    priority: line.priority,
    expires: lifetime.expires,
    creation: old === null ? at : old.creation,
    lastAccess: at,
    serial,
    scriptSerial: serial,
  };
  return old !== null && behavior.scriptOrder === 'rewritten-last' ? listedByScript(cookie, old, context) : cookie;
}

/** Firefox's pages list what one of them rewrote last, until a response writes it again. */
function listedByScript(cookie: StoredCookie, old: StoredCookie, { access, jar }: SetContext): StoredCookie {
  if (isUnchanged(cookie, old)) return { ...cookie, scriptSerial: old.scriptSerial };
  return access.via === 'script' ? { ...cookie, scriptSerial: jar.nextSerial } : cookie;
}
