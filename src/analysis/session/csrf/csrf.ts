import { addTo } from '../../engine/base/lists';
import { isSafeMethod } from '../../engine/verdict/access/site-relation';
import type { Exchange } from '../../replay/rows/exchange';
import type { Match } from '../cookies/correlation';
import { leaveIn } from '../federated/leave';
import { isCsrfName } from '../requests/fields';
import type { Visit } from '../requests/visit';
import { type Chunked, shouldYield } from '../shared/chunked';
import type { RoleVerdict } from '../shared/role-kinds';
import type { Certainty, SignIn } from '../sign-in/session-kinds';
import { type Guard, guardOf, type Recognisable, tokenIn, tokenParameter } from './guards';
import { type LearnedTokens, learnedTokens } from './learned-tokens';
import { type Renewal, renewalOf } from './renewal';

export interface CsrfGuard extends Guard {
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
  /** Of the unguarded, those with a field that may be a token, by its name. */
  readonly mayBeGuarded: ReadonlyMap<Visit, string>;
  /** Whether the server was seen to refuse a request for want of the token. */
  readonly checked: Certainty;
  /** Ids of the refused request and of the one served with a token; empty where not seen. */
  readonly checkedBy: readonly string[];
  /** Whether somebody who signs in gets another token; null = no token was seen before a sign-in and after it. */
  readonly renewal: Renewal | null;
  /** Visits whose address holds a token, where logs and histories keep it. */
  readonly inAddresses: readonly Visit[];
  /** Where the whole id of a session stood in a form's field, in which any script of the page can read it. */
  readonly idsInForms: readonly Match[];
  /** Requests that end a session by a link, and carry no token. */
  readonly openSignOuts: readonly Visit[];
  /** Forms with a password that were sent without a token. */
  readonly openSignIns: readonly Visit[];
}

/** Of a site to which nothing was sent. */
export const NO_CSRF: Csrf = {
  guards: [],
  stateChanging: [],
  unguarded: [],
  mayBeGuarded: new Map(),
  checked: 'cannot-tell',
  checkedBy: [],
  renewal: null,
  inAddresses: [],
  idsInForms: [],
  openSignOuts: [],
  openSignIns: [],
};

/** What the guards of a site are read from. */
export interface CsrfScene extends Omit<Recognisable, 'learned' | 'matches'> {
  readonly matches: readonly Match[];
  readonly visits: readonly Visit[];
  readonly signIns: readonly SignIn[];
}

/** How requests of a site are guarded against forgery, as far as requests show it. */
export function* csrfOf(scene: CsrfScene): Chunked<Csrf> {
  const { visits, signIns } = scene;
  const stateChanging = visits.filter(
    ({ exchange }) => !isSafeMethod(exchange.sent.method) && exchange.cookies.length > 0 && !isAssertion(exchange),
  );
  const learned = learnedTokens(stateChanging, bordersOf(signIns));
  const matches = byExchange(scene.matches);
  const guards = new Map<string, CsrfGuard & { visits: Visit[] }>();
  const unguarded: Visit[] = [];
  for (const [at, visit] of stateChanging.entries()) {
    if (shouldYield(at)) yield;
    const guard = guardOf(visit, { ...scene, matches, learned });
    if (guard === null) {
      unguarded.push(visit);
      continue;
    }
    const key = keyOf(guard);
    const known = guards.get(key);
    if (known === undefined) guards.set(key, { ...guard, visits: [visit] });
    else known.visits.push(visit);
  }
  const checkedBy = refusalsWithout(stateChanging, unguarded);
  yield;
  const all = [...guards.values()].filter((guard) => !isUnequal(guard, guards)).sort((a, b) => b.visits.length - a.visits.length);
  const without = (visit: Visit) =>
    tokenIn(visit, learned) === null && !(matches.get(visit.exchange) ?? []).some(({ name }) => isCsrfName(name));
  return {
    guards: all,
    stateChanging,
    unguarded,
    mayBeGuarded: possiblyGuarded(unguarded, learned),
    checked: checkedBy.length > 0 ? 'observed' : 'cannot-tell',
    checkedBy,
    renewal: renewalOf(all, signIns, scene.lives),
    inAddresses: tokensInAddresses(visits, learned),
    idsInForms: scene.matches.filter(
      ({ where, isWhole, life }) => where === 'field' && isWhole && isSession(scene.roles.get(life.key)),
    ),
    openSignOuts: signIns.flatMap(({ end }) =>
      end?.kind === 'sign-out' &&
      end.by === 'link' &&
      end.certainty === 'observed' &&
      without(end.visit) &&
      !isSignedMessage(end.visit)
        ? [end.visit]
        : [],
    ),
    openSignIns: signIns.flatMap(({ attempts }) =>
      attempts.filter(({ step, by, visit }) => step === 'password' && by === 'form' && without(visit)).map(({ visit }) => visit),
    ),
  };
}

/** Whether a token beside its cookie equals it in other requests: there it is another page's, not masked. */
const isUnequal = ({ kind, cookie, where, name }: Guard, guards: ReadonlyMap<string, Guard>): boolean =>
  kind === 'paired' && guards.has(keyOf({ kind: 'double-submit', cookie, where, name }));

const keyOf = ({ kind, cookie, where, name }: Guard): string => `${kind} ${cookie} ${where} ${name}`;

/** A link that is sent by mail holds a `token` too: one that guards stands in the addresses of several pages. */
const OF_MANY_USES = /^(?:token|auth_?token|login_?token)$/i;

function tokensInAddresses(visits: readonly Visit[], learned: LearnedTokens): readonly Visit[] {
  const pages = new Map<string, Set<string>>();
  const named = visits.flatMap((visit): readonly (readonly [visit: Visit, pair: string | null])[] => {
    const { address, exchange } = visit;
    if (address.parameters.some((name) => learned.parameters.has(name))) return [[visit, null]];
    const name = tokenParameter(address.parameters);
    // What an application asks of the site that signs in is bound to what that answers.
    if (name === null || leaveIn(exchange) !== null) return [];
    if (!OF_MANY_USES.test(name) || !isSafeMethod(exchange.sent.method)) return [[visit, null]];
    const pair = exchange.url.match(/[?&]([^=&#]*token=[^&#]*)/i)?.[1] ?? '';
    const known = pages.get(pair) ?? new Set();
    pages.set(pair, known.add(address.page));
    return [[visit, pair]];
  });
  return named.filter(([, pair]) => pair === null || (pages.get(pair)?.size ?? 0) > 1).map(([visit]) => visit);
}

/** Whether the site that signs in asks for it by a signed message, which no other site can make. @see SAML bindings §3.4.4.1 */
const isSignedMessage = ({ address: { parameters } }: Visit): boolean =>
  parameters.includes('Signature') && parameters.some((name) => /^SAML(?:Request|Response)$/.test(name));

function possiblyGuarded(unguarded: readonly Visit[], { possible }: LearnedTokens): ReadonlyMap<Visit, string> {
  return new Map(
    unguarded.flatMap((visit): readonly [Visit, string][] => {
      const field = visit.exchange.sent.fields?.find(({ name }) => possible.has(name));
      return field === undefined ? [] : [[visit, field.name]];
    }),
  );
}

function byExchange(matches: readonly Match[]): ReadonlyMap<Exchange, readonly Match[]> {
  const found = new Map<Exchange, Match[]>();
  for (const match of matches) addTo(found, match.exchange, match);
  return found;
}

const isSession = (verdict: RoleVerdict | undefined): boolean => verdict?.role === 'session-id' || verdict?.role === 'auth-token';

/** The answer of an identity provider, which is bound to what was asked: no token of this site can be in it. */
const isAssertion = ({ sent }: Exchange): boolean =>
  sent.fields?.some(({ name }) => name === 'SAMLResponse' || name === 'wresult') ?? false;

/** Where one session ends and the next begins. */
const bordersOf = (signIns: readonly SignIn[]): readonly number[] =>
  signIns.flatMap(({ last, end, attempts }) => [
    ...(attempts.length > 0 ? [last.answeredAt ?? last.seq] : []),
    ...(end === null ? [] : [end.visit.answeredAt ?? end.visit.seq]),
  ]);

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
