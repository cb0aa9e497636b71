import { type Bytes, type Instant, milliseconds } from '../../engine/base/units';
import type { Identity } from '../../engine/jar/identity';
import { urlParts } from '../../engine/site/url-parts';
import type { Attribution } from '../../replay/rows/attribution';

import type { ChangeRow, Exchange, Row, SentCookie, SetLine } from '../../replay/rows/exchange';
import { type Chunked, shouldYield } from '../shared/chunked';

import { type CookieKey, cookieKey } from './cookie-key';
import type { CookieLife, ValueSpan, Writer } from './cookie-life';

type Draft<T> = { -readonly [Name in keyof T]: T[Name] extends readonly (infer Each)[] ? Each[] : T[Name] };
type SpanDraft = Draft<ValueSpan>;
type LifeDraft = Omit<Draft<CookieLife>, 'spans'> & { spans: SpanDraft[] };

/** The lives of all cookies of a recording, found by key or by what a request carried. */
export interface CookieLives {
  readonly all: ReadonlyMap<CookieKey, CookieLife>;
  /** The life of a cookie that went out with an exchange; null = it is none we know. */
  readonly of: (sent: SentCookie, exchange: Exchange) => CookieLife | null;
}

/**
 * Follows every cookie through the recording in one pass, in the order of the facts: a request sees the jar
 * before its response. What the browser was seen to do counts before what the engine says.
 */
export function* livesOf(rows: readonly Row[]): Chunked<CookieLives> {
  const book = new Book(answersOf(rows));
  for (const [at, event] of (yield* inOrder(rows)).entries()) {
    if (shouldYield(at)) yield;
    if (event.kind === 'sent') for (const cookie of event.exchange.cookies) book.sent(cookie, event.exchange);
    else if (event.kind === 'answered') for (const line of event.exchange.lines) book.set(line, event.exchange, event.seq);
    else book.written(event.write);
  }
  return { all: book.lives, of: (sent, exchange) => book.find(sent, exchange) };
}

/** When the exchanges were answered, by their ids. */
function answersOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const answers = new Map<string, number>();
  // Only what Clear-Site-Data deleted is looked up.
  if (!rows.some((row) => row.kind === 'change' && row.attribution.kind === 'clear-site-data')) return answers;
  for (const row of rows) if (row.kind === 'exchange' && row.received) answers.set(row.id, row.received.seq);
  return answers;
}

type Event =
  | { readonly kind: 'sent'; readonly seq: number; readonly exchange: Exchange }
  | { readonly kind: 'answered'; readonly seq: number; readonly exchange: Exchange }
  | { readonly kind: 'written'; readonly seq: number; readonly write: ChangeRow };

function* inOrder(rows: readonly Row[]): Chunked<readonly Event[]> {
  const events: Event[] = [];
  for (const [at, row] of rows.entries()) {
    if (shouldYield(at)) yield;
    if (row.kind === 'change') events.push({ kind: 'written', seq: row.change.seq, write: row });
    if (row.kind !== 'exchange') continue;
    if (row.cookies.length > 0) events.push({ kind: 'sent', seq: row.sent.seq, exchange: row });
    if (row.lines.length > 0 && row.received) events.push({ kind: 'answered', seq: row.received.seq, exchange: row });
  }
  return events.sort((a, b) => a.seq - b.seq);
}

class Book {
  readonly lives = new Map<CookieKey, LifeDraft>();
  readonly #byName = new Map<string, LifeDraft[]>();
  readonly #answers: ReadonlyMap<string, number>;

  constructor(answers: ReadonlyMap<string, number>) {
    this.#answers = answers;
  }

  sent(cookie: SentCookie, exchange: Exchange): void {
    const life = this.find(cookie, exchange) ?? this.#open(cookie.cookie ?? fallback(cookie, exchange));
    const span = life.spans.findLast(({ value }) => value === cookie.value) ?? this.#unexplained(life, cookie, exchange);
    span.sent.push(exchange);
    if (cookie.cookie !== null) life.httpOnly = cookie.cookie.httpOnly;
    if (exchange.thirdParty === true) life.sentThirdParty += 1;
    else life.sentFirstParty += 1;
  }

  set(line: SetLine, exchange: Exchange, seq: number): void {
    const outcome = line.observed.outcome === 'not-observed' ? line.predicted.outcome : line.observed.outcome;
    if (outcome === 'rejected') return;
    const identity = line.result ?? line.seen ?? line.previous;
    if (identity === null) return;
    const life = this.#lifeOf(identity);
    if (outcome === 'deleted-nothing') return;
    if (outcome === 'deleted' || outcome === 'dead-on-arrival') {
      this.#end(life, seq, 'deleted');
      return;
    }
    const writer: Writer = { kind: 'response', exchange };
    const stored = line.result ?? line.seen;
    if (stored === null) return;
    life.httpOnly = stored.httpOnly;
    life.lifetime = stored.expires === null ? null : milliseconds(stored.expires - (exchange.received?.at ?? exchange.at));
    this.#give(life, stored.value, { writer, seq, expires: stored.expires });
  }

  written(write: ChangeRow): void {
    const { cookie, removed, cause, seq } = write.change;
    const life = this.#lifeOf(cookie);
    if (removed) {
      const end = cause === 'expired' || cause === 'expired-overwrite' ? 'expired' : 'deleted';
      if (cause !== 'overwrite') this.#endBy(write.attribution, life, { seq, end });
      return;
    }
    life.httpOnly = cookie.httpOnly;
    life.lifetime = cookie.expires === null ? null : milliseconds(cookie.expires - write.at);
    this.#give(life, cookie.value, {
      writer: { kind: 'change', id: write.id, attribution: write.attribution },
      seq,
      expires: cookie.expires,
    });
  }

  find(sent: SentCookie, exchange: Exchange): LifeDraft | null {
    if (sent.cookie !== null) return this.lives.get(cookieKey(sent.cookie)) ?? null;
    const namesakes = this.#byName.get(sent.name)?.filter((life) => isSentTo(life, exchange)) ?? [];
    return namesakes.find((life) => life.spans.some(({ value }) => value === sent.value)) ?? namesakes[0] ?? null;
  }

  #give(life: LifeDraft, value: Bytes, by: { writer: Writer; seq: number; expires: Instant | null }): void {
    const current = life.spans.at(-1);
    if (current !== undefined && current.to === null && current.value === value) {
      current.expires = by.expires;
      return;
    }
    this.#end(life, by.seq, 'replaced', by.writer.kind === 'change' ? by.writer.attribution : null);
    life.spans.push({
      value,
      writer: by.writer,
      from: by.seq,
      to: null,
      end: null,
      endedBy: null,
      expires: by.expires,
      sent: [],
    });
  }

  /** Clear-Site-Data deletes with its response, whenever the browser tells of it. */
  #endBy(by: Attribution, life: LifeDraft, { seq, end }: { readonly seq: number; readonly end: 'deleted' | 'expired' }): void {
    const answered = by.kind === 'clear-site-data' ? this.#answers.get(by.exchange) : undefined;
    const isSince = answered !== undefined && (life.spans.at(-1)?.from ?? answered) < answered;
    this.#end(life, isSince ? answered : seq, end, isSince ? null : by);
  }

  #end(life: LifeDraft, seq: number, end: 'replaced' | 'deleted' | 'expired', by: Attribution | null = null): void {
    const current = life.spans.at(-1);
    if (current === undefined || current.to !== null) return;
    current.to = seq;
    current.end = end;
    current.endedBy = by;
  }

  /** A value that nobody was seen giving: it was there before, or came while nothing was recorded. */
  #unexplained(life: LifeDraft, cookie: SentCookie, exchange: Exchange): SpanDraft {
    const seq = life.spans.length === 0 ? -1 : exchange.sent.seq - 1;
    this.#give(life, cookie.value, { writer: { kind: 'before' }, seq, expires: cookie.cookie?.expires ?? null });
    return life.spans.at(-1) as SpanDraft;
  }

  #lifeOf(identity: Identity): LifeDraft {
    return this.lives.get(cookieKey(identity)) ?? this.#open(identity);
  }

  #open(identity: Identity): LifeDraft {
    const { name, domain, hostOnly, path, partition } = identity;
    const life: LifeDraft = {
      key: cookieKey(identity),
      name,
      domain,
      hostOnly,
      path,
      partition,
      httpOnly: null,
      lifetime: 'unknown',
      spans: [],
      sentFirstParty: 0,
      sentThirdParty: 0,
    };
    this.lives.set(life.key, life);
    const namesakes = this.#byName.get(name);
    if (namesakes === undefined) this.#byName.set(name, [life]);
    else namesakes.push(life);
    return life;
  }
}

/** Where a cookie went out that the jar as we knew it did not hold: all we know is the host. */
function fallback(sent: SentCookie, exchange: Exchange): Identity {
  const host = urlParts(exchange.url)?.host ?? '';
  return { name: sent.name, domain: host, hostOnly: true, path: '/' as Bytes, partition: null };
}

function isSentTo(life: LifeDraft, exchange: Exchange): boolean {
  const host = urlParts(exchange.url)?.host ?? '';
  return host === life.domain || (!life.hostOnly && host.endsWith(`.${life.domain}`));
}
