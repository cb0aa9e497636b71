import { instant } from '../engine/base/units';
import { parseSetCookie } from '../engine/header/set-cookie';
import { isSameSite } from '../engine/site/same-site';
import { siteOf, siteOfParts } from '../engine/site/schemeful';
import { isTrustworthy } from '../engine/site/trustworthy';
import { type UrlParts, urlParts } from '../engine/site/url-parts';
import { clearsCookies } from './clear-site-data';
import type { Digest } from './digest';
import { digestedLine } from './digested-line';
import type { Draft, RequestSent, ResourceType, StoreId } from './fact';
import {
  type HeaderEncoding,
  octetsOfFirst,
  secretHeaders,
  selectedRequestHeaders,
  selectedResponseHeaders,
  setCookieLines,
  type WireHeader,
} from './headers';
import { hostOf, plainUrl } from './plain-url';

/** What the events of webRequest have in common; the names are the browsers'. */
export interface WireRequest {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly timeStamp: number;
  /** Chromium: origin of what caused the request; missing = the browser itself. */
  readonly initiator?: string | undefined;
  /** Firefox: URL of what caused the request; missing = the browser itself. */
  readonly originUrl?: string | undefined;
  /** Firefox: URL of the document the resource goes into. */
  readonly documentUrl?: string | undefined;
  readonly documentId?: string | undefined;
  readonly documentLifecycle?: string | undefined;
  /** Firefox: the documents above, the nearest first. */
  readonly frameAncestors?: readonly { readonly url: string; readonly frameId: number }[] | undefined;
  readonly cookieStoreId?: string | undefined;
  readonly thirdParty?: boolean | undefined;
}

export interface WireSending extends WireRequest {
  readonly requestHeaders?: readonly WireHeader[] | undefined;
}

export interface WireResponse extends WireRequest {
  readonly statusCode: number;
  readonly responseHeaders?: readonly WireHeader[] | undefined;
}

export interface WireEnd extends WireResponse {
  readonly fromCache: boolean;
}

export interface WireRedirect extends WireEnd {
  readonly redirectUrl: string;
}

export interface WireFailure extends WireRequest {
  readonly error: string;
}

/** What is needed beside the event itself. */
export interface SendingContext {
  readonly dialect: HeaderEncoding;
  readonly hop: number;
  /** From the body, seen in an earlier event. */
  readonly fields: RequestSent['fields'];
  readonly digest: Digest;
}

/** The last event before the request goes out: it has the final Cookie header. */
export function requestSent(event: WireSending, { dialect, hop, fields, digest }: SendingContext): Draft {
  const headers = event.requestHeaders ?? [];
  const isDocument = event.type === 'main_frame';
  const ancestors = event.frameAncestors?.map(({ url }) => plainUrl(url)).reverse() ?? null;
  const documentUrl = event.documentUrl === undefined ? null : plainUrl(event.documentUrl);
  return {
    kind: 'request-sent',
    ...base(event, hop),
    url: plainUrl(event.url),
    method: event.method,
    type: resourceType(event.type),
    frameId: event.frameId,
    parentFrameId: event.parentFrameId,
    initiator: initiatorOf(event),
    documentUrl,
    documentId: event.documentId ?? null,
    ancestors,
    topLevelUrl: isDocument ? null : (ancestors?.[0] ?? documentUrl),
    storeId: event.cookieStoreId ?? null,
    thirdParty: event.thirdParty ?? null,
    cookie: octetsOfFirst(headers, 'cookie', dialect),
    headers: selectedRequestHeaders(headers, dialect),
    secretHeaders: secretHeaders(headers, dialect, digest),
    fields,
    purpose: purposeOf(event, headers, dialect),
    // Chromium shows no header of a download that a link with `download` started: what it carried is not known.
    unseen: event.type === 'other' && event.requestHeaders?.length === 0,
    nothingSent: false,
  };
}

/**
 * A request that went out unseen, as far as a later event tells of it.
 * @param nothingSent it is known all the same that nothing went out: a response from the cache, a redirect of the browser's own,
 *   an end before it was sent
 */
export function requestUnseen(event: WireRequest, hop: number, nothingSent: boolean): Draft {
  const sent = requestSent(event, { dialect: 'chromium', hop, fields: null, digest: () => null });
  return { ...sent, unseen: !nothingSent, nothingSent } as Draft;
}

/** Whether the browser itself made this redirect (HSTS, an extension), so that nothing went out. */
export const isOwnRedirect = (event: WireResponse): boolean =>
  event.statusCode === 0 ||
  (event.responseHeaders?.some(({ name }) => name.toLowerCase() === 'non-authoritative-reason') ?? false);

/** Firefox tells a request that it hands to a page's service worker as a redirect to itself. What that does is told by itself. */
export const isHandedOver = (event: WireRedirect): boolean => event.statusCode === 0 && event.redirectUrl === event.url;

/** The response's head, as it came from the network. */
export function responseReceived(event: WireResponse, dialect: HeaderEncoding, hop: number): Draft {
  const headers = event.responseHeaders ?? [];
  return {
    kind: 'response-received',
    ...base(event, hop),
    status: event.statusCode,
    setCookie: setCookieLines(headers, dialect),
    date: octetsOfFirst(headers, 'date', dialect),
    headers: selectedResponseHeaders(headers, dialect),
  };
}

/** @param hop of the request that was redirected, from 0 */
export function requestRedirected(event: WireRedirect, hop: number): Draft {
  return {
    kind: 'request-redirected',
    ...base(event, hop),
    status: event.statusCode,
    to: plainUrl(event.redirectUrl),
    fromCache: event.fromCache,
  };
}

/** @param hop the last one, from 0 */
export function requestCompleted(event: WireEnd, hop: number): Draft {
  return { kind: 'request-completed', ...base(event, hop), status: event.statusCode, fromCache: event.fromCache };
}

/** @param hop the one that failed, from 0 */
export function requestFailed(event: WireFailure, hop: number): Draft {
  return { kind: 'request-failed', ...base(event, hop), error: event.error };
}

/** Whether the request was made by a page of an extension at this origin (`chrome-extension://…`): ours is left out. */
export function isMadeBy({ initiator, originUrl, documentUrl }: WireRequest, origin: string): boolean {
  const isOfOrigin = (url: string | undefined) =>
    url?.startsWith(origin) === true && (url.length === origin.length || url[origin.length] === '/');
  return isOfOrigin(initiator) || isOfOrigin(originUrl) || isOfOrigin(documentUrl);
}

/**
 * The head of another tab's response as evidence of who changed a cookie: names of its Set-Cookie lines with digests of the
 * values, and whether it clears the site's cookies.
 * @param storeId the other tab's cookie store
 */
export function otherResponse(
  event: WireResponse,
  storeId: StoreId,
  { dialect, digest }: Pick<SendingContext, 'dialect' | 'digest'>,
): Draft {
  const at = instant(event.timeStamp);
  const headers = event.responseHeaders ?? [];
  const lines = setCookieLines(headers, dialect).map((line) => digestedLine(parseSetCookie(line, dialect), at, digest));
  const parts = urlParts(event.url);
  const clears =
    parts !== null &&
    isTrustworthy(parts) &&
    isOfPage(event, parts) &&
    clearsCookies({ headers: selectedResponseHeaders(headers, dialect) });
  const told = { kind: 'other-response', at, tabId: event.tabId, storeId, host: hostOf(event.url), lines } as const;
  return clears ? { ...told, clears } : told;
}

/** Whether a response is known to be of the tab's page, or of its site: one of an embedded site clears another jar. */
function isOfPage({ type, frameId, initiator, thirdParty }: WireRequest, parts: UrlParts): boolean {
  if (type === 'main_frame') return true;
  if (thirdParty !== undefined) return !thirdParty;
  // Chromium: what the top frame loads names its own origin.
  return frameId === 0 && initiator !== undefined && isSameSite(siteOf(initiator), siteOfParts(parts), false);
}

function base(event: WireRequest, hop: number) {
  return { at: instant(event.timeStamp), request: event.requestId, hop, tabId: event.tabId };
}

function initiatorOf(event: WireRequest): string | null {
  if (event.initiator !== undefined) return event.initiator;
  if (event.originUrl === undefined) return null;
  // `moz-nullprincipal:…`, `data:…` and the like have no origin to name; analysis has no URL class to ask.
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(plainUrl(event.originUrl))?.[0].toLowerCase() ?? 'null';
}

function purposeOf(event: WireRequest, headers: readonly WireHeader[], dialect: HeaderEncoding): RequestSent['purpose'] {
  // Chromium's `documentLifecycle` is "active" even for a prerender's main frame: the header tells more.
  const purpose = octetsOfFirst(headers, 'sec-purpose', dialect) ?? octetsOfFirst(headers, 'x-moz', dialect) ?? '';
  if (event.documentLifecycle === 'prerender' || purpose.includes('prerender')) return 'prerender';
  return purpose.includes('prefetch') ? 'prefetch' : 'normal';
}

const TYPES: Readonly<Record<string, ResourceType>> = {
  main_frame: 'document',
  sub_frame: 'subdocument',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  imageset: 'image',
  font: 'font',
  media: 'media',
  object: 'object',
  object_subrequest: 'object',
  xmlhttprequest: 'fetch',
  ping: 'ping',
  beacon: 'ping',
  csp_report: 'csp-report',
  websocket: 'websocket',
};

const resourceType = (type: string): ResourceType => TYPES[type] ?? 'other';
