import type { Draft, RequestId } from '../analysis/facts/fact';
import type { RequestEvent } from '../protocol/browser-event';
import { type ConversionContext, RequestFacts } from './request-facts';

/** A page can leave streams open for ever: of more than so many, the oldest is forgotten. */
const MOST_OPEN = 5000;
/** An event may come late when the background script was just restarted, but not behind so many ended requests. */
const MOST_ENDED = 500;

/** The requests of a tab between their events. */
export class Requests {
  readonly #context: ConversionContext;
  readonly #open = new Map<RequestId, RequestFacts>();
  readonly #ended = new Map<RequestId, RequestFacts>();
  /** Ended before the log was last cleared: what is told late of them would bring them back. */
  #cleared: ReadonlySet<RequestId> = new Set();
  /** Browsers number requests upwards: the first that was seen to begin; null = none yet. */
  #first: number | null = null;

  constructor(context: Omit<ConversionContext, 'mayBeOlder'>) {
    this.#context = { ...context, mayBeOlder: (request) => this.#first === null || !(Number(request) >= this.#first) };
  }

  isOpen(request: RequestId): boolean {
    return this.#open.has(request);
  }

  /** The recorder did not look for a while: requests may have begun unseen. */
  forgetBeginning(): void {
    this.#first = null;
  }

  /** The log forgets all requests, those under way too: what is still told of them belongs nowhere. */
  forgetAll(): void {
    this.#cleared = new Set([...this.#cleared, ...this.#ended.keys(), ...this.#open.keys()]);
    this.#ended.clear();
    this.#open.clear();
  }

  /** The log forgets the requests that have ended. */
  clear(): void {
    this.#cleared = new Set(this.#ended.keys());
    this.#ended.clear();
  }

  /** @returns see RequestFacts.add */
  add(event: RequestEvent): { readonly facts: readonly Draft[]; readonly replaces: boolean } {
    const { requestId } = event.event;
    if (this.#cleared.has(requestId)) return { facts: [], replaces: false };
    if (this.#first === null && (event.kind === 'body' || event.kind === 'sending')) this.#first = Number(requestId);
    const request = this.#open.get(requestId) ?? this.#ended.get(requestId) ?? new RequestFacts(this.#context);
    const added = request.add(event);
    this.#put(requestId, request);
    return added;
  }

  #put(id: RequestId, request: RequestFacts): void {
    const [map, most] = request.ended ? [this.#ended, MOST_ENDED] : [this.#open, MOST_OPEN];
    if (request.ended) this.#open.delete(id);
    if (map.has(id)) return;
    map.set(id, request);
    if (map.size <= most) return;
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
}
