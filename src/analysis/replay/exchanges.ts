import { NOTHING } from '../engine/base/lists';
import { instant } from '../engine/base/units';
import { SITE_LIMITS } from '../engine/jar/limits';
import { reachOf } from '../engine/verdict/clear-site-data';
import { clearsCookies } from '../facts/clear-site-data';
import type { RequestCompleted, RequestFailed, RequestRedirected, RequestSent, ResponseReceived, StoreId } from '../facts/fact';
import {
  carries,
  type ExchangeTrack,
  idOf,
  isRedirect,
  observedLine,
  redirectChainOf,
  setBy,
  since,
  whenFailed,
} from './exchange-track';
import type { JarHistory } from './jar-history/jar-history';
import type { JarReadings, Partition } from './jar-history/jar-readings';
import type { Clearing } from './observations/attributions';
import type { Observations } from './observations/observations';
import type { LineTrack } from './observations/pending-lines';
import { ForwardedNavigations, isForwardedByWorker } from './requests/forwarded-navigations';
import type { FrameTree } from './requests/frames';
import { ownSiteWorker } from './requests/own-site-worker';
import { Preloads } from './requests/preloads';
import { continuedContext, isThirdPartyRequest, requestContext } from './requests/request-context';
import type { RequestJudge } from './requests/request-judge';
import { judgeLine } from './requests/setting';
import { retried } from './requests/storage-access-retry';
import type { Exchange, SetLine, Setter } from './rows/exchange';

/** What turning requests into exchanges needs. */
export interface ExchangesDeps {
  readonly frames: FrameTree;
  readonly readings: JarReadings;
  readonly observations: Observations;
  readonly history: (storeId: StoreId) => JarHistory;
  readonly judge: RequestJudge;
  /** The store of the recorded tab, where a browser does not name it. */
  readonly tabStore: () => StoreId;
  /** A response told the browser to clear its site's cookies. */
  readonly clears: (clearing: Clearing) => void;
  /** Called whenever an exchange that was given out has changed. */
  readonly changed: (track: ExchangeTrack) => void;
}

/** Requests and responses become exchanges, one a hop. */
export class Exchanges {
  readonly #tracks = new Map<string, ExchangeTrack>();
  /** The last exchange of each hop, by `request#hop`: what comes next is about it. */
  readonly #latest = new Map<string, ExchangeTrack>();
  readonly #preloads = new Preloads();
  readonly #forwarded = new ForwardedNavigations();
  readonly #deps: ExchangesDeps;

  constructor(deps: ExchangesDeps) {
    this.#deps = deps;
  }

  get count(): number {
    return this.#tracks.size;
  }

  /** The exchange of a row's id. */
  track(id: string): ExchangeTrack | null {
    return this.#tracks.get(id) ?? null;
  }

  /** The outcome of a line was observed: it also shows what the browser does with third-party cookies. */
  observed(id: string, line: SetLine): ExchangeTrack | null {
    const track = this.track(id);
    if (track === null) return null;
    this.#deps.judge.observed(track.exchange, line, track.storeId);
    observedLine(track, line);
    return track;
  }

  /** The response and line that a track is of. */
  setter(track: LineTrack | null): Setter | null {
    const exchange = track === null ? undefined : this.#tracks.get(track.exchange)?.exchange;
    return track === null || exchange === undefined ? null : { exchange, line: track.line };
  }

  sent(sent: RequestSent): ExchangeTrack {
    const { judge, history, readings, tabStore } = this.#deps;
    const storeId = sent.storeId ?? tabStore();
    const before = this.#before(sent);
    const { context, thirdParty } = this.#context(sent, before);
    const setByRedirect = setBy(before);
    const preloaded = this.#preloads.serves(sent);
    this.#preloads.note(sent);
    const jar = history(storeId);
    const { mark } = jar;
    const id = this.#free(sent);
    const { credentials, credentialsCertain, basis, ...beads } = judge.sending(
      preloaded ? { ...sent, nothingSent: true } : sent,
      { id, storeId, context, setByRedirect },
    );
    const track: ExchangeTrack = {
      exchange: {
        kind: 'exchange',
        id,
        request: sent.request,
        hop: sent.hop,
        tabId: sent.tabId,
        at: sent.at,
        took: null,
        url: sent.url,
        sent,
        received: null,
        transmission: preloaded ? 'preloaded' : sent.nothingSent ? 'none' : sent.unseen ? 'unseen' : 'observed',
        state: 'pending',
        status: null,
        error: null,
        redirectsTo: null,
        fromCache: false,
        context,
        thirdParty,
        policy: basis,
        ...beads,
        lines: NOTHING,
      },
      storeId,
      mark,
      setByRedirect,
      credentials,
      credentialsCertain,
      lines: NOTHING,
    };
    if (!readings.isTold(storeId)) jar.used(beads.cookies, sent.at);
    this.#forgetExpired(track, jar);
    this.#latest.set(idOf(sent), track);
    this.#tracks.set(track.exchange.id, track);
    return track;
  }

  /** The request's circumstances; of a navigation that a service worker passes on, those of the navigation. */
  #context(sent: RequestSent, before: ExchangeTrack | null): Pick<Exchange, 'context' | 'thirdParty'> {
    const { frames, judge } = this.#deps;
    const asked = isForwardedByWorker(sent) ? this.#forwarded.askedFor(sent) : null;
    const atHome =
      asked === null ? ownSiteWorker(sent, judge.sendsStorageAccess, (origin) => frames.sitsElsewhere(origin)) : null;
    const path = asked?.path ?? atHome?.path ?? this.#deps.frames.path(sent);
    this.#forwarded.note({ sent, path });
    const own = asked === null ? (atHome?.sent ?? sent) : { ...asked.sent, headers: sent.headers };
    const context = requestContext(own, path, redirectChainOf(before));
    return {
      context: before === null ? context : continuedContext(context, before.exchange.context),
      thirdParty: isThirdPartyRequest(own, path),
    };
  }

  received(received: ResponseReceived): void {
    const track = this.#latest.get(idOf(received));
    // Without its request (sent before the recording began) nothing tells whose response it is.
    if (track === undefined) return;
    const { exchange } = track;
    // A 304 is told twice by Firefox: the second time as the cached response it stands for.
    if (exchange.received !== null) return;
    const isNavigation = exchange.sent.type === 'document' || exchange.sent.type === 'subdocument';
    if (isNavigation && !isRedirect(received.status)) this.#deps.frames.arrives(exchange.sent);
    track.exchange = {
      ...exchange,
      ...retried(exchange, received),
      received,
      status: received.status,
      took: since(exchange, received),
    };
    if (received.setCookie.length > 0) track.lines = this.#lines(track, received);
    if (clearsCookies(received)) this.#clears(track, received);
    this.#deps.changed(track);
  }

  #lines(
    { exchange, storeId, credentials, credentialsCertain }: ExchangeTrack,
    received: ResponseReceived,
  ): readonly LineTrack[] {
    const { observations, history, readings, judge } = this.#deps;
    const { at, date, setCookie } = received;
    const access = judge.access({ ...exchange, at }, judge.browser, date);
    const { jar } = history(storeId);
    const jarRead = (partition: Partition): boolean => readings.hasRead(storeId, access.host, partition);
    const clears = access.trustworthy && clearsCookies(received);
    return observations.received({
      storeId,
      exchange: exchange.id,
      host: access.host,
      at,
      // Of a request that went out unseen only the response is known.
      sentAt: exchange.transmission === 'unseen' ? instant(0) : exchange.at,
      lines: setCookie,
      carried: (cookie, value) => carries(exchange, cookie, value),
      assumed: { credentials: credentials === 'include' && !credentialsCertain, apart: judge.assumesApart(exchange) },
      limits: readings.isTold(storeId) ? null : SITE_LIMITS[judge.browser],
      judge: (line) => judgeLine({ jar, access, credentials, jarRead, clears }, line),
    });
  }

  #clears({ exchange, storeId }: ExchangeTrack, { at }: ResponseReceived): void {
    const reach = reachOf(this.#deps.judge.access({ ...exchange, at }));
    if (reach !== null) this.#deps.clears({ ...reach, storeId, by: { exchange: exchange.id }, at });
  }

  redirected(fact: RequestRedirected): void {
    const { status, fromCache, to } = fact;
    this.#change(fact, { state: 'redirected', status, fromCache, redirectsTo: to });
  }

  completed(fact: RequestCompleted): void {
    const { status, fromCache } = fact;
    this.#change(fact, { state: 'completed', status, fromCache });
  }

  failed(fact: RequestFailed): void {
    const exchange = this.#latest.get(idOf(fact))?.exchange;
    if (exchange !== undefined) this.#change(fact, { state: 'failed', error: fact.error, transmission: whenFailed(exchange) });
  }

  /** Firefox does not tell when a cookie's time is up: having said it once, the replayed jar lets it go. */
  #forgetExpired({ exchange }: ExchangeTrack, history: JarHistory): void {
    if (this.#deps.judge.browser !== 'firefox') return;
    for (const { cookie, predicted } of exchange.withheld) {
      if (predicted.reasons.includes('expired') && history.jar.find(cookie) === cookie) history.remove(cookie, exchange.at);
    }
  }

  #change(fact: RequestRedirected | RequestCompleted | RequestFailed, changed: Partial<Exchange>): void {
    const track = this.#latest.get(idOf(fact));
    if (track === undefined) return;
    track.exchange = { ...track.exchange, ...changed };
    this.#deps.changed(track);
  }

  /** The hop before this one. */
  #before({ request, hop }: RequestSent): ExchangeTrack | null {
    return hop === 0 ? null : (this.#latest.get(idOf({ request, hop: hop - 1 })) ?? null);
  }

  /** A request that asks again on the same hop (after a 401) gets a row of its own. */
  #free(sent: RequestSent): string {
    const id = idOf(sent);
    if (!this.#tracks.has(id)) return id;
    let again = 2;
    while (this.#tracks.has(`${id}+${again}`)) again += 1;
    return `${id}+${again}`;
  }
}
