/** What a visitor must do for the fault to show. `front`: open the first page twice. See `playground/start/walk.ts`. */
export type Way =
  | 'front'
  | 'sign-in'
  | 'sign-out'
  | 'form'
  | 'token'
  | 'token-alone'
  | 'token-kept-out'
  | 'token-by-link'
  | 'token-in-portal'
  | 'token-and-forum'
  | 'token-prefetch'
  | 'token-form'
  | 'token-preflight'
  | 'token-over-tls'
  | 'cart'
  | 'many-pages'
  | 'shared-cart'
  | 'federated'
  | 'renewal'
  | 'front-channel-sign-out'
  | 'saml'
  | 'saml-twice'
  | 'saml-sign-out'
  | 'saml-sign-out-there';

/** A deliberate fault of the shop: what it changes and which finding of Cookie Flow it must bring about. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  /** What the server does otherwise than it should. */
  readonly does: string;
  /** The id of the rule that must find it; null = the story of the sign-in tells it, or it is no fault. */
  readonly finding: string | null;
  /** The id of the kind of incident that it must bring about; absent = none. */
  readonly incident?: string;
  /** The browser in which it does; absent = in both. */
  readonly only?: 'chromium' | 'firefox';
  /** What leads a visitor to it. */
  readonly way: Way;
  /** Raw Set-Cookie lines that pages send besides their own, by path. A cookie that comes back is not sent again. */
  readonly lines?: Readonly<Record<string, readonly string[]>>;
}
