import { addTo } from '../../engine/base/lists';
import type { Bytes } from '../../engine/base/units';
import type { CookieKey } from '../cookies/cookie-key';
import type { CookieLife } from '../cookies/cookie-life';
import type { Match } from '../cookies/correlation';
import type { TransactionUse } from '../federated/kinds';
import type { RawAttempt } from '../requests/attempt';
import type { DeviceBound } from '../requests/device-bound';
import { type Chunked, shouldYield } from '../shared/chunked';
import type { RoleVerdict } from '../shared/role-kinds';
import type { SignInPart } from './by-story';
import { type RoleContext, roleOf } from './role';

/** What cookies of a site are judged by, beside their own lives. */
export interface SiteTraffic {
  /** Credentials sent to the site. */
  readonly attempts: readonly RawAttempt[];
  /** Where values of cookies went out a second time. */
  readonly matches: ReadonlyMap<CookieLife, readonly Match[]>;
  readonly bound: DeviceBound;
  /** The parts of cookies in sign-ins through another site. */
  readonly transactions: ReadonlyMap<CookieLife, TransactionUse>;
  /** Of heads of families: the value that their chunks hold together. */
  readonly wholes: ReadonlyMap<CookieLife, Bytes>;
}

/** Nothing but the cookie itself: its name, its value, how it is kept. */
export const NO_TRAFFIC: SiteTraffic = {
  attempts: [],
  matches: new Map(),
  bound: { registrations: [], proofs: new Set() },
  transactions: new Map(),
  wholes: new Map(),
};

/** What each cookie is for, by its name, its value and the traffic. */
export function* rolesByTraffic(lives: Iterable<CookieLife>, traffic: SiteTraffic): Chunked<ReadonlyMap<CookieKey, RoleVerdict>> {
  const roles = new Map<CookieKey, RoleVerdict>();
  let round = 0;
  for (const life of lives) {
    if (shouldYield(round++)) yield;
    roles.set(life.key, roleOf(life, roleContextOf(life, traffic, null)));
  }
  return roles;
}

/** What one cookie is judged by. @param part its part in the sign-ins; null = not known yet, or it has none */
export const roleContextOf = (life: CookieLife, traffic: SiteTraffic, part: SignInPart | null): RoleContext => ({
  attempts: traffic.attempts,
  matches: traffic.matches.get(life) ?? [],
  part,
  bound: traffic.bound,
  transaction: traffic.transactions.get(life) ?? null,
  whole: traffic.wholes.get(life) ?? null,
});

export function byLife(matches: readonly Match[]): ReadonlyMap<CookieLife, readonly Match[]> {
  const found = new Map<CookieLife, Match[]>();
  for (const match of matches) addTo(found, match.life, match);
  return found;
}
