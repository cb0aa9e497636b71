import type { StoreId } from '../facts/fact';
import type { Instant } from '../facts/units';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from '../verdict/access';
import { decideSend } from '../verdict/on-send';
import { reconcile } from '../verdict/reconcile';
import { MODE_UNKNOWN } from './credentials';
import type { Exchange, SentCookie, WithheldCookie } from './exchange';
import type { ExchangeTrack } from './exchanges';
import type { Ledger } from './ledger';
import { isPairOf, TOLD_LATE } from './sending';

/** How long an exchange that does not fit the replayed jar may be explained by what is told later. */
const OPEN = 5_000;
/**
 * Exchanges whose Cookie header did not fit the replayed jar. A change that was made before the request is often
 * told after it; then the exchange, not the browser, is put right.
 */
export class Doubts {
  #open: ExchangeTrack[] = [];
  readonly #ledger: (storeId: StoreId) => Ledger;
  readonly #accessOf: (exchange: Exchange) => Access;
  readonly #show: (track: ExchangeTrack) => void;

  constructor(
    ledger: (storeId: StoreId) => Ledger,
    accessOf: (exchange: Exchange) => Access,
    show: (track: ExchangeTrack) => void,
  ) {
    this.#ledger = ledger;
    this.#accessOf = accessOf;
    this.#show = show;
  }

  add(track: ExchangeTrack): void {
    const { cookies, withheld } = track.exchange;
    if (cookies.some(({ cookie }) => cookie === null) || withheld.some(isSurprise)) this.#open.push(track);
  }

  /** The replayed jar followed what was seen at a time. */
  jarChanged(storeId: StoreId, at: Instant): void {
    if (this.#open.length === 0) return;
    this.#open = this.#open.filter(({ exchange }) => Math.abs(at - exchange.at) <= OPEN);
    const ledger = this.#ledger(storeId);
    for (const track of this.#open) {
      if (track.storeId !== storeId) continue;
      const late = at - track.exchange.at <= TOLD_LATE;
      const stays = (one: WithheldCookie): boolean => !isSurprise(one) || !late || ledger.jar.find(one.cookie) === one.cookie;
      this.#change(track, track.exchange.withheld.filter(stays), this.#linked(track, ledger));
    }
  }

  /** The replayed jar held a cookie that the browser had refused: it was never withheld. */
  refused(cookie: StoredCookie): void {
    for (const track of this.#open) {
      const { withheld, cookies } = track.exchange;
      this.#change(
        track,
        withheld.filter((one) => one.cookie !== cookie),
        cookies,
      );
    }
  }

  #linked({ exchange }: ExchangeTrack, { jar }: Ledger): readonly SentCookie[] {
    if (exchange.cookies.every(({ cookie }) => cookie !== null)) return exchange.cookies;
    const access = this.#accessOf(exchange);
    const known = new Set(exchange.cookies.map(({ cookie }) => cookie));
    const candidates = jar.candidates(access.host).filter((cookie) => !known.has(cookie));
    return exchange.cookies.map((sent) => {
      if (sent.cookie !== null) return sent;
      const { name, value } = sent;
      const cookie = candidates.find((each) => isPairOf({ name, value, hasEquals: name !== '' }, each));
      if (cookie === undefined) return sent;
      const predicted = decideSend(cookie, access);
      return { name, value, cookie, predicted, agreement: reconcile(predicted, 'sent') };
    });
  }

  #change(track: ExchangeTrack, withheld: readonly WithheldCookie[], cookies: readonly SentCookie[]): void {
    const { exchange } = track;
    const same = withheld.length === exchange.withheld.length && cookies.every((each, place) => each === exchange.cookies[place]);
    if (same) return;
    track.exchange = { ...exchange, withheld, cookies };
    // What was missing from the header was not there to be sent: the page had not left its credentials out.
    if (track.credentials === MODE_UNKNOWN && !withheld.some(isSurprise)) track.credentials = 'include';
    this.#show(track);
  }
}

/** Where the engine says it should have gone, unless the page left its credentials out. */
const isSurprise = ({ agreement, predicted }: WithheldCookie): boolean =>
  agreement === 'differs' || predicted.missing.includes(MODE_UNKNOWN.unknown);
