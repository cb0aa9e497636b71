import type { Bytes } from '../../facts/units';
import type { SetCookie } from '../../header/parsed-line';
import type { Identity } from '../../jar/identity';
import { defaultPath } from '../../jar/match';
import type { Exchange, Row, SetLine } from '../../replay/exchange';
import { type CookieKey, cookieKey } from '../../session/cookie-key';
import { isTime, type Pieces } from '../../session/pieces';
import { isSameSite } from '../../site/same-site';
import { siteOf } from '../../site/schemeful';
import { type UrlParts, urlParts } from '../../site/url-parts';
import { better, channelOf } from './channel';
import { CookieRecord } from './cookie-record';
import { hstsIn } from './hsts';
import type { Channel, Hsts, Place } from './subject';

/** What a recording shows, cookie by cookie and host by host. */
export interface Gathered {
  readonly cookies: ReadonlyMap<CookieKey, CookieRecord>;
  readonly hosts: ReadonlyMap<string, SeenHost>;
  readonly hsts: ReadonlyMap<string, Hsts>;
}

export interface SeenHost {
  channel: Channel;
  documents: number;
  /** First path segments of its pages. */
  readonly pages: Set<string>;
  longest: { readonly octets: number; readonly cookies: number; readonly place: Place } | null;
}

/** Goes through the rows once. Rows of no known address are left out. */
export function* gather(rows: readonly Row[]): Pieces<Gathered> {
  const gatherer = new Gatherer();
  for (const [at, row] of rows.entries()) {
    if (isTime(at)) yield;
    if (row.kind === 'exchange') gatherer.exchange(row);
    else if (row.kind === 'script-write') gatherer.record(row.change.cookie).written(row);
  }
  return gatherer;
}

class Gatherer implements Gathered {
  readonly cookies = new Map<CookieKey, CookieRecord>();
  readonly hosts = new Map<string, SeenHost>();
  readonly hsts = new Map<string, Hsts>();

  record(identity: Identity): CookieRecord {
    const key = cookieKey(identity);
    const known = this.cookies.get(key);
    if (known !== undefined) return known;
    const made = new CookieRecord(identity);
    this.cookies.set(key, made);
    return made;
  }

  exchange(exchange: Exchange): void {
    const parts = urlParts(exchange.url);
    if (parts === null) return;
    this.#host(exchange, parts);
    this.#sent(exchange, parts);
    for (const { cookie } of exchange.withheld) {
      const record = this.record(cookie);
      record.stands(cookie, exchange, parts);
      record.withheld.add(exchange.id);
    }
    for (const line of exchange.lines) this.record(identityOf(line, parts)).line(exchange, line, parts);
  }

  #sent(exchange: Exchange, parts: UrlParts): void {
    if (exchange.cookies.length === 0) return;
    const crossSite = needsNone(exchange, parts);
    const names = new Set<Bytes>();
    for (const { name, cookie } of exchange.cookies) {
      if (cookie === null) continue;
      const record = this.record(cookie);
      record.stands(cookie, exchange, parts);
      record.carried(exchange, parts, crossSite);
      if (names.has(name)) record.shadowed.add(exchange.id);
      names.add(name);
    }
  }

  #host(exchange: Exchange, parts: UrlParts): void {
    const { sent, received, cookies } = exchange;
    const channel = channelOf(parts);
    const host = this.hosts.get(parts.host) ?? { channel, documents: 0, pages: new Set<string>(), longest: null };
    this.hosts.set(parts.host, host);
    host.channel = better(host.channel, channel);
    if (sent.type === 'document' && received !== null && received.status < 400) {
      host.documents += 1;
      host.pages.add(/^\/[^/]*\/?/.exec(parts.path)?.[0] ?? '/');
    }
    const octets = sent.cookie?.length ?? 0;
    if (octets > (host.longest?.octets ?? 0)) {
      host.longest = { octets, cookies: cookies.length, place: { row: exchange.id, line: null } };
    }
    const hsts = hstsIn(exchange);
    if (hsts !== null && !(hsts.kind === 'absent' && this.hsts.get(parts.host)?.kind === 'given'))
      this.hsts.set(parts.host, hsts);
  }
}

/** The cookie that a line is about: what became of it, or what it would have made. */
export function identityOf({ result, seen, previous, parsed }: SetLine, parts: UrlParts): Identity {
  return result ?? seen ?? previous ?? wouldBe(parsed, parts);
}

function wouldBe({ name, domain, path }: SetCookie, parts: UrlParts): Identity {
  const asked = domain === null ? '' : domain.replace(/^\./, '').toLowerCase();
  return {
    name,
    domain: asked === '' ? parts.host : asked,
    hostOnly: asked === '',
    path: path?.startsWith('/') ? path : defaultPath(parts.path),
    partition: null,
  };
}

/** Whether another site made the browser send this, in a way that Lax cookies do not go along with. */
function needsNone(exchange: Exchange, parts: UrlParts): boolean {
  const { sent } = exchange;
  const follows = sent.type === 'document' && /^(?:GET|HEAD|OPTIONS|TRACE)$/.test(sent.method);
  if (follows) return false;
  const told = sent.headers.find(({ name }) => name === 'sec-fetch-site')?.value;
  if (told !== undefined) return told === 'cross-site';
  if (exchange.thirdParty === true) return true;
  const from = sent.initiator === null ? null : siteOf(sent.initiator);
  return sent.type === 'document' && from !== null && !isSameSite(from, siteOf(`${parts.scheme}://${parts.host}`), false);
}
