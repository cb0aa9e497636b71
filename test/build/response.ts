import { bytes } from '../../src/analysis/engine/base/bytes';
import { instant } from '../../src/analysis/engine/base/units';
import type { Fact, Header, RequestRedirected, RequestSent, ResourceType, ResponseReceived } from '../../src/analysis/facts/fact';
import type { Builder, Clock } from './clock';

export const TAB = 1;
export const STORE = '0';

type End = 'completed' | 'redirected' | 'failed' | 'pending' | 'waiting';

/**
 * A whole request and its response:
 * `aResponse().from('https://a.example').sets('x=1; Secure')`.
 * Unless told otherwise it is a document loaded by the address bar in the top frame of tab 1.
 */
export class ResponseBuilder implements Builder<Fact> {
  #sent: Omit<RequestSent, 'seq' | 'at' | 'request' | 'hop'> = {
    kind: 'request-sent',
    tabId: TAB,
    url: 'https://a.example/',
    method: 'GET',
    type: 'document',
    frameId: 0,
    parentFrameId: -1,
    initiator: null,
    documentUrl: null,
    documentId: null,
    ancestors: null,
    topLevelUrl: null,
    storeId: STORE,
    thirdParty: null,
    cookie: null,
    headers: [],
    secretHeaders: [],
    fields: null,
    purpose: 'normal',
    unseen: false,
    nothingSent: false,
  };
  #received: Pick<ResponseReceived, 'status' | 'setCookie' | 'date' | 'headers'> = {
    status: 200,
    setCookie: [],
    date: null,
    headers: [],
  };
  #id: string | null = null;
  #hop = 0;
  #took = 20;
  #end: End = 'completed';
  #error = '';
  #fromCache = false;
  #next: ResponseBuilder | null = null;
  #before: readonly Builder<Fact>[] = [];
  #after: readonly Builder<Fact>[] = [];

  /** The URL asked; one without a path gets `/`. */
  from(url: string): this {
    return this.request({ url: URL.canParse(url) ? new URL(url).href : url });
  }

  /** Any fields of the fact `request-sent`. */
  request(fields: Partial<Omit<RequestSent, 'seq' | 'at' | 'kind' | 'request' | 'hop'>>): this {
    this.#sent = { ...this.#sent, ...fields };
    return this;
  }

  by(method: string): this {
    return this.request({ method });
  }

  /** The Cookie header that went out. */
  carrying(cookie: string): this {
    return this.request({ cookie: bytes(cookie) });
  }

  as(type: ResourceType): this {
    return this.request({ type });
  }

  /** A request of the page `origin` in the top frame, a fetch unless another type is given. */
  fetchedBy(origin: string, type: ResourceType = 'fetch'): this {
    return this.request({ type, initiator: origin });
  }

  /** A document loaded in the frame `frameId`, which sits in `parentFrameId`. */
  inFrame(frameId: number, parentFrameId = 0): this {
    return this.request({ frameId, parentFrameId, type: this.#sent.type === 'document' ? 'subdocument' : this.#sent.type });
  }

  linkedFrom(initiator: string): this {
    return this.request({ initiator });
  }

  sets(...lines: readonly string[]): this {
    this.#received = { ...this.#received, setCookie: [...this.#received.setCookie, ...lines.map((line) => bytes(line))] };
    return this;
  }

  status(status: number): this {
    this.#received = { ...this.#received, status };
    return this;
  }

  dated(date: string): this {
    this.#received = { ...this.#received, date: bytes(date) };
    return this;
  }

  heads(name: string, value: string): this {
    const header: Header = { name, value: bytes(value) };
    this.#received = { ...this.#received, headers: [...this.#received.headers, header] };
    return this;
  }

  asks(name: string, value: string): this {
    return this.request({ headers: [...this.#sent.headers, { name, value: bytes(value) }] });
  }

  took(ms: number): this {
    this.#took = ms;
    return this;
  }

  fromCache(): this {
    this.#fromCache = true;
    return this;
  }

  named(request: string): this {
    this.#id = request;
    return this;
  }

  /** Facts that are told between the request and the response's head, as Firefox tells of cookie changes. */
  tellingFirst(...facts: readonly Builder<Fact>[]): this {
    this.#before = facts;
    return this;
  }

  /** Facts that are told between the head and the end, as Chromium often tells of cookie changes. */
  telling(...facts: readonly Builder<Fact>[]): this {
    this.#after = facts;
    return this;
  }

  /** Answers with a redirect (302 unless a status was given) that `next` follows as the next hop. */
  redirectsTo(next: ResponseBuilder): this {
    if (this.#received.status === 200) this.status(302);
    this.#end = 'redirected';
    this.#next = next;
    return this;
  }

  /** Ends with an error before a head came. */
  fails(error = 'net::ERR_ABORTED'): this {
    this.#end = 'failed';
    this.#error = error;
    return this;
  }

  /** No response yet. */
  pending(): this {
    this.#end = 'pending';
    return this;
  }

  /** The head came, the end did not. */
  unfinished(): this {
    this.#end = 'waiting';
    return this;
  }

  build(clock: Clock): readonly Fact[] {
    const request = this.#id ?? clock.request();
    const base = () => ({ seq: clock.seq(), at: clock.now, request, hop: this.#hop, tabId: this.#sent.tabId });
    const facts: Fact[] = [{ ...this.#sent, ...base() }];
    if (this.#end === 'pending') return facts;
    clock.pass(this.#took);
    if (this.#end === 'failed') {
      facts.push({ kind: 'request-failed', ...base(), error: this.#error });
      return facts;
    }
    for (const other of this.#before) facts.push(...other.build(clock));
    facts.push({ kind: 'response-received', ...base(), ...this.#received });
    for (const other of this.#after) facts.push(...other.build(clock));
    if (this.#end === 'redirected' && this.#next) {
      const to = this.#next;
      const redirect: RequestRedirected = {
        kind: 'request-redirected',
        ...base(),
        status: this.#received.status,
        to: to.#sent.url,
        fromCache: this.#fromCache,
      };
      facts.push(redirect);
      clock.pass(1);
      facts.push(...to.#follow(request, this.#hop + 1, this.#sent).build(clock));
    } else if (this.#end === 'completed') {
      facts.push({
        kind: 'request-completed',
        ...base(),
        at: instant(clock.now + 1),
        status: this.#received.status,
        fromCache: this.#fromCache,
      });
    }
    return facts;
  }

  /** The circumstances of a chain stay those of its first request. */
  #follow(request: string, hop: number, first: Omit<RequestSent, 'seq' | 'at' | 'request' | 'hop'>): this {
    this.#id = request;
    this.#hop = hop;
    const { type, frameId, parentFrameId, initiator, documentUrl, documentId, ancestors, topLevelUrl, tabId } = first;
    return this.request({ type, frameId, parentFrameId, initiator, documentUrl, documentId, ancestors, topLevelUrl, tabId });
  }
}

export const aResponse = (): ResponseBuilder => new ResponseBuilder();
