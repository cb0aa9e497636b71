import type { Bytes } from '../../engine/base/units';
import type { CookieLife } from '../cookies/cookie-life';
import type { Match } from '../cookies/correlation';
import type { TransactionUse } from '../federated/kinds';
import type { RawAttempt } from '../requests/attempt';
import type { DeviceBound } from '../requests/device-bound';
import { weigh } from '../shared/evidence';
import type { Role, RoleConfidence, RoleVerdict } from '../shared/role-kinds';
import type { Format } from '../values/reading';
import { readToken } from '../values/token';
import { byName } from './by-name';
import { byBinding, byTransaction } from './by-protocol';
import { byStory, type SignInPart } from './by-story';
import { byCoOccurrence, byStorage, byTraffic } from './by-use';
import { byValue } from './by-value';
import type { RoleVote } from './role-vote';

/** Frameworks known by how they wrap values, where the name says nothing. */
const BY_FORMAT: Readonly<Partial<Record<Format, string>>> = {
  'express-signed': 'Express',
  'express-json': 'Express',
  'rails-encrypted': 'Rails',
  'rails-signed': 'Rails',
  'plug-signed': 'Phoenix',
  'plug-encrypted': 'Phoenix',
  itsdangerous: 'Flask',
  'django-signed': 'Django',
  'laravel-encrypted': 'Laravel',
  'aspnet-protected': 'ASP.NET Core',
  wordpress: 'WordPress',
};

/** What a role is judged by, beside the cookie's own life. */
export interface RoleContext {
  /** Credentials sent to the cookie's site. */
  readonly attempts: readonly RawAttempt[];
  /** Where its value went out a second time. */
  readonly matches: readonly Match[];
  /** Its part in the sign-in story; null = not told yet, or it has none. */
  readonly part: SignInPart | null;
  readonly bound: DeviceBound;
  /** Its part in a sign-in through another site; null = none. */
  readonly transaction: TransactionUse | null;
  /** The value that it stands for, where it is the head of one cut into chunks; null = its own. */
  readonly whole: Bytes | null;
}

/** What a cookie is for, by everything the recording shows of it. */
export function roleOf(life: CookieLife, context: RoleContext): RoleVerdict {
  const value = context.whole ?? lastValue(life);
  const reading = value === null ? null : readToken(value);
  const name = byName(life.name, life.domain);
  const all: readonly RoleVote[] = [
    ...name.votes,
    ...(reading === null ? [] : byValue(reading)),
    ...byStorage(life),
    ...byTraffic(life, context.attempts),
    ...byCoOccurrence(context.matches),
    ...byBinding(life, context.bound),
    ...(context.transaction === null ? [] : byTransaction(context.transaction)),
    ...(context.part === null ? [] : byStory(context.part)),
  ];
  const framework = name.known?.owner ?? (reading === null ? null : (BY_FORMAT[reading.format] ?? null));
  return { ...decide(all), framework };
}

/** Of a cookie that was emptied instead of deleted, what it held before. */
const lastValue = ({ spans }: CookieLife): Bytes | null =>
  (spans.findLast(({ value }) => value !== '') ?? spans.at(-1))?.value ?? null;

/** A short value that scripts may read is not yet a preference. */
const UNKNOWN_BELOW = 1.2;

interface Sum {
  readonly role: Role;
  readonly sum: number;
}

function decide(all: readonly RoleVote[]): Omit<RoleVerdict, 'framework'> {
  const sums = sumsOf(all);
  const [first, second] = sums;
  if (first === undefined || first.sum < UNKNOWN_BELOW) {
    return { role: 'unknown', confidence: 'low', evidence: linesFor(all, null), second: first?.role ?? null };
  }
  return {
    role: first.role,
    confidence: confidenceOf(first.sum, first.sum - (second?.sum ?? 0)),
    evidence: linesFor(all, first.role),
    second: second !== undefined && second.sum >= UNKNOWN_BELOW ? second.role : null,
  };
}

function sumsOf(all: readonly RoleVote[]): readonly Sum[] {
  const roles = [...new Set(all.map(({ role }) => role))];
  const sums = roles.map((role) => ({ role, sum: weigh(all.filter((vote) => vote.role === role).map(({ line }) => line)) }));
  return sums.sort((a, b) => b.sum - a.sum);
}

function confidenceOf(sum: number, margin: number): RoleConfidence {
  if (sum >= 4 && margin >= 1.5) return 'high';
  return sum >= 2.2 && margin >= 0.7 ? 'medium' : 'low';
}

/** The lines that spoke of the role, the weightiest first; of no role, each line once. */
function linesFor(all: readonly RoleVote[], role: Role | null): RoleVerdict['evidence'] {
  const own = all.filter((vote) => role === null || vote.role === role).map(({ line }) => line);
  const kinds = new Set<string>();
  return [...own]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ kind, slots }) => {
      const key = `${kind} ${JSON.stringify(slots)}`;
      return !kinds.has(key) && kinds.add(key);
    });
}
