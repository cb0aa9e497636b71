import type { Bytes } from '../../engine/base/units';
import type { Identity } from '../../engine/jar/identity';
import { type UrlParts, urlParts } from '../../engine/site/url-parts';
import type { ChangeRow, Exchange, Row } from '../../replay/rows/exchange';
import { type CookieKey, cookieKey } from '../../session/cookies/cookie-key';
import { identityOf } from '../../session/cookies/line-identity';
import { type Chunked, shouldYield } from '../../session/shared/chunked';
import { better, channelOf } from './channel';
import { CookieRecord } from './cookie-record';
import { hstsIn } from './hsts';
import { sendingNeed } from './same-site-need';
import type { Channel, Evicted, Hsts, Place } from './subject';

/** What a recording shows, cookie by cookie and host by host. */
export interface Gathered {
  readonly cookies: ReadonlyMap<CookieKey, CookieRecord>;
  readonly hosts: ReadonlyMap<string, SeenHost>;
  readonly hsts: ReadonlyMap<string, Hsts>;
  readonly evicted: readonly Evicted[];
}

interface SeenHost {
  channel: Channel;
  documents: number;
  /** First path segments of its pages. */
  readonly pages: Set<string>;
  longest: { readonly octets: number; readonly cookies: number; readonly place: Place } | null;
}

/** Goes through the rows once. Rows of no known address are left out. */
export function* gather(rows: readonly Row[]): Chunked<Gathered> {
  const gatherer = new Gatherer();
  for (const [at, row] of rows.entries()) {
    if (shouldYield(at)) yield;
    if (row.kind === 'exchange') gatherer.exchange(row);
    else if (row.kind === 'change') gatherer.changed(row);
  }
  return gatherer;
}

class Gatherer implements Gathered {
  readonly cookies = new Map<CookieKey, CookieRecord>();
  readonly hosts = new Map<string, SeenHost>();
  readonly hsts = new Map<string, Hsts>();
  readonly evicted: Evicted[] = [];

  record(identity: Identity): CookieRecord {
    const key = cookieKey(identity);
    const known = this.cookies.get(key);
    if (known !== undefined) return known;
    const made = new CookieRecord(identity);
    this.cookies.set(key, made);
    return made;
  }

  changed(row: ChangeRow): void {
    const record = this.record(row.change.cookie);
    if (row.outcome === 'evicted')
      this.evicted.push({ key: record.key, name: row.change.cookie.name, place: { row: row.id, line: null } });
    record.written(row);
  }

  exchange(exchange: Exchange): void {
    const parts = urlParts(exchange.url);
    if (parts === null) return;
    this.#host(exchange, parts);
    this.#sent(exchange, parts);
    for (const withheld of exchange.withheld) {
      const record = this.record(withheld.cookie);
      record.stands(withheld.cookie, exchange, parts);
      record.stayed(exchange, withheld);
    }
    for (const line of exchange.lines) this.record(identityOf(line, parts)).line(exchange, line, parts);
  }

  #sent(exchange: Exchange, parts: UrlParts): void {
    if (exchange.cookies.length === 0) return;
    const need = sendingNeed(exchange);
    const names = new Map<Bytes, CookieRecord>();
    for (const { name, cookie } of exchange.cookies) {
      if (cookie === null) continue;
      const record = this.record(cookie);
      record.stands(cookie, exchange, parts);
      record.carried(exchange, parts, need);
      const before = names.get(name);
      if (before === undefined) names.set(name, record);
      else {
        record.shadowed.add(exchange.id);
        record.rivals.add(before.key);
      }
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
    if (hsts !== null) this.hsts.set(parts.host, both(this.hsts.get(parts.host), hsts, sent.type === 'document'));
  }
}

/** A policy once given stays, for that is what browsers keep; a page without it is counted. */
function both(before: Hsts | undefined, now: Hsts, isPage: boolean): Hsts {
  const lapses = before?.kind === 'given' ? before.lapses : before?.kind === 'absent' && isPage ? 1 : 0;
  if (now.kind === 'given') return { ...now, lapses };
  return before?.kind === 'given' ? { ...before, lapses: lapses + (isPage ? 1 : 0) } : now;
}
