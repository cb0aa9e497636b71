import { NOTHING } from '../engine/base/lists';
import { type Bytes, type Milliseconds, milliseconds } from '../engine/base/units';
import type { Identity } from '../engine/jar/identity';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { ResponseReceived, StoreId } from '../facts/fact';
import { identityKey } from './jar-history/cookie-keys';
import type { LineTrack } from './observations/pending-lines';
import { type Credentials, isOmissionInferred, MODE_UNKNOWN, withoutInference } from './requests/credentials';
import { sharedWithheld } from './requests/sharing';
import type { Exchange, SetLine, Transmission } from './rows/exchange';

/** An exchange as it stands now, and where in the jar's past it belongs. */
export interface ExchangeTrack {
  exchange: Exchange;
  readonly storeId: StoreId;
  /** The jar history's mark when the request went out. */
  readonly mark: number;
  /** Whether the redirect that led here set this cookie. */
  readonly setByRedirect: (cookie: StoredCookie) => boolean;
  credentials: Credentials;
  /** Whether the request itself tells them, and not only habit. */
  readonly credentialsCertain: boolean;
  lines: readonly LineTrack[];
}

/** The id of a row: `r7#0` is the first hop of request `r7`. */
export const idOf = ({ request, hop }: { readonly request: string; readonly hop: number }): string => `${request}#${hop}`;

/** URLs of the hops up to this one. */
export const redirectChainOf = (before: ExchangeTrack | null): readonly string[] =>
  before === null ? NOTHING : [...before.exchange.context.redirectChain, before.exchange.url];

/** Whether the request carried this very cookie. Of an unknown one with its name and value nothing else is likely. */
export const carries = ({ cookies }: Exchange, identity: Identity, value: Bytes): boolean =>
  cookies.some(
    (sent) =>
      sent.name === identity.name &&
      sent.value === value &&
      (sent.cookie === null || identityKey(sent.cookie) === identityKey(identity)),
  );

const NEVER = (): boolean => false;

/** A test of whether the exchange before set a cookie. */
export function setBy(before: ExchangeTrack | null): ExchangeTrack['setByRedirect'] {
  if (before === null || before.lines.length === 0) return NEVER;
  const keys = new Set(before.lines.flatMap(({ line }) => (line.result === null ? [] : [identityKey(line.result)])));
  return (cookie) => keys.has(identityKey(cookie));
}

export const whenFailed = ({ received, transmission }: Exchange): Transmission =>
  received === null && transmission === 'observed' ? 'uncertain' : transmission;

export const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304;

/** Time stamps of different events may run backwards by a little. */
export const since = ({ at }: Exchange, received: ResponseReceived): Milliseconds => milliseconds(Math.max(0, received.at - at));

/** What a line came to also shows whether its request had credentials. */
export function observedLine(track: ExchangeTrack, { predicted, agreement }: SetLine): void {
  if (track.credentials === 'omit-inferred') {
    if (agreement === 'differs') reopen(track);
  } else if (predicted.missing.includes(MODE_UNKNOWN.unknown)) track.credentials = MODE_UNKNOWN;
}

/** Takes back that the request left its credentials out, which was only inferred: something speaks against it. */
export function reopen(track: ExchangeTrack): void {
  track.credentials = MODE_UNKNOWN;
  const withheld = track.exchange.withheld.map((bead) =>
    isOmissionInferred(bead.predicted) ? sharedWithheld(bead.cookie, withoutInference(bead.predicted)) : bead,
  );
  track.exchange = { ...track.exchange, withheld };
  for (const each of track.lines) {
    if (isOmissionInferred(each.line.predicted))
      each.line = { ...each.line, predicted: withoutInference(each.line.predicted), agreement: 'not-observed' };
  }
}
