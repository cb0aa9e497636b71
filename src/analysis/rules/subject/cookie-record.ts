import type { Bytes } from '../../engine/base/units';
import type { Identity } from '../../engine/jar/identity';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { UrlParts } from '../../engine/site/url-parts';
import { fromJar } from '../../replay/jar-history/from-jar';
import type { ChangeRow, Exchange, SetLine, SetOutcome, WithheldCookie } from '../../replay/rows/exchange';
import { type CookieKey, cookieKey } from '../../session/cookies/cookie-key';
import { better, channelOf } from './channel';
import { type Missed, missedBy } from './missed';
import { type SameSiteNeed, settingNeed } from './same-site-need';
import type { Channel, Place } from './subject';
import { Counter } from './tallies';

const SHAPES_KEPT = 20;
const VALUES_KEPT = 20;
const MISSED_KEPT = 5;

/** Lines for one cookie that are alike but for value and date: the latest of them. */
export interface LineVariant {
  readonly exchange: Exchange;
  readonly set: SetLine;
  readonly parts: UrlParts;
  readonly deletes: boolean;
  readonly seq: number;
  readonly counter: Counter;
}

/** Uses of a cookie by one host. */
export interface HostRecord {
  sent: number;
  dynamic: number;
  readonly places: Place[];
}

/** What a recording shows of one cookie, while it is gathered. */
export class CookieRecord {
  readonly key: CookieKey;
  readonly identity: Identity;
  last: StoredCookie | null = null;
  /** Numbers of the facts with which it first came into and last left the jar; null = not seen, still there. */
  since: number | null = null;
  goneAt: number | null = null;
  channel: Channel | null = null;
  embedded = false;
  /** The host that first set or got it. */
  host: string | null = null;
  answered = 0;
  readonly shapes = new Map<string, LineVariant>();
  readonly writes: ChangeRow[] = [];
  readonly hosts = new Map<string, HostRecord>();
  readonly values: Bytes[] = [];
  readonly sent = new Counter();
  readonly withheld = new Counter();
  readonly crossSite = new Counter();
  firstCrossSite: Exchange | null = null;
  readonly missed: Missed[] = [];
  readonly sentInClear = new Counter();
  readonly shadowed = new Counter();
  /** Cookies of its name that went before it in a Cookie header. */
  readonly rivals = new Set<CookieKey>();
  readonly repeated = new Counter();
  #stateAt = -1;

  constructor(identity: Identity) {
    this.identity = identity;
    this.key = cookieKey(identity);
  }

  /** It stood in the jar when a request went out. */
  stands(cookie: StoredCookie, exchange: Exchange, parts: UrlParts): void {
    this.#inJar(cookie, exchange.sent.seq);
    this.#meets(exchange, parts);
  }

  carried(exchange: Exchange, parts: UrlParts, need: SameSiteNeed | null): void {
    const channel = channelOf(parts);
    this.sent.add(exchange.id);
    this.#needs(need, exchange);
    if (channel === 'http') this.sentInClear.add(exchange.id);
    if (exchange.received !== null) this.answered += 1;
    const use = this.hosts.get(parts.host) ?? { sent: 0, dynamic: 0, places: [] };
    this.hosts.set(parts.host, use);
    use.sent += 1;
    if (isDynamic(exchange)) use.dynamic += 1;
    if (use.places.length < 3) use.places.push({ row: exchange.id, line: null });
  }

  stayed(exchange: Exchange, withheld: WithheldCookie): void {
    this.withheld.add(exchange.id);
    const missed = this.missed.length < MISSED_KEPT ? missedBy(exchange, withheld) : null;
    if (missed !== null) this.missed.push(missed);
  }

  line(exchange: Exchange, set: SetLine, parts: UrlParts): void {
    const seq = exchange.received?.seq ?? exchange.sent.seq;
    this.#meets(exchange, parts);
    const outcome = outcomeOf(set);
    const { deletes } = set;
    this.#keep({ exchange, set, parts, deletes, seq, counter: new Counter() });
    if (outcome === 'rejected' || outcome === 'deleted-nothing' || outcome === null) return;
    if (outcome === 'deleted' || outcome === 'dead-on-arrival') {
      this.#outOfJar(seq, set.previous);
      return;
    }
    if (set.result !== null) this.#inJar(set.result, seq);
    this.#needs(settingNeed(exchange), exchange);
    if (!deletes) this.#value(set.parsed.value);
    if (isIdle(set)) this.repeated.add(exchange.id, set.index);
  }

  written(write: ChangeRow): void {
    const { change } = write;
    if (change.removed) {
      if (change.cause !== 'overwrite') this.#outOfJar(change.seq, write.previous);
      return;
    }
    this.writes.push(write);
    this.#value(change.cookie.value);
    this.#inJar(fromJar(change.cookie, write.previous, write.at, 0), change.seq);
  }

  #needs(need: SameSiteNeed | null, exchange: Exchange): void {
    if (need !== 'none') return;
    this.crossSite.add(exchange.id);
    this.firstCrossSite ??= exchange;
  }

  #meets(exchange: Exchange, parts: UrlParts): void {
    this.channel = better(this.channel, channelOf(parts));
    this.host ??= parts.host;
    if (exchange.thirdParty !== false) this.embedded = true;
  }

  #inJar(cookie: StoredCookie, seq: number): void {
    this.since ??= seq;
    if (seq < this.#stateAt) return;
    this.#stateAt = seq;
    this.last = cookie;
    this.goneAt = null;
  }

  #outOfJar(seq: number, before: StoredCookie | null): void {
    this.last ??= before;
    if (seq < this.#stateAt) return;
    this.#stateAt = seq;
    this.goneAt = seq;
  }

  #keep(line: LineVariant): void {
    const shape = shapeOf(line);
    const before = this.shapes.get(shape);
    if (before === undefined && this.shapes.size >= SHAPES_KEPT) return;
    const { counter } = before ?? line;
    counter.add(line.exchange.id, line.set.index);
    this.shapes.set(shape, before !== undefined && before.seq > line.seq ? before : { ...line, counter });
  }

  #value(value: Bytes): void {
    if (this.values.length < VALUES_KEPT && !this.values.includes(value)) this.values.push(value);
  }
}

/** What became of a line: what was seen before what the engine says; null = cannot tell. */
export function outcomeOf({ observed, predicted }: SetLine): SetOutcome | null {
  if (observed.outcome !== 'not-observed') return observed.outcome;
  return predicted.outcome === 'cannot-tell' ? null : predicted.outcome;
}

/** Documents, frames, fetches and anything that is not a plain GET: what an application answers itself. */
function isDynamic({ sent }: Exchange): boolean {
  return sent.method !== 'GET' || sent.type === 'document' || sent.type === 'subdocument' || sent.type === 'fetch';
}

/** A line that changes nothing, not even how long the cookie lives. */
function isIdle({ parsed, previous, observed, predicted }: SetLine): boolean {
  if (previous === null || parsed.maxAge !== null || parsed.expires !== null) return false;
  return observed.outcome === 'unchanged' || (observed.outcome === 'not-observed' && predicted.outcome === 'unchanged');
}

/** What is alike in lines that differ in value and date only, that browsers treat alike, and caches. */
function shapeOf({ set, exchange, deletes }: LineVariant): string {
  const { line, parsed } = set;
  const end = line.indexOf(';');
  const attributes = end === -1 ? '' : line.slice(end).replace(/;\s*expires\s*=[^;]*/i, ';expires');
  const caching = exchange.received?.headers.find(({ name }) => name === 'cache-control')?.value ?? '';
  const fate = `${outcomeOf(set) === 'rejected' ? '!' : ''}${deletes ? '-' : '+'}`;
  return `${fate}${parsed.name}${attributes.replace(/;\s*max-age\s*=\s*\d+/i, ';max-age')}\n${caching}`;
}
