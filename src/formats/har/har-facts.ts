import { type Instant, instant } from '../../analysis/engine/base/units';
import { type BodyField, digestFields } from '../../analysis/facts/body-fields';
import type { Digest } from '../../analysis/facts/digest';
import type { Draft, Fact, RequestSent } from '../../analysis/facts/fact';
import { navigationCommitted } from '../../analysis/facts/from-navigation';
import {
  isOwnRedirect,
  requestCompleted,
  requestFailed,
  requestRedirected,
  requestSent,
  responseReceived,
  type WireRequest,
} from '../../analysis/facts/from-webrequest';
import type { WireHeader } from '../../analysis/facts/headers';
import { messageInField } from '../../analysis/messages/in-field';
import { fieldsOfPairs, fieldsOfText } from '../reading/posted-fields';
import type { Lack } from '../recording/read-recording';
import { HarChains, type HarHop, redirectOf } from './har-chains';
import { type HarContext, HarContexts } from './har-context';
import { cookiesOf, type HarCookies } from './har-cookies';
import type { HarEntry, HarHeader } from './har-entry';
import type { HarWriter } from './har-writer';

/** The tab that a file's requests are put into: a HAR knows none. */
const TAB = 1;
const STORES = { chromium: '0', firefox: 'firefox-default' } as const;

/** Makes facts of entries that come in the order of time. */
export class HarFacts {
  readonly #writer: HarWriter;
  readonly #digest: Digest;
  /** No cookie is in the whole file: whether one was sent is not known. */
  readonly #isBare: boolean;
  readonly #contexts: HarContexts;
  readonly #chains = new HarChains();
  readonly #firstContext = new Map<string, HarContext>();
  readonly #drafts: Draft[] = [];
  readonly #lacks = new Set<Lack>();

  constructor(writer: HarWriter, titles: ReadonlyMap<string, string>, digest: Digest, isBare: boolean) {
    this.#writer = writer;
    this.#digest = digest;
    this.#isBare = isBare;
    this.#contexts = new HarContexts(titles);
  }

  /** In the order of time, numbered. */
  get facts(): readonly Fact[] {
    const inOrder = this.#drafts.toSorted((a, b) => a.at - b.at);
    return inOrder.map((draft, index) => ({ ...draft, seq: index + 1 }) as Fact);
  }

  get lacks(): readonly Lack[] {
    return [...this.#lacks];
  }

  start(at: Instant): void {
    const { browser, browserVersion } = this.#writer;
    this.#drafts.push({
      kind: 'recorder-started',
      at,
      cause: 'devtools-opened',
      tabId: TAB,
      storeId: STORES[browser],
      browser,
      browserVersion,
    });
  }

  add(entry: HarEntry, start: number): void {
    const hop = this.#chains.take(entry, start);
    // The hop before is over when the next one goes out, however the two were timed.
    const at = Math.max(start, hop.after ?? start);
    const context = this.#context(entry, hop);
    const cookies = cookiesOf(entry, this.#writer.joinsByComma);
    this.#note(context, cookies);
    const wire = wireOf(entry, hop, context);
    const head = [...entry.responseHeaders.filter(isOther('set-cookie')), ...cookies.setCookie.map(octetHeader('Set-Cookie'))];
    const isOwn = entry.isFromCache || entry.isFromWorker || entry.isIntercepted;
    const nothingSent = isOwn || isOwnRedirect({ ...wire(at), statusCode: 200, responseHeaders: head });
    this.#drafts.push(
      this.#sent(entry, { ...wire(at), requestHeaders: requestHeaders(entry, cookies) }, hop, context, nothingSent),
    );
    if (entry.status === null) return;
    if (entry.status > 0) this.#answered(entry, { wire, head, hop, context, at, status: entry.status });
    else this.#drafts.push(requestFailed({ ...wire(at + entry.toEnd), error: entry.error || 'failed' }, hop.hop));
  }

  #context(entry: HarEntry, { request, hop }: HarHop): HarContext {
    const known = hop === 0 ? undefined : this.#firstContext.get(request);
    const context = known ?? this.#contexts.of(entry);
    this.#firstContext.set(request, context);
    return context;
  }

  #note({ isCertain }: HarContext, { isRebuilt, wasMerged, hasWideText }: HarCookies): void {
    if (!isCertain) this.#lacks.add('context');
    if (isRebuilt) this.#lacks.add('cookies-rebuilt');
    if (wasMerged) this.#lacks.add('merged-lines');
    if (hasWideText) this.#lacks.add('octets');
  }

  #sent(
    entry: HarEntry,
    event: Parameters<typeof requestSent>[0],
    { hop }: HarHop,
    { initiator }: HarContext,
    nothingSent: boolean,
  ): Draft {
    const fields = digestFields(fieldsOf(entry), this.#digest, messageInField);
    const sent = requestSent(event, { dialect: 'chromium', hop, fields, digest: this.#digest }) as Omit<RequestSent, 'seq'>;
    return {
      ...sent,
      unseen: this.#isBare && !nothingSent,
      nothingSent,
      ...(initiator === undefined && { initiatorUnknown: true as const }),
    };
  }

  #answered(entry: HarEntry, { wire, head, hop, context, at, status }: Answer): void {
    const { isFromCache, isFromWorker } = entry;
    const event = { ...wire(at + entry.toHead), statusCode: status, responseHeaders: head };
    // What a cached response once set was set then.
    if (!isFromCache && !isFromWorker) this.#drafts.push(responseReceived(event, 'chromium', hop.hop));
    const end = { ...wire(at + entry.toEnd), statusCode: status, fromCache: isFromCache };
    const to = redirectOf(entry);
    if (to !== null) {
      this.#chains.redirected(to, hop, at + entry.toEnd);
      this.#drafts.push(requestRedirected({ ...end, redirectUrl: to }, hop.hop));
      return;
    }
    this.#arrived(entry, context, at + entry.toHead);
    this.#drafts.push(requestCompleted(end, hop.hop));
  }

  /** A document takes its place in the tab or the frame; one without contents, or a download, takes none. */
  #arrived(entry: HarEntry, context: HarContext, at: number): void {
    const isDocument = context.type === 'main_frame' || context.type === 'sub_frame';
    if (!isDocument || entry.status === 204 || entry.status === 205 || isDownload(entry)) return;
    this.#contexts.arrived(entry, context);
    const { frameId, parentFrameId } = context;
    this.#drafts.push(
      navigationCommitted({ tabId: TAB, frameId, parentFrameId, url: entry.url, timeStamp: at, transitionType: 'unknown' }),
    );
  }
}

interface Answer {
  /** The request's part of an event at a time. */
  readonly wire: (at: number) => WireRequest;
  readonly head: readonly WireHeader[];
  readonly hop: HarHop;
  readonly context: HarContext;
  readonly at: number;
  readonly status: number;
}

const wireOf =
  (entry: HarEntry, { request }: HarHop, context: HarContext) =>
  (at: number): WireRequest => ({
    requestId: request,
    url: entry.url,
    method: entry.method,
    type: context.type,
    tabId: TAB,
    frameId: context.frameId,
    parentFrameId: context.parentFrameId,
    timeStamp: instant(at),
    ...(typeof context.initiator === 'string' && { initiator: context.initiator }),
    ...(context.documentUrl !== null && { documentUrl: context.documentUrl }),
    ...(context.ancestors !== null && {
      frameAncestors: context.ancestors.map((url, frameId) => ({ url, frameId })).reverse(),
    }),
  });

const isOther =
  (name: string) =>
  (header: HarHeader): boolean =>
    header.name.toLowerCase() !== name;

/** A header whose octets are known, one a character. */
const octetHeader =
  (name: string) =>
  (octets: string): WireHeader => ({ name, binaryValue: Array.from(octets, (char) => char.charCodeAt(0)) });

const requestHeaders = (entry: HarEntry, { cookie }: HarCookies): readonly WireHeader[] => [
  ...entry.requestHeaders.filter(isOther('cookie')),
  ...(cookie === null ? [] : [octetHeader('Cookie')(cookie)]),
];

const isDownload = ({ responseHeaders }: HarEntry): boolean =>
  responseHeaders.some(({ name, value }) => name.toLowerCase() === 'content-disposition' && /^\s*attachment/i.test(value));

/** Names of the body's fields: of a form as it stands, of JSON by its text. */
function fieldsOf({ postData }: HarEntry): readonly BodyField[] | null {
  if (postData === null) return null;
  const { params, text, mimeType } = postData;
  if (params.length > 0) return fieldsOfPairs(params);
  return text === null ? null : fieldsOfText(text, mimeType);
}
