import { type BodyField, digestFields } from '../analysis/facts/body-fields';
import type { Digest } from '../analysis/facts/digest';
import type { Draft } from '../analysis/facts/fact';
import {
  isHandedOver,
  isOwnRedirect,
  requestCompleted,
  requestFailed,
  requestRedirected,
  requestSent,
  requestUnseen,
  responseReceived,
  type WireEnd,
  type WireFailure,
  type WireRedirect,
  type WireRequest,
  type WireResponse,
  type WireSending,
} from '../analysis/facts/from-webrequest';
import type { HeaderEncoding } from '../analysis/facts/headers';
import { messageInField } from '../analysis/messages/in-field';
import type { RequestEvent } from '../protocol/browser-event';

export interface ConversionContext {
  readonly dialect: HeaderEncoding;
  readonly digest: Digest;
  /** Whether the request began before the recorder looked, so that it may have gone out unseen. */
  readonly mayBeOlder: (requestId: string) => boolean;
}

/** The hop a request is at. */
interface Hop {
  readonly hop: number;
  /** It went out, as was seen or follows from a later event. */
  readonly sent: boolean;
  /** Of its response; null = not seen yet. */
  readonly status: number | null;
}

/**
 * The facts of one request over all its hops, made of its events. An event that comes out of order is put in its place by
 * its time, which makes all facts of the request anew.
 */
export class RequestFacts {
  readonly #context: ConversionContext;
  #events: RequestEvent[] = [];
  #hop: Hop = { hop: 0, sent: false, status: null };
  #fields: readonly BodyField[] | null = null;
  #ended = false;

  constructor(context: ConversionContext) {
    this.#context = context;
  }

  /** Whether the request is over: completed or failed. */
  get ended(): boolean {
    return this.#ended;
  }

  /** @returns the facts the event adds; or, when it came out of order, all facts of the request in place of those given before */
  add(event: RequestEvent): { readonly facts: readonly Draft[]; readonly replaces: boolean } {
    const isLate = this.#isLate(event);
    this.#events.push(event);
    return isLate ? { facts: this.#again(), replaces: true } : { facts: this.#facts(event), replaces: false };
  }

  /** An event of the past that cannot follow upon what has been taken: its own time tells where it belongs. */
  #isLate(event: RequestEvent): boolean {
    const last = this.#events.at(-1);
    if (!last || event.event.timeStamp >= last.event.timeStamp) return false;
    return this.#ended || event.kind === 'sending' || event.kind === 'body' || !this.#hop.sent;
  }

  #again(): readonly Draft[] {
    this.#events = this.#events.toSorted((one, other) => one.event.timeStamp - other.event.timeStamp);
    this.#hop = { hop: 0, sent: false, status: null };
    this.#fields = null;
    this.#ended = false;
    return this.#events.flatMap((event) => this.#facts(event));
  }

  #facts(browserEvent: RequestEvent): readonly Draft[] {
    switch (browserEvent.kind) {
      case 'body':
        if (!this.#hop.sent) this.#fields = browserEvent.fields;
        return [];
      case 'sending':
        return this.#sending(browserEvent.event);
      case 'received':
        return this.#received(browserEvent.event);
      case 'redirected':
        return this.#redirected(browserEvent.event);
      case 'completed':
        return this.#completed(browserEvent.event);
      case 'failed':
        return this.#failed(browserEvent.event);
      default:
        return browserEvent satisfies never;
    }
  }

  #sending(event: WireSending): readonly Draft[] {
    const { dialect, digest } = this.#context;
    // A request that is sent again without a redirect (after a 401) is a hop of its own.
    const hop = this.#nextHop();
    const fields = digestFields(this.#fields, digest, messageInField);
    this.#fields = null;
    this.#hop = { hop, sent: true, status: null };
    return [requestSent(event, { dialect, hop, digest, fields })];
  }

  #received(event: WireResponse): readonly Draft[] {
    const again = this.#sentAgain(event);
    return again.length > 0 ? again : [...this.#unseen(event, isOwnRedirect(event)), ...this.#head(event)];
  }

  // The events of the end bear the head too: if that of the head itself was not told, nothing is lost with it.
  #redirected(event: WireRedirect): readonly Draft[] {
    if (isHandedOver(event)) return [];
    const { hop } = this.#hop;
    const facts = [
      ...this.#unseen(event, isOwnRedirect(event)),
      ...(event.statusCode === 0 ? [] : this.#head(event)),
      requestRedirected(event, hop),
    ];
    this.#hop = { hop: hop + 1, sent: false, status: null };
    return facts;
  }

  #completed(event: WireEnd): readonly Draft[] {
    const unseen = this.#unseen(event, event.fromCache);
    // What a cached response once set was set then.
    const heads = event.fromCache ? [] : this.#head(event);
    const again = this.#sentAgain(event);
    this.#end();
    return [...unseen, ...heads, ...again, requestCompleted(event, this.#hop.hop)];
  }

  #failed(event: WireFailure): readonly Draft[] {
    const nothingSent = !this.#context.mayBeOlder(event.requestId);
    const unseen = this.#unseen(event, nothingSent);
    this.#end();
    return [...unseen, requestFailed(event, this.#hop.hop)];
  }

  #unseen(event: WireRequest, nothingSent: boolean): readonly Draft[] {
    const { hop, sent } = this.#hop;
    if (sent) return [];
    this.#hop = { hop, sent: true, status: null };
    return [requestUnseen(event, hop, nothingSent)];
  }

  #head(event: WireResponse): readonly Draft[] {
    if (this.#hop.status !== null) return [];
    this.#hop = { ...this.#hop, status: event.statusCode };
    return [responseReceived(event, this.#context.dialect, this.#hop.hop)];
  }

  /**
   * A response whose sending the browser did not tell: Chromium sends a request again with credentials after a 401 and tells
   * only the answer, or only the end. A revalidated response has two heads for one sending: 304, then as it was cached.
   */
  #sentAgain(event: WireResponse): readonly Draft[] {
    const { status } = this.#hop;
    if (this.#ended || status === null || status === 304 || status === event.statusCode) return [];
    const hop = this.#nextHop();
    this.#hop = { hop, sent: true, status: event.statusCode };
    return [requestUnseen(event, hop, false), responseReceived(event, this.#context.dialect, hop)];
  }

  #nextHop(): number {
    const { hop, sent } = this.#hop;
    return sent ? hop + 1 : hop;
  }

  #end(): void {
    this.#ended = true;
    this.#fields = null;
  }
}
