import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange } from '../../replay/rows/exchange';
import { leaveIn } from '../../session/federated/leave';
import { type Address, addressOf, resolve, saysError, saysSignIn, siteOfUrl } from '../../session/requests/address';
import { locationOf } from '../../session/requests/visit';
import { type Chunked, shouldYield } from '../../session/shared/chunked';
import { corsOf, preflightOf } from './cors-failures';
import type { Consequence, Failure } from './failure';
import { isFetchedAhead } from './fetched-ahead';
import { newSessionOf } from './new-session';
import { isReturn } from './returning';
import type { Scene } from './scene';

/**
 * Answers by which applications turn down who has no session, no state or no token: the usual refusals, 419 of Laravel, 421
 * (misdirected), 431 and 494 (header fields too large), 440 of IIS, and the 500 of those that do not expect it to be missing.
 */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 419, 421, 422, 431, 440, 494, 500]);
/** How often one address may be asked for in a chain of redirects before it is a loop. */
const TURNS = 3;

/** The requests of a recording that went wrong, in order. */
export function* failuresIn(scene: Scene): Chunked<readonly Failure[]> {
  const found: Failure[] = [];
  const looped = new Set<string>();
  for (const [at, exchange] of scene.exchanges.entries()) {
    if (shouldYield(at)) yield;
    const host = urlParts(exchange.url)?.host;
    if (host === undefined) continue;
    const consequence = isAsked(exchange) ? consequenceOf(exchange, scene) : preflightOf(exchange, scene);
    if (consequence === null) continue;
    if (consequence.kind === 'loop') {
      if (looped.has(exchange.request)) continue;
      looped.add(exchange.request);
    }
    // The page that a refusal leads to is no refusal of its own.
    if (consequence.kind === 'form-again' && found.some((each) => each.exchange.request === exchange.request)) continue;
    found.push({ exchange, consequence, host, site: siteDomain(host), session: scene.siteOf(exchange) });
  }
  return found;
}

/** Whether it is a request of its own that reached a server: no preflight, and nothing that was fetched in case it is needed. */
const isAsked = (exchange: Exchange): boolean =>
  exchange.sent.method !== 'OPTIONS' && !isFetchedAhead(exchange) && exchange.transmission !== 'none' && !exchange.fromCache;

function consequenceOf(exchange: Exchange, scene: Scene): Consequence | null {
  const { status } = exchange;
  if (status === null) return null;
  return (
    loopOf(exchange, scene) ??
    redirectOf(exchange, scene) ??
    (REFUSALS.has(status) && !isSignedOut(exchange, scene) ? { kind: 'status', status } : null) ??
    formAgain(exchange, scene) ??
    corsOf(exchange) ??
    newSessionOf(exchange, scene)
  );
}

/** The hop of a chain at which an address was asked for once more than it takes to be sure. */
function loopOf(exchange: Exchange, scene: Scene): Consequence | null {
  if (exchange.hop < TURNS) return null;
  const page = addressOf(exchange.url)?.page;
  const before = scene.hopsOf(exchange).filter(({ hop, url }) => hop < exchange.hop && addressOf(url)?.page === page);
  // A page may send to itself twice, as to see whether a cookie is kept.
  const isTurn = before.length === TURNS - 1 || (before.length === TURNS && exchange.hop === TURNS);
  return isTurn && locationOf(exchange) !== null ? { kind: 'loop', times: loopLength(exchange, scene) } : null;
}

function loopLength(exchange: Exchange, scene: Scene): number {
  const page = addressOf(exchange.url)?.page;
  return scene.hopsOf(exchange).filter(({ url }) => addressOf(url)?.page === page).length;
}

function redirectOf(exchange: Exchange, scene: Scene): Consequence | null {
  const location = locationOf(exchange);
  if (location === null) return null;
  const url = resolve(location, exchange.url);
  const [from, to] = [addressOf(exchange.url), addressOf(url)];
  if (from === null || to === null) return null;
  if (from.page === to.page) return isNeverKept(exchange, scene) ? { kind: 'form-again' } : null;
  // The same address at the site's other name, as with `www`: what is asked for there is answered there.
  if (from.path === to.path && from.authority !== to.authority && siteOfUrl(exchange.url) === siteOfUrl(url)) return null;
  if (saysError(to) || (isReturn(exchange, scene) && saysFailure(to))) return { kind: 'to-error', to: url };
  // A sign-out leads to the page to sign in, and so does a page that is left for it by a link.
  if (isLeaving(exchange, scene)) return null;
  const isKnown = scene.siteOf(exchange)?.answers.isLoginPage(to.page) === true;
  if (saysSignIn(from) && !isCallback(exchange, scene)) return null;
  if (isKnown || saysSignIn(to) || isSentBack(exchange, to, scene)) return { kind: 'to-sign-in', to: url };
  const next = scene.hopsOf(exchange).find(({ hop }) => hop === exchange.hop + 1);
  return next !== undefined && leaveIn(next) !== null ? { kind: 'to-sign-in', to: url } : null;
}

/** Whether a page that credentials led to leads back to where they came from. */
function isSentBack(exchange: Exchange, { page }: Address, { attemptOf }: Scene): boolean {
  const attempt = attemptOf(exchange);
  return attempt !== null && attempt.visit.exchange !== exchange && attempt.visit.address.page === page;
}

/** Whether credentials came without any cookie, and the answer gives once more one that the browser had refused before. */
const isNeverKept = (exchange: Exchange, { attemptOf, events }: Scene): boolean =>
  exchange.sent.method === 'POST' &&
  attemptOf(exchange) !== null &&
  exchange.cookies.length === 0 &&
  exchange.lines.some(({ parsed }) =>
    [...events.before(siteDomain(urlParts(exchange.url)?.host ?? ''), parsed.name, exchange.sent.seq)].some(
      (event) => event.kind === 'line' && event.outcome === 'rejected',
    ),
  );

/** Whether an address speaks of an error by its path, which pages of a help do too. */
const saysFailure = ({ words }: Address): boolean =>
  /(?:^| )(?:error|errors|fail|failed|failure|denied|forbidden|unauthori[sz]ed|invalid)(?: |$)/.test(words);

const isLeaving = ({ request }: Exchange, { signOuts }: Scene): boolean => signOuts.some((each) => each.request === request);
/** Whether a sign-out deleted what it ends: that its answer says 401 tells that nobody is signed in any more. */
const isSignedOut = (exchange: Exchange, scene: Scene): boolean =>
  isLeaving(exchange, scene) && exchange.lines.some(({ deletes }) => deletes);
const isCallback = (exchange: Exchange, scene: Scene): boolean =>
  scene.returnOf(exchange) !== null || scene.attemptOf(exchange) !== null;

/** Credentials that came with the right answer before, or with a sign that they were lost, and the form again. */
function formAgain(exchange: Exchange, scene: Scene): Consequence | null {
  const attempt = scene.attemptOf(exchange);
  if (attempt === null || attempt.chain.at(-1)?.exchange !== exchange || attempt.visit.exchange === exchange) return null;
  const page = addressOf(exchange.url)?.page ?? '';
  const isForm = scene.siteOf(exchange)?.answers.isLoginPage(page) === true;
  return isForm && attempt.outcome !== 'succeeded' && attempt.outcome !== 'continued' ? { kind: 'form-again' } : null;
}
