import { text } from '../../engine/base/bytes';
import type { Exchange } from '../../replay/rows/exchange';
import { type Chunked, shouldYield } from '../shared/chunked';
import { firstFrom } from '../shared/ordered';
import { type Address, addressOf, resolve, saysSignIn, siteOfUrl } from './address';
import { isFrontChannelSignOut } from './front-channel';
import { asksSignOut } from './sign-out-request';

/** An exchange that an application answers itself, not a file: what the sign-in story reads. */
export interface Visit {
  readonly exchange: Exchange;
  readonly address: Address;
  /** Number of the fact of its sending; orders visits. */
  readonly seq: number;
  /** Number of the fact that answered it; null = none did. */
  readonly answeredAt: number | null;
  /** A page that the user went to, rather than a script. */
  readonly isDocument: boolean;
  /** It asks to sign out, by its address, its method or a button's name. */
  readonly asksSignOut: boolean;
  /** The page of the document that made the request: by Referer, or the page that its tab showed; null = not known. */
  readonly referer: string | null;
  /** The page a redirect leads to; null = no redirect. */
  readonly leadsTo: string | null;
  /** The shape of that address, with the names of its parameters. */
  readonly leadsToShape: string | null;
}

const FILES: ReadonlySet<string> = new Set([
  'stylesheet',
  'script',
  'image',
  'font',
  'media',
  'object',
  'csp-report',
  'websocket',
]);

/**
 * The visits to one site, in the order of sending. Prefetches and embeddings in other sites are left out, for nobody acted; but not a
 * frame in which another site tells of a sign-out.
 */
export function* visitsOf(site: string, exchanges: readonly Exchange[]): Chunked<readonly Visit[]> {
  const visits: Visit[] = [];
  const shown = new Map<number, string>();
  for (const [at, exchange] of exchanges.entries()) {
    if (shouldYield(at)) yield;
    const { sent } = exchange;
    if (FILES.has(sent.type) || sent.purpose !== 'normal' || sent.method === 'OPTIONS') continue;
    if (exchange.thirdParty === true && !isFrontChannelSignOut(exchange)) continue;
    const address = addressOf(exchange.url);
    if (address === null) continue;
    const target = targetOf(exchange);
    const isDocument = sent.type === 'document' || sent.type === 'subdocument';
    visits.push({
      exchange,
      address,
      seq: sent.seq,
      answeredAt: exchange.received?.seq ?? null,
      isDocument,
      asksSignOut: asksSignOut(exchange, address, isDocument),
      referer: fromPage(exchange, site, shown.get(sent.tabId) ?? null),
      leadsTo: target?.page ?? null,
      leadsToShape: target?.shape ?? null,
    });
    if (sent.type === 'document' && target === null) shown.set(sent.tabId, exchange.url);
  }
  return visits.sort((a, b) => a.seq - b.seq);
}

/** The page of this site that a request was made from. A form under `Referrer-Policy: no-referrer` is on the page that the tab shows. */
function fromPage({ sent }: Exchange, site: string, shown: string | null): string | null {
  const referrer =
    sent.headers.find(({ name }) => name === 'referer')?.value ?? sent.documentUrl ?? (sent.initiator === null ? null : shown);
  return referrer === null || siteOfUrl(referrer) !== site ? null : (addressOf(referrer)?.page ?? null);
}

/** A visit and the hops it was redirected through, in order. */
export function wholeChain(visit: Visit, visits: readonly Visit[]): readonly Visit[] {
  return visits.filter(({ exchange, seq }) => exchange.request === visit.exchange.request && seq >= visit.seq);
}

/** The visits sent after one fact and before another, of a list in order. */
export function visitsBetween(visits: readonly Visit[], after: number, before: number): readonly Visit[] {
  return visits.slice(firstFrom(visits, after + 1, seqOf), firstFrom(visits, before, seqOf));
}

const seqOf = ({ seq }: Visit): number => seq;

/** Where a redirect leads, as an absolute or relative URL; null = the response is none. */
export function locationOf(exchange: Exchange): string | null {
  if (exchange.redirectsTo !== null) return exchange.redirectsTo;
  const status = exchange.status ?? 0;
  if (status < 300 || status > 399 || status === 304) return null;
  const location = exchange.received?.headers.find(({ name }) => name === 'location')?.value;
  return location === undefined ? null : text(location);
}

/** Where a redirect leads, taken apart; null = the response is none, or leads to no host. */
export function targetOf(exchange: Exchange): Address | null {
  const location = locationOf(exchange);
  return location === null ? null : addressOf(resolve(location, exchange.url));
}

/**
 * What an answer says of who asked. `to-login`: sent on to sign in. `login-page`: the page to sign in.
 * `denied`: 401, 403 and their like. `served`: the page or call itself. `moved`: sent elsewhere.
 */
export type VisitAnswer = 'to-login' | 'login-page' | 'denied' | 'served' | 'moved' | 'failed' | 'none';

/** 419 is Laravel's for a token that does not hold, 440 IIS's for a session that ended. */
const DENIED: ReadonlySet<number> = new Set([401, 403, 407, 419, 440]);

/** Reads answers in the light of which pages of the site are there to sign in. */
export class VisitAnswers {
  readonly #loginPages: ReadonlySet<string>;
  /** Pages that at some time were not served to someone not signed in. */
  readonly #guarded = new Set<string>();
  /** Requests that were redirected to another site which was to ask nobody, each with the number of the hop that was. */
  readonly #silent: ReadonlyMap<string, number>;

  private constructor(loginPages: ReadonlySet<string>, silent: ReadonlyMap<string, number>) {
    this.#loginPages = loginPages;
    this.#silent = silent;
  }

  /** What the answers to these visits are, in pieces. */
  static *to(visits: readonly Visit[]): Chunked<VisitAnswers> {
    const silent = new Map<string, number>();
    const answers = new VisitAnswers(yield* loginPagesOf(visits), silent);
    for (const { exchange, seq } of visits)
      if (isSilentSignIn(exchange) && !silent.has(exchange.request)) silent.set(exchange.request, seq);
    for (const [at, visit] of visits.entries()) {
      if (shouldYield(at)) yield;
      const answer = answers.of(visit);
      if ((answer === 'to-login' || answer === 'denied') && visit.exchange.sent.method === 'GET')
        answers.#guarded.add(visit.address.page);
    }
    return answers;
  }

  of(visit: Visit): VisitAnswer {
    const { status } = visit.exchange;
    if (status === null) return 'none';
    if (DENIED.has(status)) return 'denied';
    if (visit.leadsTo !== null) {
      const isToLogin =
        this.isLoginPage(visit.leadsTo) && visit.leadsTo !== visit.address.page && visit.exchange.sent.method !== 'POST';
      return isToLogin && !this.#silent.has(visit.exchange.request) && !leadsBack(visit.exchange) ? 'to-login' : 'moved';
    }
    if (status >= 400) return 'failed';
    return this.isLoginPage(visit.address.page) ? 'login-page' : 'served';
  }

  /** A page that is there to sign in and for nothing else, by its address or because others are sent to it. */
  isLoginPage(page: string): boolean {
    return this.#loginPages.has(page);
  }

  /** Whether an answer of another site comes into a frame, or to a question that asked nobody: the user had no part in it. */
  isSilentReturn({ exchange: { sent, request }, seq }: Visit): boolean {
    return sent.type === 'subdocument' || (this.#silent.get(request) ?? seq) < seq;
  }

  /** Whether this page was seen refused to someone who was not signed in. */
  isGuarded(page: string): boolean {
    return this.#guarded.has(page);
  }
}

/**
 * Whether an answer brings another site the code or token that it asked for: whoever asked for it is signed in here.
 * @see RFC 6749 §4.1.2, OpenID Connect Core §3.2.2.5
 */
export const answersApplication = (exchange: Exchange): boolean =>
  leadsBack(exchange) && /[?&#](?:code|id_token|access_token)=/.test(locationOf(exchange) ?? '');

/** Whether an answer leads back to an application that asked, whatever it brings: its address may be `/login/callback`. */
function leadsBack(exchange: Exchange): boolean {
  const location = locationOf(exchange);
  if (location === null || !/[?&#]state=/.test(location) || !/[?&#](?:code|id_token|access_token|error)=/.test(location))
    return false;
  return targetOf(exchange)?.authority !== addressOf(exchange.url)?.authority;
}

const SILENT = /[?&]prompt=none(?:&|$)/;

/** Whether an answer leads to another site that is to let in without asking. @see OpenID Connect Core §3.1.2.1 */
const isSilentSignIn = (exchange: Exchange): boolean => SILENT.test(locationOf(exchange) ?? '');

/**
 * Whether an address asks another site to sign the user in; a silent renewal asks nobody.
 * @see RFC 6749 §4.1.1, SAML bindings §3.4, WS-Federation §13.2
 */
function asksElsewhere(parameters: readonly string[], target: string): boolean {
  const has = (name: string): boolean => parameters.includes(name);
  if (SILENT.test(target)) return false;
  const isOAuth = has('client_id') && (has('response_type') || has('request_uri') || has('request'));
  return isOAuth || has('SAMLRequest') || (has('wtrealm') && /[?&]wa=wsignin1\.0(?:&|$)/.test(target));
}

function* loginPagesOf(visits: readonly Visit[]): Chunked<ReadonlySet<string>> {
  const pages = new Set<string>();
  for (const [at, { address, leadsTo, exchange }] of visits.entries()) {
    if (shouldYield(at)) yield;
    if (saysSignIn(address)) pages.add(address.page);
    const target = locationOf(exchange);
    if (leadsTo === null || target === null) continue;
    const there = addressOf(/^[a-z]+:/i.test(target) ? target : `http://h${target.startsWith('/') ? '' : '/'}${target}`);
    if (there !== null && (saysSignIn(there) || asksElsewhere(there.parameters, target))) pages.add(leadsTo);
  }
  return pages;
}
