import type { Bytes } from '../facts/units';
import type { SetCookie } from '../header/parsed-line';
import { readLine } from '../header/read-line';
import { parseSetCookie } from '../header/set-cookie';
import type { Jar } from '../jar/jar';
import { SITE_LIMITS } from '../jar/limits';
import { makeRoom } from '../jar/make-room';
import { isOver, type StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access';
import { isUnknown } from './context';
import { sawOf } from './set-saw';
import { type SetScene, setScene } from './set-scene';
import { spanOf } from './set-span';
import { isAllFine, SET_STEPS } from './set-steps';
import type { SetReason, Step, Verdict } from './verdict';
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
}

const NOTHING: readonly never[] = [];

/**
 * Judges a line against a jar, which stays as it is.
 * @param line as received, or as `parseSetCookie` gave it under the same profile
 * @see RFC 6265bis §5.7
 */
export function decideSet(jar: Jar, access: Access, line: Bytes | SetCookie): SetDecision {
  const scene = setScene(jar, access, typeof line === 'string' ? parseSetCookie(line, access.profile) : line);
  const previous = scene.before;
  if (isAllFine(scene)) {
    const cookie = cookieOf(scene);
    const outcome = outcomeOf(cookie, previous);
    return { accepted: true, outcome, reasons: NOTHING, missing: NOTHING, cookie, previous, evicted: NOTHING };
  }
  const { reasons, missing } = objections(scene);
  const base = { reasons, missing: NOTHING, cookie: null, previous, evicted: NOTHING };
  if (reasons.length > 0) return { ...base, accepted: false, outcome: 'rejected' };
  return { ...base, accepted: 'cannot-tell', outcome: 'cannot-tell', missing, cookie: cookieOf(scene) };
}

function objections(scene: SetScene): Pick<SetDecision, 'reasons' | 'missing'> {
  const judgements = SET_STEPS.map((step) => step.judge(scene));
  return {
    reasons: judgements.flatMap(({ outcome, reason }) => (outcome === 'failed' ? [reason as SetReason] : [])),
    missing: judgements.flatMap((judgement) => judgement.missing ?? []),
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
  const evicted = makeRoom(jar, { cookie, siteKey, at }, SITE_LIMITS[profile]);
  return evicted.length === 0 ? decision : { ...decision, evicted };
}

/** Every step of the same judgement, with what it saw and which octets it is about. */
export function explainSet(jar: Jar, access: Access, line: Bytes): Verdict {
  const parsed = readLine(line, access.profile);
  const scene = setScene(jar, access, parsed);
  const steps = SET_STEPS.map((step): Step => {
    const judgement = step.judge(scene);
    return {
      id: step.id,
      section: step.section,
      outcome: judgement.outcome,
      reason: judgement.reason,
      saw: sawOf(step.id, scene),
      missing: judgement.missing,
      span: judgement.outcome === 'failed' ? spanOf(judgement.reason, parsed) : null,
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
    a.value === b.value &&
    a.secure === b.secure &&
    a.httpOnly === b.httpOnly &&
    a.sameSite === b.sameSite &&
    a.expires === b.expires &&
    a.priority === b.priority
  );
}

/** §5.7 steps 5 to 23: the cookie a line makes; null = it has already expired. */
function cookieOf(scene: SetScene): StoredCookie | null {
  const { jar, access, line, name, value, domain, path, lifetime, partition, before } = scene;
  const { at, conduct } = access;
  if (isOver(lifetime, at)) return null;
  const old = before !== null && (conduct.keptCreation === 'always' || before.value === value) ? before : null;
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
  return old !== null && conduct.scriptOrder === 'rewritten-last' ? listedByScript(cookie, old, scene) : cookie;
}

/** Firefox's pages list what one of them rewrote last, until a response writes it again. */
function listedByScript(cookie: StoredCookie, old: StoredCookie, { access, jar }: SetScene): StoredCookie {
  if (isUnchanged(cookie, old)) return { ...cookie, scriptSerial: old.scriptSerial };
  return access.via === 'script' ? { ...cookie, scriptSerial: jar.nextSerial } : cookie;
}
