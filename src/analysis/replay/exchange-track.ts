import { type Bytes, type Milliseconds, milliseconds } from '../engine/base/units';
import type { Identity } from '../engine/jar/identity';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { ResponseReceived, StoreId } from '../facts/fact';
import { identityKey } from './jar-history/cookie-keys';
import type { LineTrack } from './observations/pending-lines';
import type { Credentials } from './requests/credentials';
import type { Exchange, Transmission } from './rows/exchange';

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
  before === null ? [] : [...before.exchange.context.redirectChain, before.exchange.url];

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
