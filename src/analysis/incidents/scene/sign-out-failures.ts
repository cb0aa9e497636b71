import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange, SentCookie, WithheldCookie } from '../../replay/rows/exchange';
import { outcomeOf } from '../../rules/subject/cookie-record';
import { cookieKey } from '../../session/cookies/cookie-key';
import { leaveIn } from '../../session/federated/leave';
import { addressOf, saysError, saysSignIn } from '../../session/requests/address';
import { isFrontChannelSignOut } from '../../session/requests/front-channel';
import { targetOf } from '../../session/requests/visit';
import { bareName } from '../../session/roles/names/known-names';
import { type Chunked, shouldYield } from '../../session/shared/chunked';
import { firstFrom } from '../../session/shared/ordered';
import { isCredential } from '../../session/shared/role-kinds';
import type { Failure } from './failure';
import type { Scene } from './scene';

/** How many requests after a sign-out are looked at. */
const MOST = 400;

/** A sign-out and what shows that it did not sign out. */
export interface SignOutFailure extends Failure {
  /** The request to sign out and its redirects. */
  readonly out: readonly Exchange[];
  /** The cookie that went along as before, or that signed in again. */
  readonly carried: SentCookie;
  /** Where another site told of the sign-out in a frame, into which the cookie did not go; null = it was asked for in another way. */
  readonly withheldFromFrame: WithheldCookie | null;
  /** Whether a page answered that is refused to others. */
  readonly isSure: boolean;
}

/** Sign-outs after which the same session was served, or another credential signed in again. */
export function* signOutFailuresIn(scene: Scene): Chunked<readonly SignOutFailure[]> {
  const found: SignOutFailure[] = [];
  const seen = new Set<string>();
  for (const [at, out] of scene.signOuts.entries()) {
    if (shouldYield(at)) yield;
    if (seen.has(out.request) || out.sent.purpose !== 'normal') continue;
    seen.add(out.request);
    const chain = scene.hopsOf(out);
    // A sign-out that was refused is no sign-out.
    if (chain.some(({ status }) => (status ?? 500) >= 400)) continue;
    const failure = stillServed(chain, scene) ?? signedInAgain(chain, scene) ?? rememberedStill(out, scene);
    if (failure !== null) found.push(failure);
  }
  return found;
}

/** The same value, served afterwards. */
function stillServed(out: readonly Exchange[], scene: Scene): SignOutFailure | null {
  const [first] = out;
  const last = out.at(-1);
  const host = first === undefined ? undefined : urlParts(first.url)?.host;
  if (first === undefined || last === undefined || host === undefined) return null;
  const kept = withheldFromFrame(first);
  const before = [...first.cookies, ...kept.map(asSent)].filter((sent) => isEnded(sent, out, scene));
  const session = scene.siteOf(first);
  for (const exchange of afterwards(last, scene)) {
    const carried = exchange.cookies.find(({ name, value }) => before.some((each) => each.name === name && each.value === value));
    if (carried === undefined || urlParts(exchange.url)?.host !== host) continue;
    const isSure = isServedToUsers(exchange, scene);
    if (isRefused(exchange, scene)) return null;
    const isMissed = out.some(({ lines }) =>
      lines.some((line) => line.deletes && bareName(line.parsed.name) === bareName(carried.name)),
    );
    if (!isSure && !(isMissed && isPlain(exchange))) continue;
    const about = { host, site: siteDomain(host), session, out, carried, isSure };
    const own = kept.find(({ cookie }) => cookie.name === carried.name && cookie.value === carried.value) ?? null;
    return { ...about, exchange, consequence: { kind: 'still-signed-in' }, withheldFromFrame: own };
  }
  return null;
}

/** Cookies of the application that did not go into the frame in which it was told. */
const withheldFromFrame = (exchange: Exchange): readonly WithheldCookie[] =>
  isFrontChannelSignOut(exchange) ? [...exchange.withheld, ...exchange.otherPartitions] : [];

const asSent = (withheld: WithheldCookie): SentCookie => ({
  ...withheld,
  name: withheld.cookie.name,
  value: withheld.cookie.value,
});

/** Whether a cookie of the sign-out should be of no use after it: a session, or one that its answer tried to delete. */
function isEnded({ name, value, cookie }: SentCookie, out: readonly Exchange[], { roleOf }: Scene): boolean {
  const lines = out.flatMap((exchange) => exchange.lines).filter((line) => line.parsed.name === name);
  // Another value is another session, in which nobody is signed in.
  if (lines.some((line) => !line.deletes && line.parsed.value !== value && outcomeOf(line) !== 'rejected')) return false;
  const role = cookie === null ? 'unknown' : roleOf(cookieKey(cookie)).role;
  return role === 'session-id' || role === 'auth-token' || lines.some((line) => line.deletes && outcomeOf(line) !== 'deleted');
}

/** The requests after a sign-out, up to the next sign-in. */
function* afterwards(last: Exchange, { exchanges, attemptOf, hopsOf }: Scene): Generator<Exchange> {
  const from = last.received?.seq ?? last.sent.seq;
  const first = firstFrom(exchanges, from + 1, ({ sent }) => sent.seq);
  for (const exchange of exchanges.slice(first, first + MOST)) {
    if (attemptOf(exchange) !== null && exchange.sent.method === 'POST') return;
    if (exchange.request !== hopsOf(last)[0]?.request && exchange.sent.purpose === 'normal') yield exchange;
  }
}

/** A page that others are refused. */
function isServedToUsers(exchange: Exchange, scene: Scene): boolean {
  const visit = scene.visitOf(exchange);
  const answers = scene.siteOf(exchange)?.answers;
  return visit !== null && answers !== undefined && answers.of(visit) === 'served' && answers.isGuarded(visit.address.page);
}

function isRefused(exchange: Exchange, scene: Scene): boolean {
  const visit = scene.visitOf(exchange);
  const answer = visit === null ? null : (scene.siteOf(exchange)?.answers.of(visit) ?? null);
  return answer === 'to-login' || answer === 'denied';
}

/** A page or call that was answered. */
const isPlain = ({ sent, status }: Exchange): boolean =>
  (sent.type === 'document' || sent.type === 'fetch') && status !== null && status >= 200 && status < 300;

/** Somebody signed in without credentials right after: remembered, or by a session that goes on at the other site. */
function signedInAgain(out: readonly Exchange[], scene: Scene): SignOutFailure | null {
  const [first] = out;
  const last = out.at(-1);
  const host = first === undefined ? undefined : urlParts(first.url)?.host;
  if (first === undefined || last === undefined || host === undefined) return null;
  const about = { host, site: siteDomain(host), session: scene.siteOf(first), out, isSure: true, withheldFromFrame: null };
  const again = about.session?.signIns.find(({ how, first: visit }) => how === 'remembered' && visit.seq > last.sent.seq);
  const token = again?.carriers.find(({ before }) => before !== null)?.life ?? null;
  const brought = again?.first.exchange.cookies.find(({ name }) => name === token?.name);
  if (again !== undefined && brought !== undefined)
    return {
      ...about,
      exchange: again.first.exchange,
      consequence: { kind: 'signed-in-again', by: brought.name },
      carried: brought,
    };
  for (const { leave, answer, hops, outcome } of scene.sessions.transactions) {
    if (leave === null || answer === null || (outcome.kind !== 'signed-in' && outcome.kind !== 'renewed')) continue;
    if (leave.exchange.sent.seq < last.sent.seq || leave.application?.split(':')[0] !== host) continue;
    const isAsked = hops.some(({ part }) => part === 'credentials');
    const carried =
      leave.exchange.cookies.find(({ cookie }) => cookie !== null && isCredential(scene.roleOf(cookieKey(cookie)).role)) ??
      leave.exchange.cookies[0];
    if (isAsked || carried === undefined || leaveIn(leave.exchange) === null) continue;
    return { ...about, exchange: leave.exchange, consequence: { kind: 'signed-in-again', by: carried.name }, carried };
  }
  return null;
}

/**
 * A cookie that remembers somebody was not deleted, and began another session, as in the chain of the sign-out itself: its deletion
 * missed, or there was none and the page to sign in sends on.
 */
function rememberedStill(out: Exchange, scene: Scene): SignOutFailure | null {
  const host = urlParts(out.url)?.host;
  const before = out.cookies.filter(({ cookie }) => cookie !== null && scene.roleOf(cookieKey(cookie)).role === 'remember-me');
  if (host === undefined || before.length === 0) return null;
  const lines = scene.hopsOf(out).flatMap((hop) => hop.lines);
  for (const exchange of [...scene.hopsOf(out).filter(({ hop }) => hop > out.hop), ...afterwards(out, scene)]) {
    if (exchange.lines.every(({ deletes, parsed }) => deletes || scene.roleByName(parsed.name).role !== 'session-id')) continue;
    const carried = exchange.cookies.find(({ name, value }) => before.some((each) => each.name === name && each.value === value));
    if (carried === undefined) return null;
    const own = lines.filter(({ parsed }) => parsed.name === carried.name);
    const isMissed = own.some((line) => line.deletes && ['deleted-nothing', 'rejected'].includes(outcomeOf(line) ?? ''));
    if (!(isMissed && exchange.status === 200) && !(own.length === 0 && sendsOn(exchange))) return null;
    return {
      exchange,
      consequence: { kind: 'signed-in-again', by: carried.name },
      host,
      site: siteDomain(host),
      session: scene.siteOf(out),
      out: [out],
      carried,
      withheldFromFrame: null,
      isSure: false,
    };
  }
  return null;
}

/** Whether the page to sign in takes the visitor for signed in. */
function sendsOn(exchange: Exchange): boolean {
  const [from, to] = [addressOf(exchange.url), targetOf(exchange)];
  return from !== null && to !== null && saysSignIn(from) && !saysSignIn(to) && !saysError(to);
}
