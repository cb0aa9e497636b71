import { text } from '../facts/bytes';
import type { Exchange } from '../replay/exchange';
import { type Address, addressOf, pageFrom, saysSignIn, siteOfUrl } from './address';
import { isTime, type Pieces } from './pieces';

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
  /** The page of the document that made the request, by Referer; null = not told. */
  readonly referer: string | null;
  /** The page a redirect leads to; null = no redirect. */
  readonly leadsTo: string | null;
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

/** The visits to one site, in the order of sending. Prefetches and embeddings in other sites are left out: nobody acted. */
export function* visitsOf(exchanges: readonly Exchange[]): Pieces<readonly Visit[]> {
  const visits: Visit[] = [];
  for (const [at, exchange] of exchanges.entries()) {
    if (isTime(at)) yield;
    const { sent } = exchange;
    if (FILES.has(sent.type) || sent.purpose !== 'normal' || exchange.thirdParty === true || sent.method === 'OPTIONS') continue;
    const address = addressOf(exchange.url);
    if (address === null) continue;
    const referer = sent.headers.find(({ name }) => name === 'referer')?.value ?? sent.documentUrl;
    const location = locationOf(exchange);
    visits.push({
      exchange,
      address,
      seq: sent.seq,
      answeredAt: exchange.received?.seq ?? null,
      isDocument: sent.type === 'document' || sent.type === 'subdocument',
      referer: referer === null || siteOfUrl(referer) !== siteOfUrl(exchange.url) ? null : (addressOf(referer)?.page ?? null),
      leadsTo: location === null ? null : pageFrom(location, exchange.url),
    });
  }
  return visits.sort((a, b) => a.seq - b.seq);
}

/** A visit and the hops it was redirected through, in order. */
export function wholeChain(visit: Visit, visits: readonly Visit[]): readonly Visit[] {
  return visits.filter(({ exchange, seq }) => exchange.request === visit.exchange.request && seq >= visit.seq);
}

/** Where a redirect leads, as an absolute or relative URL; null = the response is none. */
export function locationOf(exchange: Exchange): string | null {
  if (exchange.redirectsTo !== null) return exchange.redirectsTo;
  const status = exchange.status ?? 0;
  if (status < 300 || status > 399 || status === 304) return null;
  const location = exchange.received?.headers.find(({ name }) => name === 'location')?.value;
  return location === undefined ? null : text(location);
}

/**
 * What an answer says of who asked. `to-login`: sent on to sign in. `login-page`: the page to sign in.
 * `denied`: 401, 403 and their like. `served`: the page or call itself. `moved`: sent elsewhere.
 */
export type Answer = 'to-login' | 'login-page' | 'denied' | 'served' | 'moved' | 'failed' | 'none';

/** 419 is Laravel's for a token that does not hold, 440 IIS's for a session that ended. */
const DENIED: ReadonlySet<number> = new Set([401, 403, 407, 419, 440]);

/** Reads answers in the light of which pages of the site are there to sign in. */
export class Answers {
  readonly #loginPages: ReadonlySet<string>;
  /** Pages that at some time were not served to someone not signed in. */
  readonly #guarded = new Set<string>();

  private constructor(loginPages: ReadonlySet<string>) {
    this.#loginPages = loginPages;
  }

  /** What the answers to these visits are, in pieces. */
  static *to(visits: readonly Visit[]): Pieces<Answers> {
    const answers = new Answers(yield* loginPagesOf(visits));
    for (const [at, visit] of visits.entries()) {
      if (isTime(at)) yield;
      const answer = answers.of(visit);
      if ((answer === 'to-login' || answer === 'denied') && visit.exchange.sent.method === 'GET')
        answers.#guarded.add(visit.address.page);
    }
    return answers;
  }

  of(visit: Visit): Answer {
    const { status } = visit.exchange;
    if (status === null) return 'none';
    if (DENIED.has(status)) return 'denied';
    if (visit.leadsTo !== null) {
      return this.isLoginPage(visit.leadsTo) && visit.leadsTo !== visit.address.page && visit.exchange.sent.method !== 'POST'
        ? 'to-login'
        : 'moved';
    }
    if (status >= 400) return 'failed';
    return this.isLoginPage(visit.address.page) ? 'login-page' : 'served';
  }

  /** A page that is there to sign in and for nothing else, by its address or because others are sent to it. */
  isLoginPage(page: string): boolean {
    return this.#loginPages.has(page);
  }

  /** Whether this page was seen refused to someone who was not signed in. */
  isGuarded(page: string): boolean {
    return this.#guarded.has(page);
  }
}

function* loginPagesOf(visits: readonly Visit[]): Pieces<ReadonlySet<string>> {
  const pages = new Set<string>();
  for (const [at, { address, leadsTo, exchange }] of visits.entries()) {
    if (isTime(at)) yield;
    if (saysSignIn(address)) pages.add(address.page);
    const target = locationOf(exchange);
    if (leadsTo === null || target === null) continue;
    const there = addressOf(/^[a-z]+:/i.test(target) ? target : `http://h${target.startsWith('/') ? '' : '/'}${target}`);
    if (there !== null && saysSignIn(there)) pages.add(leadsTo);
  }
  return pages;
}
