import type { BodyField } from '../analysis/facts/body-fields';
import type { WireChange } from '../analysis/facts/from-cookies';
import type { WireCommit } from '../analysis/facts/from-navigation';
import type { WireScriptAccess } from '../analysis/facts/from-script';
import type {
  WireEnd,
  WireFailure,
  WireRedirect,
  WireRequest,
  WireResponse,
  WireSending,
} from '../analysis/facts/from-webrequest';

/** A stage of a request, as webRequest tells it. `body` comes before `sending` and is told only of requests that have one. */
export type RequestEvent =
  | { readonly kind: 'body'; readonly event: WireRequest; readonly fields: readonly BodyField[] | null }
  | { readonly kind: 'sending'; readonly event: WireSending }
  | { readonly kind: 'received'; readonly event: WireResponse }
  | { readonly kind: 'redirected'; readonly event: WireRedirect }
  | { readonly kind: 'completed'; readonly event: WireEnd }
  | { readonly kind: 'failed'; readonly event: WireFailure };

/**
 * What the browser told an extension, trimmed and not yet converted. Serialisable: in Firefox it crosses a port.
 * The events of cookies and commits bear no identity of their own, those of a request have kind, request id and time.
 */
export type BrowserEvent =
  | RequestEvent
  /** `at` = the clock when the event came, milliseconds since 1970: cookies.onChanged bears no time. */
  | { readonly kind: 'cookie'; readonly at: number; readonly change: WireChange }
  | { readonly kind: 'commit'; readonly event: WireCommit }
  | { readonly kind: 'script'; readonly event: WireScriptAccess };

/** When the event happened, by the browser's clock. */
export const eventTime = (event: { readonly at: number } | { readonly event: { readonly timeStamp: number } }): number =>
  'at' in event ? event.at : event.event.timeStamp;
