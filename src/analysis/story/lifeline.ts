import type { Bytes, Instant } from '../engine/base/units';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import { urlParts } from '../engine/site/url-parts';
import type { Reason } from '../engine/verdict/verdict';

import type { ChangeRow, Exchange, Row } from '../replay/rows/exchange';

import { type CookieKey, cookieKey } from '../session/cookies/cookie-key';
import { identityOf } from '../session/cookies/line-identity';
import { type Basis, type BeadKind, whatBecame } from './bead';

/** One cookie from first to last: what was done to it, by whom, and which requests carried it. */
export interface CookieLifeline {
  readonly events: readonly LifeEvent[];
  /** One a value, in the order of time; they do not overlap. */
  readonly values: readonly LifeValue[];
  readonly sent: readonly Tick[];
  readonly withheld: readonly Tick[];
  readonly gaps: readonly { readonly from: Instant; readonly to: Instant }[];
  /** First and last instant of the recording. */
  readonly from: Instant;
  readonly to: Instant;
  /** When it ends, as it stands; null = with the browser, or it is gone. */
  readonly expires: Instant | null;
}

/** Something that was done to the cookie, or tried. */
export interface LifeEvent {
  readonly kind: BeadKind | 'expired' | 'evicted';
  readonly at: Instant;
  readonly by: 'response' | 'browser' | 'other-tab' | 'script' | 'user' | 'clear-site-data' | 'not-recorded';
  /** Id of the row it happened in, and of its bead. */
  readonly row: string;
  readonly bead: string;
  readonly evidence: Basis;
  readonly reason: Reason | null;
}

interface LifeValue {
  readonly value: Bytes;
  readonly from: Instant;
  /** null = it still has this value. */
  readonly to: Instant | null;
  /** Whether nobody was seen setting it. */
  readonly wasThere: boolean;
}

/** A request that carried the cookie, or that did not. */
export interface Tick {
  readonly at: Instant;
  readonly row: string;
  readonly bead: string;
  readonly reason: Reason | null;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Follows one cookie through the recording. A cookie that is not in it has an empty life. */
export function lifelineOf(rows: readonly Row[], key: CookieKey): CookieLifeline {
  const book = new Book(key, rows[0]?.at ?? (0 as Instant));
  for (const row of rows) {
    if (row.kind === 'exchange') book.exchange(row);
    else if (row.kind === 'change') book.write(row);
    else if (row.kind === 'gap') book.gap(row.gap.from, row.gap.to ?? row.at);
    book.to = Math.max(book.to, row.at) as Instant;
  }
  return book.close();
}

class Book {
  readonly #key: CookieKey;
  readonly #from: Instant;
  to: Instant;
  readonly #events: LifeEvent[] = [];
  readonly #values: Draft<LifeValue>[] = [];
  readonly #sent: Tick[] = [];
  readonly #withheld: Tick[] = [];
  readonly #gaps: { from: Instant; to: Instant }[] = [];
  #last: Pick<StoredCookie, 'expires'> | null = null;

  constructor(key: CookieKey, from: Instant) {
    this.#key = key;
    this.#from = from;
    this.to = from;
  }

  exchange(row: Exchange): void {
    for (const [index, { cookie }] of row.cookies.entries()) {
      if (cookie === null || cookieKey(cookie) !== this.#key) continue;
      this.#sent.push({ at: row.at, row: row.id, bead: `${row.id}/cookies/${index}`, reason: null });
      this.#stands(cookie);
    }
    for (const [index, { cookie, predicted }] of row.withheld.entries()) {
      if (cookieKey(cookie) !== this.#key) continue;
      this.#withheld.push({ at: row.at, row: row.id, bead: `${row.id}/withheld/${index}`, reason: predicted.reasons[0] ?? null });
      this.#stands(cookie);
    }
    this.#lines(row);
  }

  #lines(row: Exchange): void {
    const parts = row.lines.length === 0 ? null : urlParts(row.url);
    if (parts === null) return;
    const at = row.received?.at ?? row.at;
    this.to = Math.max(this.to, at) as Instant;
    for (const line of row.lines) {
      if (cookieKey(identityOf(line, parts)) !== this.#key) continue;
      const { kind, evidence } = whatBecame(line);
      const reason = kind === 'rejected' ? (line.predicted.reasons[0] ?? null) : null;
      this.#events.push({ kind, at, by: 'response', row: row.id, bead: `${row.id}/lines/${line.index}`, evidence, reason });
      if (kind === 'stored' || kind === 'replaced' || kind === 'unchanged')
        this.#given(line.result?.value ?? line.parsed.value, at, line.result);
      else if (kind === 'deleted') this.#ended(at);
    }
  }

  write(row: ChangeRow): void {
    const { cookie } = row.change;
    if (cookieKey(cookie) !== this.#key) return;
    const { kind } = row.attribution;
    this.#events.push({
      kind: row.outcome,
      at: row.at,
      by: kind === 'expiry' || kind === 'eviction' ? 'browser' : kind,
      row: row.id,
      bead: `${row.id}/write`,
      evidence: 'observed',
      reason: null,
    });
    if (row.change.removed) this.#ended(row.at);
    else this.#given(cookie.value, row.at, cookie);
  }

  gap(from: Instant, to: Instant): void {
    this.#gaps.push({ from, to });
  }

  close(): CookieLifeline {
    const lives = this.#values.at(-1)?.to === null;
    return {
      events: this.#events,
      values: this.#values,
      sent: this.#sent,
      withheld: this.#withheld,
      gaps: this.#gaps,
      from: this.#from,
      to: this.to,
      expires: lives ? (this.#last?.expires ?? null) : null,
    };
  }

  /** It stood in the jar when a request went out, though nobody was seen setting it. */
  #stands(cookie: StoredCookie): void {
    this.#last = cookie;
    const current = this.#values.at(-1);
    if (current === undefined) this.#values.push({ value: cookie.value, from: this.#from, to: null, wasThere: true });
  }

  #given(value: Bytes, at: Instant, cookie: Pick<StoredCookie, 'expires'> | null): void {
    this.#last = cookie;
    const current = this.#values.at(-1);
    if (current !== undefined && current.to === null) {
      if (current.value === value) return;
      current.to = at;
    }
    this.#values.push({ value, from: at, to: null, wasThere: false });
  }

  #ended(at: Instant): void {
    const current = this.#values.at(-1);
    if (current !== undefined && current.to === null) current.to = at;
  }
}
