import { addTo } from '../../engine/base/lists';
import type { Bytes } from '../../engine/base/units';
import { originOf } from '../../replay/requests/origin';
import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { locationOf } from '../../session/requests/visit';
import { firstFrom } from '../../session/shared/ordered';
import type { CookieEvent } from '../scene/cookie-events';
import type { Scene } from '../scene/scene';
import { NOT_SET, newSuspect, type Suspect } from '../scene/suspect';
import { type CsrfToken, isTokenOf, tokenOf } from '../scene/token-of';
import type { FailureCase } from './define';
import { isFromCache } from './from-cache';
import type { Join } from './incident';
import { observedJoin, predictedJoin } from './joins';
import { remedyFor } from './remedy';

/** A session that a token does not fit, and what is said of it. */
export interface SessionOfToken {
  readonly suspect: Suspect;
  readonly why: Sentence;
  readonly brief: Sentence;
  readonly more: Join;
  readonly remedy: () => ReturnType<typeof remedyFor> | null;
}

type Line = Extract<CookieEvent, { readonly kind: 'line' }>;

/** The session went along, and another was there when the page was loaded that the token comes from; null = it was the same. */
export function replacedSince({ failure, scene }: FailureCase): SessionOfToken | null {
  const { exchange, site } = failure;
  const page = pageOf(exchange, scene);
  const token = tokenOf(exchange);
  if (page === null || token === null) return null;
  // What equals a cookie that went along fits it, whatever became of the session.
  if (exchange.cookies.some(({ value }) => isTokenOf(token, value, scene) === true)) return null;
  for (const { name, value, cookie } of exchange.cookies) {
    if (cookie === null || scene.roleByName(name).role !== 'session-id') continue;
    const given = [...scene.events.before(site, name, exchange.sent.seq)].filter((event): event is Line => event.kind === 'line');
    const [last] = given;
    if (last === undefined || last.line.parsed.value !== value || last.exchange === page || last.seq < page.sent.seq) continue;
    if (mayBeFetched(token, exchange, { since: last.seq, scene })) continue;
    const isOfSignIn = scene.attemptOf(last.exchange) !== null || scene.signOuts.includes(last.exchange);
    const twin = given.find(
      (each) => each !== last && each.exchange !== last.exchange && isBare(each) && each.seq > page.sent.seq,
    );
    const isTwice = isBare(last) && twin !== undefined;
    if (!isOfSignIn && !isTwice) continue;
    const suspect = newSuspect({
      cause: 'stale',
      name,
      key: cookieKey(cookie),
      role: scene.roleOf(cookieKey(cookie)),
      cookie,
      source: { exchange: last.exchange, line: last.line },
    });
    const [by, other] = [requestText(last.exchange), isTwice ? requestText(twin.exchange) : ''];
    return {
      suspect,
      why: isTwice
        ? s`${other} and ${by} were both asked without ${name}, and each answer began a session. The later one stayed; a token of the other fits no more.`
        : s`${requestText(page)} was loaded before ${by} gave ${name} another value. The token of that page belongs to the session before.`,
      brief: isTwice ? s`one of two that were given at once` : s`newer than the page with the token`,
      more: predictedJoin(
        s`${name} got its value from ${by}, after ${requestText(page)} was loaded. That the token fits no more follows from the answer.`,
      ),
      remedy: () =>
        remedyFor(
          byAction(
            'csrf-token',
            isTwice
              ? s`Let one request begin the session before others are sent, or give the session with the page itself; and take the token from an answer that came after it.`
              : s`Load the page, or its token, again after ${by}; let other tabs fetch the token when they send.`,
          ),
          suspect,
          scene,
        ),
    };
  }
  return null;
}

/** Whether a script may have got a token of the new session: it asked for something meanwhile, and did not send this one before. */
function mayBeFetched(
  { digest }: CsrfToken,
  { sent }: Exchange,
  { since, scene: { exchanges } }: { readonly since: number; readonly scene: Scene },
): boolean {
  if (sent.type !== 'fetch') return false;
  const next = exchanges.slice(firstFrom(exchanges, since, (each) => each.sent.seq)).find((each) => each.sent.type === 'fetch');
  const isAsked = next !== undefined && next.sent.seq < sent.seq;
  return isAsked && (digest === null || (firstSendings(exchanges).get(digest) ?? since) >= since);
}

/** The number of the first request that carried each token, by its digest: asked for every refusal of a recording. */
const sendings = new WeakMap<readonly Exchange[], ReadonlyMap<string, number>>();

function firstSendings(exchanges: readonly Exchange[]): ReadonlyMap<string, number> {
  const known = sendings.get(exchanges);
  if (known !== undefined) return known;
  const first = new Map<string, number>();
  for (const exchange of exchanges) {
    const digest = tokenOf(exchange)?.digest ?? null;
    if (digest !== null && !first.has(digest)) first.set(digest, exchange.sent.seq);
  }
  sendings.set(exchanges, first);
  return first;
}

/** Whether the request brought no cookie of this name. */
const isBare = ({ exchange, identity }: Line): boolean => exchange.cookies.every(({ name }) => name !== identity.name);

/** No cookie went along that a token could belong to, and the answer begins a session; null = one did, or may have. */
export function neverCame({ failure, scene }: FailureCase): SessionOfToken | null {
  const { exchange } = failure;
  const { sent, url } = exchange;
  if (tokenOf(exchange) === null || exchange.cookies.length > 0 || exchange.withheld.length > 0) return null;
  // A script of another origin may have left them out.
  if (sent.type === 'fetch' && sent.initiator !== null && sent.initiator !== originOf(url)) return null;
  const begun = scene
    .hopsOf(exchange)
    .flatMap(({ lines }) => lines)
    .find(({ parsed, deletes }) => !deletes && isOfForm(parsed.name, scene));
  if (begun === undefined) return cachedPage(exchange, scene);
  const { name } = begun.parsed;
  return {
    suspect: NOT_SET,
    why: s`${requestText(exchange)} carried a token and no cookie at all, and its answer began ${name} anew: the page with the form came from a cache, or ${name} has gone since, as when a browser is closed.`,
    brief: s`not there: a new one was given`,
    more: observedJoin(s`The answer to ${requestText(exchange)} set ${name}.`),
    remedy: () =>
      remedyFor(
        byAction(
          'no-store',
          s`Keep pages with a form out of caches (${'Cache-Control: no-store'}), in the browser and before the server; or give ${name} a ${'Max-Age'}, so that it outlives a closed browser as the page does.`,
        ),
        NOT_SET,
        scene,
      ),
  };
}

/** The page with the form came from a cache on the way, which keeps the cookie of its token back; null = it did not. */
function cachedPage(exchange: Exchange, scene: Scene): SessionOfToken | null {
  const page = pageOf(exchange, scene);
  if (page === null || originOf(page.url) !== originOf(exchange.url)) return null;
  if (!isFromCache(page) || page.lines.length > 0 || page.cookies.length > 0) return null;
  return {
    suspect: NOT_SET,
    why: s`The answer to ${requestText(page)} came from a cache on the way, with a token made for somebody else and without ${'Set-Cookie'}: ${requestText(exchange)} carried that token and no cookie at all.`,
    brief: s`not there: the page came from a cache`,
    more: observedJoin(s`The answer to ${requestText(page)} says that it came from a cache, and set no cookie.`),
    remedy: () =>
      remedyFor(
        byAction('no-store', s`Keep pages with a form out of caches before the server (${'Cache-Control: no-store'}).`),
        NOT_SET,
        scene,
      ),
  };
}

const isOfForm = (name: Bytes, { roleByName }: Scene): boolean => ['session-id', 'csrf-token'].includes(roleByName(name).role);

/** The page that a request was sent from: the one that it names, else the last of the tab. */
export function pageOf({ sent }: Exchange, { exchanges }: Scene): Exchange | null {
  const from = sent.headers.find(({ name }) => name === 'referer')?.value;
  if (from === undefined && sent.type !== 'fetch') return null;
  const pages = pagesIn(exchanges, from);
  return pages[firstFrom(pages, sent.seq, (each) => each.sent.seq) - 1] ?? null;
}

/** The pages of a recording, in order, by their address; those of all addresses under undefined. */
const pagesOf = new WeakMap<readonly Exchange[], ReadonlyMap<string | undefined, readonly Exchange[]>>();

function pagesIn(exchanges: readonly Exchange[], url: string | undefined): readonly Exchange[] {
  const known = pagesOf.get(exchanges);
  if (known !== undefined) return known.get(url) ?? [];
  const all = exchanges.filter((each) => each.sent.type === 'document' && locationOf(each) === null);
  const made = new Map<string | undefined, Exchange[]>([[undefined, all]]);
  for (const page of all) addTo(made, page.url, page);
  pagesOf.set(exchanges, made);
  return made.get(url) ?? [];
}
