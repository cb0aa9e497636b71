import type { Draft, RequestId, Secret } from '../analysis/facts/fact';

interface Open {
  readonly hop: number;
  readonly sent: boolean;
  readonly answered: boolean;
}

const FRESH: Open = { hop: 0, sent: false, answered: false };

/** A page can leave streams open for ever; more than this many, and the oldest is forgotten. */
const MOST = 5000;

/** Keeps the fields of a body until its request goes out; null = it went out. */
export type KeepFields = (request: RequestId, fields: readonly Secret[] | null) => void;

/**
 * What must be known of a request between its events: how many times it went out, and the fields of its body.
 * All of it follows from facts (`fold`) and from what `keep` kept, so a worker that was killed takes up where it was.
 */
export class OpenRequests {
  readonly #open = new Map<RequestId, Open>();
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

  /** Whether this hop's response was seen. Firefox tells the head of a revalidated response twice: as 304, then as it was cached. */
  isAnswered(request: RequestId): boolean {
    return this.#of(request).answered;
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

  /** A fact written before its request was known, with the hop it has; null = it repeats one we have. */
  corrected(fact: Draft): Draft | null {
    switch (fact.kind) {
      case 'request-sent':
        return { ...fact, hop: this.nextHop(fact.request), fields: fact.fields ?? this.takeFields(fact.request) };
      case 'response-received':
        return this.isAnswered(fact.request) ? null : { ...fact, hop: this.hop(fact.request) };
      case 'request-redirected':
      case 'request-completed':
      case 'request-failed':
        return { ...fact, hop: this.hop(fact.request) };
      default:
        return fact;
    }
  }

  /** Takes a recorded fact into account. */
  fold(fact: Draft): void {
    switch (fact.kind) {
      case 'request-sent':
        this.#put(fact.request, { hop: fact.hop, sent: true, answered: false });
        break;
      case 'response-received':
        this.#put(fact.request, { hop: fact.hop, sent: true, answered: true });
        break;
      case 'request-redirected':
        this.#put(fact.request, { hop: fact.hop + 1, sent: false, answered: false });
        break;
      case 'request-completed':
      case 'request-failed':
        this.#open.delete(fact.request);
        this.takeFields(fact.request);
        break;
      default:
        break;
    }
  }

  #of(request: RequestId): Open {
    return this.#open.get(request) ?? FRESH;
  }

  #put(request: RequestId, open: Open): void {
    this.#open.set(request, open);
    if (this.#open.size <= MOST) return;
    const [oldest] = this.#open.keys();
    if (oldest !== undefined) this.#open.delete(oldest);
  }
}
