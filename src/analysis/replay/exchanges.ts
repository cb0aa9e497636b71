import type { RequestCompleted, RequestFailed, RequestRedirected, RequestSent, ResponseReceived, StoreId } from '../facts/fact';
import { type Milliseconds, milliseconds } from '../facts/units';
import { accessOf, type EngineSettings } from '../verdict/access';
import type { Credentials } from './credentials';
import type { Exchange } from './exchange';
import type { FrameTree } from './frames';
import type { JarReadings } from './jar-readings';
import type { Ledger } from './ledger';
import type { Observations } from './observations';
import type { LineTrack } from './pending-lines';
import { isThirdParty, requestContext } from './request-context';
import { sending } from './sending';
import { judgeLine } from './setting';

/** An exchange as it stands now, and where in the jar's past it belongs. */
export interface ExchangeTrack {
  exchange: Exchange;
  readonly storeId: StoreId;
  /** The ledger's mark when the request went out. */
  readonly mark: number;
  credentials: Credentials;
  lines: readonly LineTrack[];
}

/** What turning requests into exchanges needs. */
export interface Surroundings {
  readonly frames: FrameTree;
  readonly readings: JarReadings;
  readonly observations: Observations;
  readonly ledger: (storeId: StoreId) => Ledger;
  /** As the recording's browser has it. */
  readonly settings: () => EngineSettings;
  /** The store of the recorded tab, where a browser does not name it. */
  readonly tabStore: () => StoreId;
  /** Called whenever an exchange that was given out has changed. */
  readonly changed: (track: ExchangeTrack) => void;
}

/** Requests and responses become exchanges, one a hop. */
export class Exchanges {
  readonly #tracks = new Map<string, ExchangeTrack>();
  /** The last exchange of each hop, by `request#hop`: what comes next is about it. */
  readonly #latest = new Map<string, ExchangeTrack>();
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The exchange of a row's id. */
  track(id: string): ExchangeTrack | null {
    return this.#tracks.get(id) ?? null;
  }

  sent(sent: RequestSent): ExchangeTrack {
    const { frames, readings, ledger, settings, tabStore } = this.#around;
    const storeId = sent.storeId ?? tabStore();
    const path = frames.path(sent);
    const context = requestContext(sent, path, this.#chain(sent));
    const access = accessOf({ url: sent.url, via: 'http', context, at: sent.at, date: null }, settings());
    const jar = ledger(storeId);
    const { mark } = jar;
    const { credentials, ...beads } = sending(sent, access, {
      ledger: jar,
      jarRead: readings.hasRead(storeId, access.host),
    });
    const track: ExchangeTrack = {
      exchange: {
        kind: 'exchange',
        id: this.#free(sent),
        request: sent.request,
        hop: sent.hop,
        tabId: sent.tabId,
        at: sent.at,
        took: null,
        url: sent.url,
        sent,
        received: null,
        state: 'pending',
        status: null,
        error: null,
        redirectsTo: null,
        fromCache: false,
        context,
        thirdParty: isThirdParty(sent, path),
        ...beads,
        lines: [],
      },
      storeId,
      mark,
      credentials,
      lines: [],
    };
    this.#forgetExpired(track, jar);
    this.#latest.set(idOf(sent), track);
    this.#tracks.set(track.exchange.id, track);
    return track;
  }

  received(received: ResponseReceived): void {
    const track = this.#latest.get(idOf(received));
    // Without its request (sent before the recording began) nothing tells whose response it is.
    if (track === undefined) return;
    const { exchange } = track;
    // A 304 is told twice by Firefox: the second time as the cached response it stands for.
    if (exchange.received !== null) return;
    const isNavigation = exchange.sent.type === 'document' || exchange.sent.type === 'subdocument';
    if (isNavigation && !isRedirect(received.status)) this.#around.frames.arrives(exchange.sent);
    track.exchange = { ...exchange, received, status: received.status, took: since(exchange, received) };
    if (received.setCookie.length > 0) track.lines = this.#lines(track, received);
    this.#around.changed(track);
  }

  #lines({ exchange, storeId, credentials }: ExchangeTrack, { at, date, setCookie }: ResponseReceived): readonly LineTrack[] {
    const { observations, ledger, settings } = this.#around;
    const access = accessOf({ url: exchange.url, via: 'http', context: exchange.context, at, date }, settings());
    const { jar } = ledger(storeId);
    return observations.received({
      storeId,
      exchange: exchange.id,
      host: access.host,
      at,
      lines: setCookie,
      judge: (line) => judgeLine(jar, access, credentials, line),
    });
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
    this.#change(fact, { state: 'failed', error: fact.error });
  }

  /** Firefox does not tell when a cookie's time is up: having said it once, the replayed jar lets it go. */
  #forgetExpired({ exchange }: ExchangeTrack, ledger: Ledger): void {
    if (this.#around.settings().profile !== 'firefox') return;
    for (const { cookie, predicted } of exchange.withheld) {
      if (predicted.reasons.includes('expired') && ledger.jar.find(cookie) === cookie) ledger.remove(cookie, exchange.at);
    }
  }

  #change(fact: RequestRedirected | RequestCompleted | RequestFailed, changed: Partial<Exchange>): void {
    const track = this.#latest.get(idOf(fact));
    if (track === undefined) return;
    track.exchange = { ...track.exchange, ...changed };
    this.#around.changed(track);
  }

  /** URLs of the hops before. */
  #chain({ request, hop }: RequestSent): readonly string[] {
    const before = hop === 0 ? undefined : this.#latest.get(idOf({ request, hop: hop - 1 }));
    return before === undefined ? [] : [...before.exchange.context.redirectChain, before.exchange.url];
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

const idOf = ({ request, hop }: { readonly request: string; readonly hop: number }): string => `${request}#${hop}`;

const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304;

/** Time stamps of different events may run backwards by a little. */
const since = ({ at }: Exchange, received: ResponseReceived): Milliseconds => milliseconds(Math.max(0, received.at - at));
