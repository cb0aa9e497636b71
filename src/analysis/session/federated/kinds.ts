import type { SignInMessage } from '../../facts/sign-in-message';
import type { Exchange } from '../../replay/rows/exchange';
import type { CookieLife } from '../cookies/cookie-life';

export type Protocol = 'openid-connect' | 'oauth2' | 'saml' | 'ws-federation';

/** The browser sent to another site to sign in there. */
export interface Leave {
  readonly exchange: Exchange;
  readonly protocol: Protocol;
  /** Host and port of the site that signs in. */
  readonly provider: string;
  /** Host that asked for it; null = not known. */
  readonly application: string | null;
  /** The page where the answer is to go; null = the request does not say. */
  readonly replyTo: string | null;
  /** Names of the request's parameters, and the values of those that hold no secret. */
  readonly asked: RequestParameters;
  /** Secret: to be compared, never shown. */
  readonly secrets: Secrets;
  /** Of SAML: what the request says. */
  readonly message: SignInMessage | null;
}

export interface RequestParameters {
  readonly responseType: string | null;
  readonly responseMode: string | null;
  readonly prompt: string | null;
  readonly challengeMethod: 'S256' | 'plain' | null;
  /** The parameters were handed over between the servers before. @see RFC 9126 */
  readonly isPushed: boolean;
}

/** What must come back, or be proved, by its value. null = the request has none. */
export interface Secrets {
  readonly state: string | null;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly relayState: string | null;
}

/** The browser sent back with an answer. */
export interface ProviderAnswer {
  readonly exchange: Exchange;
  readonly binding: 'address' | 'form' | 'fragment';
  /** The code of the error that it tells; null = none. */
  readonly error: string | null;
  readonly message: SignInMessage | null;
}

/**
 * What a request has to do with a transaction. `provider`: a page of the other site. `landing`: where the application led to
 * after the answer. `token`: the page itself fetched tokens.
 */
export type TransactionPart = 'start' | 'leave' | 'provider' | 'credentials' | 'consent' | 'return' | 'landing' | 'token';

export interface TransactionHop {
  readonly exchange: Exchange;
  readonly part: TransactionPart;
}

/** Where a value was met. */
export type ValuePlace =
  | { readonly kind: 'cookie'; readonly life: CookieLife }
  | { readonly kind: 'address'; readonly exchange: string; readonly name: string }
  | { readonly kind: 'field'; readonly exchange: string; readonly name: string }
  | { readonly kind: 'token'; readonly name: string };

export type ComparedValue = 'state' | 'nonce' | 'pkce' | 'request-id' | 'relay-state';

/** A value that left with the browser, and what came back of it. */
export interface ValueComparison {
  readonly what: ComparedValue;
  /** Four hexadecimal digits of its keyed digest, to be recognised by; null = the key is not here. */
  readonly mark: string | null;
  readonly left: readonly ValuePlace[];
  readonly back: ValuePlace | null;
  /** null = it cannot be seen. */
  readonly equal: boolean | null;
}

/** A cookie that lives for a sign-in through another site. */
export interface TransactionCookie {
  readonly life: CookieLife;
  /** What of the transaction its value holds; null = nothing that can be seen. */
  readonly holds: ComparedValue | null;
  readonly setBy: readonly string[];
  readonly endedBy: readonly string[];
  /** It was in the jar and did not go along with the answer. */
  readonly isWithheld: boolean;
}

/** One sign-in through another site, from leaving to what followed the return. */
export interface Transaction {
  readonly protocol: Protocol;
  /** null = the other site began it. */
  readonly leave: Leave | null;
  /** null = the browser did not come back. */
  readonly answer: ProviderAnswer | null;
  readonly application: string;
  readonly provider: string;
  /** With `prompt=none`, or in a frame: nobody was asked. */
  readonly isSilent: boolean;
  readonly hops: readonly TransactionHop[];
  readonly cookies: readonly TransactionCookie[];
  readonly comparisons: readonly ValueComparison[];
}

/** What a transaction says of a cookie's role. */
export interface TransactionUse {
  readonly holds: ComparedValue | null;
  /** The host that the browser was sent to. */
  readonly provider: string;
  readonly setBy: readonly string[];
  readonly endedBy: readonly string[];
}

/** The end of a session told to the other site, or by it. */
export interface SingleSignOut {
  readonly protocol: Protocol;
  readonly exchanges: readonly string[];
  /** The host that signs in. */
  readonly provider: string;
  /** Whether the user signed out there, and no application asked for it. */
  readonly beganThere: boolean;
  /** Frames in which applications were told. */
  readonly frames: readonly Exchange[];
  readonly at: Exchange;
}
