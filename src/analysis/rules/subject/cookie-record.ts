import type { Bytes } from '../../facts/units';
import { lifetimeOf } from '../../header/lifetime';
import type { Identity } from '../../jar/identity';
import { isOver, type StoredCookie } from '../../jar/stored-cookie';
import type { Exchange, ScriptWrite, SetLine, SetOutcome } from '../../replay/exchange';
import { fromJar } from '../../replay/from-jar';
import { type CookieKey, cookieKey } from '../../session/cookie-key';
import type { UrlParts } from '../../site/url-parts';
import { better, channelOf } from './channel';
import type { Channel, Place } from './subject';
import { Counter } from './tallies';

const SHAPES_KEPT = 20;
const VALUES_KEPT = 20;

/** Lines for one cookie that are alike but for value and date: the latest of them. */
export interface LineShape {
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
  readonly shapes = new Map<string, LineShape>();
  readonly writes: ScriptWrite[] = [];
  readonly hosts = new Map<string, HostRecord>();
  readonly values: Bytes[] = [];
  readonly sent = new Counter();
  readonly withheld = new Counter();
  readonly sentCrossSite = new Counter();
  readonly sentInClear = new Counter();
  readonly shadowed = new Counter();
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

  carried(exchange: Exchange, parts: UrlParts, crossSite: boolean): void {
    const channel = channelOf(parts);
    this.sent.add(exchange.id);
    if (crossSite) this.sentCrossSite.add(exchange.id);
    if (channel === 'http') this.sentInClear.add(exchange.id);
    if (exchange.received !== null) this.answered += 1;
    const use = this.hosts.get(parts.host) ?? { sent: 0, dynamic: 0, places: [] };
    this.hosts.set(parts.host, use);
    use.sent += 1;
    if (isDynamic(exchange)) use.dynamic += 1;
    if (use.places.length < 3) use.places.push({ row: exchange.id, line: null });
  }

  line(exchange: Exchange, set: SetLine, parts: UrlParts): void {
    const seq = exchange.received?.seq ?? exchange.sent.seq;
    this.#meets(exchange, parts);
    const outcome = outcomeOf(set);
    const deletes = isDeletion(exchange, set);
    this.#keep({ exchange, set, parts, deletes, seq, counter: new Counter() });
    if (outcome === 'rejected' || outcome === null) return;
    if (outcome === 'deleted') {
      this.#outOfJar(seq, set.previous);
      return;
    }
    if (set.result !== null) this.#inJar(set.result, seq);
    if (!deletes) this.#value(set.parsed.value);
    if (isIdle(set)) this.repeated.add(exchange.id, set.index);
  }

  written(write: ScriptWrite): void {
    const { change } = write;
    if (change.removed) {
      if (change.cause !== 'overwrite') this.#outOfJar(change.seq, write.previous);
      return;
    }
    this.writes.push(write);
    this.#value(change.cookie.value);
    this.#inJar(fromJar(change.cookie, write.previous, write.at, 0), change.seq);
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

  #keep(line: LineShape): void {
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

/** Whether a line asks to remove a cookie. */
function isDeletion(exchange: Exchange, { parsed }: SetLine): boolean {
  const at = exchange.received?.at ?? exchange.at;
  return isOver(lifetimeOf(parsed, at, exchange.received?.date ?? null, 'spec'), at);
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

/** What is alike in lines that differ in value and date only, and that caches treat alike. */
function shapeOf({ set: { line, parsed }, exchange, deletes }: LineShape): string {
  const end = line.indexOf(';');
  const attributes = end === -1 ? '' : line.slice(end).replace(/;\s*expires\s*=[^;]*/i, ';expires');
  const caching = exchange.received?.headers.find(({ name }) => name === 'cache-control')?.value ?? '';
  return `${deletes ? '-' : '+'}${parsed.name}${attributes.replace(/;\s*max-age\s*=\s*\d+/i, ';max-age')}\n${caching}`;
}
