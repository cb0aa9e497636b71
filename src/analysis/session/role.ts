import type { RawAttempt } from './attempt';
import { type CookieLife, lastSpan } from './cookie-life';
import type { Match } from './correlation';
import { weigh } from './evidence';
import { byName } from './role/by-name';
import { byStory, type PartInStory } from './role/by-story';
import { byCompany, byKeeping, byTraffic } from './role/by-use';
import { byValue } from './role/by-value';
import type { Say } from './role/say';
import type { Confidence, Role, RoleVerdict } from './role-kinds';
import { readToken } from './token';
import type { Format } from './value/reading';

/** Frameworks known by how they wrap values, where the name says nothing. */
const BY_FORMAT: Readonly<Partial<Record<Format, string>>> = {
  'express-signed': 'Express',
  'express-json': 'Express',
  'rails-encrypted': 'Rails',
  'rails-signed': 'Rails',
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
  readonly part: PartInStory | null;
}

/** What a cookie is for, by everything the recording shows of it. */
export function roleOf(life: CookieLife, context: RoleContext): RoleVerdict {
  const value = lastSpan(life)?.value ?? null;
  const reading = value === null ? null : readToken(value);
  const name = byName(life.name, life.domain);
  const all: readonly Say[] = [
    ...name.says,
    ...(reading === null ? [] : byValue(reading)),
    ...byKeeping(life),
    ...byTraffic(life, context.attempts),
    ...byCompany(context.matches),
    ...(context.part === null ? [] : byStory(context.part)),
  ];
  const framework = name.known?.owner ?? (reading === null ? null : (BY_FORMAT[reading.format] ?? null));
  return { ...decide(all), framework };
}

/** A short value that scripts may read is not yet a preference. */
const UNKNOWN_BELOW = 1.2;

interface Sum {
  readonly role: Role;
  readonly sum: number;
}

function decide(all: readonly Say[]): Omit<RoleVerdict, 'framework'> {
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

function sumsOf(all: readonly Say[]): readonly Sum[] {
  const roles = [...new Set(all.map(({ role }) => role))];
  const sums = roles.map((role) => ({ role, sum: weigh(all.filter((say) => say.role === role).map(({ line }) => line)) }));
  return sums.sort((a, b) => b.sum - a.sum);
}

function confidenceOf(sum: number, margin: number): Confidence {
  if (sum >= 4 && margin >= 1.5) return 'high';
  return sum >= 2.2 && margin >= 0.7 ? 'medium' : 'low';
}

/** The lines that spoke of the role, the weightiest first; of no role, each line once. */
function linesFor(all: readonly Say[], role: Role | null): RoleVerdict['evidence'] {
  const own = all.filter((say) => role === null || say.role === role).map(({ line }) => line);
  const kinds = new Set<string>();
  return [...own]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ kind, slots }) => {
      const key = `${kind} ${JSON.stringify(slots)}`;
      return !kinds.has(key) && kinds.add(key);
    });
}
