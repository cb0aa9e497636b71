import type { Instant } from '../base/units';
import { isSamePartition } from './identity';
import { ROUNDS, type Round, type SiteLimits } from './limits';
import { isOver, type StoredCookie } from './stored-cookie';

const NOBODY: readonly StoredCookie[] = [];

/**
 * The cookies of a site that have to go now that one was put in.
 * @param all of the registrable domain, the new one included
 * @param added the new one: only its partition is looked at, and it is not put out for itself
 */
export function surplus(
  all: readonly StoredCookie[],
  added: StoredCookie,
  limits: SiteLimits,
  at: Instant,
): readonly StoredCookie[] {
  if (all.length <= limits.most && added.partition === null) return NOBODY;
  const peers = all.filter((cookie) => isSamePartition(cookie.partition, added.partition));
  const tooMany = peers.length > limits.most;
  if (added.partition !== null && limits.partitionOctets !== null) {
    return tooMany || octetsOf(peers) > limits.partitionOctets
      ? overPartition(peers, limits.most, limits.partitionOctets, at)
      : NOBODY;
  }
  if (!tooMany) return NOBODY;
  return limits.by === 'rounds' ? inRounds(peers, limits, at) : insecureFirst(peers, added, limits, at);
}

/** Whether the site is full of Secure cookies, so that one that is not Secure finds no room. */
export function hasOnlySecureLeft(
  all: readonly StoredCookie[],
  added: Pick<StoredCookie, 'partition' | 'secure'>,
  limits: SiteLimits,
  at: Instant,
): boolean {
  if (limits.by !== 'insecure-first' || added.secure || all.length < limits.most) return false;
  const peers = all.filter((cookie) => isSamePartition(cookie.partition, added.partition));
  return peers.length >= limits.most && peers.every((cookie) => cookie.secure && !isOver(cookie, at));
}

const byUse = (cookies: readonly StoredCookie[]): readonly StoredCookie[] =>
  [...cookies].sort((a, b) => a.lastAccess - b.lastAccess || a.serial - b.serial);

const octetsOf = (cookies: readonly StoredCookie[]): number =>
  cookies.reduce((sum, { name, value }) => sum + name.length + value.length, 0);

/** Chromium: the expired, then round by round the least recently used, each priority keeping its quota. */
function inRounds(peers: readonly StoredCookie[], { most, remaining }: SiteLimits, at: Instant): readonly StoredCookie[] {
  const over = peers.filter((cookie) => isOver(cookie, at));
  let rest = byUse(peers.filter((cookie) => !isOver(cookie, at)));
  if (rest.length <= most) return over;
  const out = [...over];
  for (const round of ROUNDS) {
    const gone = roundOf(rest, round, rest.length - remaining);
    out.push(...gone);
    rest = rest.filter((cookie) => !gone.includes(cookie));
  }
  return out;
}

function roundOf(
  rest: readonly StoredCookie[],
  { priority, sparesSecure, quota }: Round,
  wanted: number,
): readonly StoredCookie[] {
  const own = rest.filter((cookie) => cookie.priority === priority);
  if (own.length <= quota || wanted <= 0) return NOBODY;
  const secure = own.filter((cookie) => cookie.secure).length;
  const free = own.length - (sparesSecure ? Math.max(secure, quota) : quota);
  return own.filter((cookie) => !(sparesSecure && cookie.secure)).slice(0, Math.max(0, Math.min(free, wanted)));
}

/** Firefox: the expired if there are any, else those that are not Secure, else Secure ones for a Secure one. */
function insecureFirst(
  peers: readonly StoredCookie[],
  added: StoredCookie,
  { remaining }: SiteLimits,
  at: Instant,
): readonly StoredCookie[] {
  const wanted = peers.length - remaining;
  const others = byUse(peers.filter((cookie) => cookie !== added));
  const over = others.filter((cookie) => isOver(cookie, at));
  const insecure = others.filter((cookie) => !cookie.secure && !isOver(cookie, at));
  const out = [...over, ...insecure].slice(0, Math.max(over.length, wanted));
  return out.length > 0 ? out : others.slice(0, wanted);
}

/** A partition has a limit in octets too; the least recently used go until it fits. */
function overPartition(peers: readonly StoredCookie[], most: number, most8: number, at: Instant): readonly StoredCookie[] {
  const out = peers.filter((cookie) => isOver(cookie, at));
  const rest = [...byUse(peers.filter((cookie) => !isOver(cookie, at)))];
  while (rest.length > most || octetsOf(rest) > most8) {
    const oldest = rest.shift();
    if (oldest === undefined) break;
    out.push(oldest);
  }
  return out;
}

/**
 * The cookies of the whole jar that go when it is over its limit: the least recently used of those not used lately.
 * @param all every cookie of the jar
 */
export function surplusOfAll(
  all: readonly StoredCookie[],
  { total, totalRemaining, recentDays }: SiteLimits,
  at: Instant,
): readonly StoredCookie[] {
  if (all.length <= total) return NOBODY;
  const safe = at - recentDays * 86_400_000;
  const over = all.filter((cookie) => isOver(cookie, at));
  const stale = byUse(all.filter((cookie) => !isOver(cookie, at) && cookie.lastAccess < safe));
  const ordered = [...stale.filter(({ secure }) => !secure), ...stale.filter(({ secure }) => secure)];
  return [...over, ...ordered.slice(0, Math.max(0, all.length - over.length - totalRemaining))];
}
