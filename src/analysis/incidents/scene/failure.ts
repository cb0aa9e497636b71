import type { Bytes } from '../../engine/base/units';
import type { Exchange } from '../../replay/rows/exchange';
import type { SiteSession } from '../../session/site-session';

/** What an answer shows to have gone wrong. A missing page (404) is none of them. */
export type Consequence =
  /** Sent on to sign in, here or at another site. */
  | { readonly kind: 'to-sign-in'; readonly to: string }
  /** Sent on to an address that speaks of an error. */
  | { readonly kind: 'to-error'; readonly to: string }
  /** Sent to and fro; how often the same address was asked for. */
  | { readonly kind: 'loop'; readonly times: number }
  | { readonly kind: 'status'; readonly status: number }
  /** Taken for somebody new: another value for a cookie that was there before. */
  | { readonly kind: 'new-session'; readonly name: Bytes }
  /** The browser did not let the page read the answer. `any-origin`: `*`; `not-allowed`: no Allow-Credentials. */
  | { readonly kind: 'cors'; readonly fault: 'any-origin' | 'not-allowed' }
  /**
   * The browser asked whether the request may be sent, and did not send it. `refused`: by the status; `any-origin`, `not-allowed`:
   * by what CORS asks for with cookies.
   */
  | { readonly kind: 'preflight'; readonly fault: 'refused' | 'any-origin' | 'not-allowed' }
  /** Credentials were answered with the form to sign in. */
  | { readonly kind: 'form-again' }
  /** The old session was served after the sign-out. */
  | { readonly kind: 'still-signed-in' }
  /** Signed in again after the sign-out by another credential. */
  | { readonly kind: 'signed-in-again'; readonly by: Bytes };

/** A request that went wrong. */
export interface Failure {
  readonly exchange: Exchange;
  readonly consequence: Consequence;
  /** Registrable domain, or the host where there is none. */
  readonly site: string;
  readonly host: string;
  /** What was concluded of the site; null = it was only ever embedded. */
  readonly session: SiteSession | null;
}

/** Whether the other site answers a question in the background by saying that it would have to ask. @see OpenID Connect Core §3.1.2.6 */
export const isSilentRefusal = ({ consequence }: Failure): boolean =>
  consequence.kind === 'to-error' &&
  /[?&#]error=(?:login|interaction|consent|account_selection)_required(?:&|$)/.test(consequence.to);
