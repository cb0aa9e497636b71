import type { Instant } from '../engine/base/units';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { Access } from '../engine/verdict/access/access';
import { decideSend } from '../engine/verdict/on-send';
import type { StoreId } from '../facts/fact';
import { carries, type ExchangeTrack, reopen } from './exchange-track';
import type { JarHistory } from './jar-history/jar-history';
import { REPORTED_AT_LATEST, REPORTED_LATE } from './jar-history/report-delays';
import { MODE_UNKNOWN } from './requests/credentials';
import { stillShowOmission } from './requests/omission';
import { isPairOf } from './requests/sending';
import { isSameList, sharedSent } from './requests/sharing';
import { withheldBead } from './requests/simultaneous';
import type { Exchange, SentCookie, WithheldCookie } from './rows/exchange';

/** How many exchanges at most are gone over when a cookie turns out to have been refused. */
const MOST_RECENT = 400;
/**
 * Exchanges whose Cookie header did not fit the replayed jar. A change that was made before the request is often
 * told after it; then the exchange, not the browser, is put right.
 */
export class MismatchResolver {
  #open: ExchangeTrack[] = [];
  /** Those of the last while that held a cookie back. */
  #recent: ExchangeTrack[] = [];
  readonly #historyOf: (storeId: StoreId) => JarHistory;
  readonly #accessOf: (exchange: Exchange) => Access;
  readonly #show: (track: ExchangeTrack) => void;

  constructor(
    history: (storeId: StoreId) => JarHistory,
    accessOf: (exchange: Exchange) => Access,
    show: (track: ExchangeTrack) => void,
  ) {
    this.#historyOf = history;
    this.#accessOf = accessOf;
    this.#show = show;
  }

  add(track: ExchangeTrack): void {
    const { cookies, withheld } = track.exchange;
    if (cookies.some(isUnmatched)) this.#carried(track);
    if (cookies.some(isUnmatched) || withheld.some(isSurprise)) this.#open.push(track);
    if (withheld.length === 0) return;
    const { at } = track.exchange;
    // In one go now and then: they come by the thousand.
    if (this.#recent.length > MOST_RECENT)
      this.#recent = this.#recent.filter(({ exchange }) => at - exchange.at <= REPORTED_AT_LATEST).slice(-MOST_RECENT / 2);
    this.#recent.push(track);
  }

  /** A request carries what the answer to one before it set: that one had not left its credentials out. */
  #carried({ storeId, exchange }: ExchangeTrack): void {
    for (const track of this.#recent) {
      if (track.credentials !== 'omit-inferred' || track.storeId !== storeId) continue;
      if (!track.lines.some(({ line }) => carries(exchange, line.target, line.parsed.value))) continue;
      reopen(track);
      this.#show(track);
    }
  }

  /** The replayed jar followed what was seen at a time. */
  jarChanged(storeId: StoreId, at: Instant): void {
    if (this.#open.length === 0) return;
    this.#open = this.#open.filter(({ exchange }) => Math.abs(at - exchange.at) <= REPORTED_AT_LATEST);
    const history = this.#historyOf(storeId);
    for (const track of this.#open) {
      if (track.storeId !== storeId) continue;
      const { setByRedirect } = track;
      const { withheld, at: sentAt } = track.exchange;
      const stays = (one: WithheldCookie): boolean =>
        !isSurprise(one) || at - sentAt > latestReport(one) || history.jar.find(one.cookie) === one.cookie;
      const isThere = ({ cookie }: WithheldCookie): boolean => history.jar.find(cookie) !== null;
      if (track.credentials === 'omit-inferred' && !stillShowOmission(withheld, isThere)) {
        reopen(track);
        this.#show(track);
      }
      this.#change(
        track,
        track.exchange.withheld
          .filter(stays)
          .map((one) => (one.agreement === 'differs' ? withheldBead(one, sentAt, { history, setByRedirect }) : one)),
        this.#linked(track, history),
      );
    }
  }

  /** The replayed jar held a cookie that the browser had refused, or had not got before a time: till then it was not withheld. */
  refused(cookie: StoredCookie, before: number = Number.POSITIVE_INFINITY): void {
    for (const track of this.#recent) {
      const { withheld, cookies, at } = track.exchange;
      if (at > before || withheld.every((one) => one.cookie !== cookie)) continue;
      this.#change(
        track,
        withheld.filter((one) => one.cookie !== cookie),
        cookies,
      );
    }
  }

  /** Looks in the jar as it is now for what the request carried: a script's cookie is reported after it. */
  #linked({ exchange }: ExchangeTrack, { jar }: JarHistory): readonly SentCookie[] {
    if (!exchange.cookies.some(isUnmatched)) return exchange.cookies;
    const access = this.#accessOf(exchange);
    const known = new Set(exchange.cookies.map(({ cookie }) => cookie));
    const candidates = jar.candidates(access.host).filter((cookie) => !known.has(cookie));
    return exchange.cookies.map((sent) => {
      if (!isUnmatched(sent)) return sent;
      const { name, value } = sent;
      const same = candidates.filter((each) => isPairOf({ name, value, hasEquals: name !== '' }, each));
      const sendable = same.find((each) => decideSend(each, access).outcome === 'sent');
      const cookie = sendable ?? (sent.cookie === null ? same[0] : undefined);
      return cookie === undefined ? sent : sharedSent(cookie, decideSend(cookie, access));
    });
  }

  #change(track: ExchangeTrack, withheld: readonly WithheldCookie[], cookies: readonly SentCookie[]): void {
    const { exchange } = track;
    if (isSameList(withheld, exchange.withheld) && isSameList(cookies, exchange.cookies)) return;
    track.exchange = { ...exchange, withheld, cookies };
    if (track.credentials === 'omit-inferred' && !stillShowOmission(withheld, () => true)) reopen(track);
    // What was missing from the header was not there to be sent: the page had not left its credentials out.
    const isLikely = !track.credentialsCertain && !withheld.some(isSurprise);
    if (track.credentials === MODE_UNKNOWN && isLikely) track.credentials = 'include';
    this.#show(track);
  }
}

/** Sent, and not (or not rightly) known as a cookie of the jar. */
const isUnmatched = ({ cookie, predicted }: SentCookie): boolean => cookie === null || predicted.outcome === 'withheld';

/** Where the engine says it should have gone, unless the page left its credentials out. */
const isSurprise = ({ agreement, predicted }: WithheldCookie): boolean =>
  agreement === 'differs' || predicted.missing.includes(MODE_UNKNOWN.unknown);

/** A header without a cookie that must go shows that it was gone; one whose request may have left it out shows less. */
const latestReport = ({ agreement }: WithheldCookie): number => (agreement === 'differs' ? REPORTED_AT_LATEST : REPORTED_LATE);
