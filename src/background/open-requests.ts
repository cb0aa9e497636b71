import type { Draft, RequestId, Secret } from '../analysis/facts/fact';

/** What is known of the hop a request is at. */
interface Hop {
  readonly hop: number;
  readonly sent: boolean;
  /** It went out unseen, before this; null = it was seen. */
  readonly unseenBefore: number | null;
  /** Of its response; null = not seen yet. */
  readonly status: number | null;
  readonly ended: boolean;
}

const FRESH: Hop = { hop: 0, sent: false, unseenBefore: null, status: null, ended: false };

/** A page can leave streams open for ever; more than this many, and the oldest is forgotten. */
const MOST_OPEN = 5000;
/** What comes late is not about requests that ended longer ago than so many others. */
const MOST_ENDED = 1000;

/** Keeps the fields of a body until its request goes out; null = it went out. */
export type KeepFields = (request: RequestId, fields: readonly Secret[] | null) => void;

/**
 * What must be known of a request between its events: how many times it went out, and the fields of its body.
 * All of it follows from facts (`fold`) and from what `keep` kept, so a worker that was killed takes up where it was.
 */
export class OpenRequests {
  readonly #open = new Map<RequestId, Hop>();
  readonly #ended = new Map<RequestId, Hop>();
  readonly #fields = new Map<RequestId, readonly Secret[]>();
  readonly #keep: KeepFields;

  constructor(keep: KeepFields = () => {}) {
    this.#keep = keep;
  }

  hop(request: RequestId): number {
    return this.#of(request).hop;
  }

  /** The hop of what goes out now: a request that is sent again without a redirect (after a 401) is a hop of its own. */
  nextHop(request: RequestId): number {
    const { hop, sent } = this.#of(request);
    return sent ? hop + 1 : hop;
  }

  /** Whether it is recorded that this hop went out. */
  isSent(request: RequestId): boolean {
    return this.#of(request).sent;
  }

  /** Whether a sending at this time is told late, after what told us that it had gone out. */
  isToldLate(request: RequestId, at: number): boolean {
    const { unseenBefore } = this.#of(request);
    return unseenBefore !== null && at <= unseenBefore;
  }

  /** Whether this hop's response was seen. */
  isAnswered(request: RequestId): boolean {
    return this.#of(request).status !== null;
  }

  /**
   * Whether a head of this status answers another sending, which we were not told of: Chromium sends a request again with
   * credentials after a 401 and tells only the answer, or only the end. A revalidated response has two heads for one sending:
   * 304, then as it was cached.
   */
  isSentAgain(request: RequestId, status: number): boolean {
    const { status: before, ended } = this.#of(request);
    return before !== null && before !== 304 && before !== status && !ended;
  }

  rememberFields(request: RequestId, fields: readonly Secret[] | null): void {
    if (fields === null) return;
    this.#fields.set(request, fields);
    this.#keep(request, fields);
  }

  /** The body's fields, which are then forgotten; null = none. */
  takeFields(request: RequestId): readonly Secret[] | null {
    const fields = this.#fields.get(request) ?? null;
    if (this.#fields.delete(request)) this.#keep(request, null);
    return fields;
  }

  /** A fact written by a worker that knew nothing of its request, with the hop it has; nothing = it repeats one we have. */
  corrected(fact: Draft): readonly Draft[] {
    switch (fact.kind) {
      case 'request-sent':
        return [{ ...fact, hop: this.nextHop(fact.request), fields: fact.fields ?? this.takeFields(fact.request) }];
      case 'response-received':
        return this.isAnswered(fact.request) ? [] : [{ ...fact, hop: this.hop(fact.request) }];
      case 'request-redirected':
      case 'request-completed':
      case 'request-failed':
        return [{ ...fact, hop: this.hop(fact.request) }];
      default:
        return [fact];
    }
  }

  /** Takes a recorded fact into account. */
  fold(fact: Draft): void {
    switch (fact.kind) {
      case 'request-sent':
        this.#open.delete(fact.request);
        this.#put(fact.request, { ...FRESH, hop: fact.hop, sent: true, unseenBefore: fact.unseen ? fact.at : null });
        break;
      case 'response-received':
        this.#put(fact.request, { ...this.#of(fact.request), hop: fact.hop, status: fact.status });
        break;
      case 'request-redirected':
        this.#put(fact.request, { ...FRESH, hop: fact.hop + 1 });
        break;
      case 'request-completed':
      case 'request-failed':
        this.#put(fact.request, { ...this.#of(fact.request), ended: true });
        this.takeFields(fact.request);
        break;
      default:
        break;
    }
  }

  #of(request: RequestId): Hop {
    return this.#open.get(request) ?? this.#ended.get(request) ?? FRESH;
  }

  #put(request: RequestId, hop: Hop): void {
    this.#open.delete(request);
    this.#ended.delete(request);
    const [map, most] = hop.ended ? [this.#ended, MOST_ENDED] : [this.#open, MOST_OPEN];
    map.set(request, hop);
    if (map.size <= most) return;
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
}
