import type { Secret } from '../facts/fact';
import type { CookieKey } from './cookie-key';
import type { CookieLife } from './cookie-life';
import type { Match } from './correlation';
import { isCsrfName } from './fields';
import { sentWith } from './movement';
import type { RoleVerdict } from './role-kinds';
import type { Certainty } from './session-kinds';
import type { Visit } from './visit';

/**
 * What a request carries against forgery. `double-submit`: a token equal to a cookie's. `paired`: a token beside a
 * cookie made for it, masked so that the two cannot be compared. `in-request`: a token whose other half stays on
 * the server. `custom-header`: a header that another site's form cannot send.
 */
export type GuardKind = 'double-submit' | 'paired' | 'in-request' | 'custom-header';

export interface CsrfGuard {
  readonly kind: GuardKind;
  readonly cookie: CookieKey | null;
  readonly where: Match['where'];
  readonly name: string;
  /** Requests that carried it. */
  readonly visits: readonly Visit[];
}

export interface Csrf {
  /** The commonest first. */
  readonly guards: readonly CsrfGuard[];
  /** Requests that may change something and carry cookies. */
  readonly stateChanging: readonly Visit[];
  /** Those of them that carry nothing against forgery. */
  readonly unguarded: readonly Visit[];
  /** Whether the server was seen to refuse a request for want of the token. */
  readonly checked: Certainty;
  /** Ids of the refused request and of the one served with a token; empty where not seen. */
  readonly checkedBy: readonly string[];
}

/** How requests of a site are guarded against forgery, as far as requests show it. */
export function csrfOf(
  visits: readonly Visit[],
  matches: readonly Match[],
  cookies: { readonly lives: readonly CookieLife[]; readonly roles: ReadonlyMap<CookieKey, RoleVerdict> },
): Csrf {
  const stateChanging = visits.filter(({ exchange }) => !isSafe(exchange.sent.method) && exchange.cookies.length > 0);
  const guards = new Map<string, CsrfGuard & { visits: Visit[] }>();
  const unguarded: Visit[] = [];
  for (const visit of stateChanging) {
    const guard = guardOf(visit, matches, cookies);
    if (guard === null) {
      unguarded.push(visit);
      continue;
    }
    const key = `${guard.kind} ${guard.cookie} ${guard.where} ${guard.name}`;
    const known = guards.get(key);
    if (known === undefined) guards.set(key, { ...guard, visits: [visit] });
    else known.visits.push(visit);
  }
  const checkedBy = refusalsWithout(stateChanging, unguarded);
  return {
    guards: [...guards.values()].sort((a, b) => b.visits.length - a.visits.length),
    stateChanging,
    unguarded,
    checked: checkedBy.length > 0 ? 'observed' : 'cannot-tell',
    checkedBy,
  };
}

type Guard = Omit<CsrfGuard, 'visits'>;

function guardOf(
  visit: Visit,
  matches: readonly Match[],
  { lives, roles }: { readonly lives: readonly CookieLife[]; readonly roles: ReadonlyMap<CookieKey, RoleVerdict> },
): Guard | null {
  const equal = matches.find(
    ({ exchange, where, name }) => exchange === visit.exchange && (isCsrfName(name) || isCsrfHeader(where, name)),
  );
  if (equal !== undefined) return { kind: 'double-submit', cookie: equal.life.key, where: equal.where, name: equal.name };
  const token = tokenIn(visit);
  if (token !== null) {
    const partner = lives.find((life) => roles.get(life.key)?.role === 'csrf-token' && sentWith(life, visit) !== null);
    return { kind: partner === undefined ? 'in-request' : 'paired', cookie: partner?.key ?? null, ...token };
  }
  const custom = visit.exchange.sent.headers.find(({ name }) => name === 'x-requested-with');
  return custom === undefined ? null : { kind: 'custom-header', cookie: null, where: 'header', name: custom.name };
}

function tokenIn({ exchange, address }: Visit): Pick<Guard, 'where' | 'name'> | null {
  const { fields, secretHeaders } = exchange.sent;
  // Forms carry empty tokens too; one with a digest is a token for sure.
  const named = (list: readonly Secret[] | null) => {
    const tokens = list?.filter(({ name }) => isCsrfName(name)) ?? [];
    return (tokens.find(({ digest }) => digest !== null) ?? tokens[0])?.name;
  };
  const header = named(secretHeaders);
  if (header !== undefined) return { where: 'header', name: header };
  const field = named(fields);
  if (field !== undefined) return { where: 'field', name: field };
  const parameter = address.parameters.find((name) => isCsrfName(name) && name !== 'state');
  return parameter === undefined ? null : { where: 'parameter', name: parameter };
}

const isCsrfHeader = (where: Match['where'], name: string): boolean => where === 'header' && name !== 'authorization';
const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'TRACE';

/** 400, 403, 419 and 422 are what frameworks answer to a request whose token is missing. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 419, 422]);

/** The same address refused without a token and served with one. */
function refusalsWithout(stateChanging: readonly Visit[], unguarded: readonly Visit[]): readonly string[] {
  const without = new Set(unguarded);
  for (const visit of unguarded) {
    if (!REFUSALS.has(visit.exchange.status ?? 0)) continue;
    const served = stateChanging.find(
      (each) => !without.has(each) && each.address.page === visit.address.page && (each.exchange.status ?? 500) < 400,
    );
    if (served !== undefined) return [visit.exchange.id, served.exchange.id];
  }
  return [];
}
