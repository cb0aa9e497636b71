import type { WebRequest } from 'webextension-polyfill';
import type { WireBody } from '../analysis/facts/body-fields';
import type {
  WireEnd,
  WireFailure,
  WireRedirect,
  WireRequest,
  WireResponse,
  WireSending,
} from '../analysis/facts/from-webrequest';
import type { Dialect } from '../analysis/facts/headers';
import { browser, isFirefox } from './browser';
import { type Events, together } from './events';

/** What a recorder takes of webRequest, in the order a request lives. */
export interface RequestListener {
  body(event: WireRequest, body: WireBody): void;
  sending(event: WireSending): void;
  received(event: WireResponse): void;
  redirected(event: WireRedirect): void;
  completed(event: WireEnd): void;
  failed(event: WireFailure): void;
}

export const dialect: Dialect = isFirefox ? 'firefox' : 'chromium';

const EVERYTHING: WebRequest.RequestFilter = { urls: ['<all_urls>'] };

/**
 * Listens to every request of the browser, or stops. The listeners are made once: a browser that wakes us for an event
 * looks for one registered in the worker's first turn.
 */
export function requests(listener: RequestListener): Events {
  return together([
    on(browser.webRequest.onBeforeRequest, ['requestBody'], (event: WireRequest & { readonly requestBody?: WireBody | null }) => {
      if (event.requestBody) listener.body(event, event.requestBody);
    }),
    on(browser.webRequest.onSendHeaders, ['requestHeaders'], (event: WireSending) => listener.sending(event)),
    on(browser.webRequest.onHeadersReceived, ['responseHeaders'], (event: WireResponse) => listener.received(event)),
    on(browser.webRequest.onBeforeRedirect, ['responseHeaders'], (event: WireRedirect) => listener.redirected(event)),
    on(browser.webRequest.onCompleted, ['responseHeaders'], (event: WireEnd) => listener.completed(event)),
    on(browser.webRequest.onErrorOccurred, null, (event: WireFailure) => listener.failed(event)),
  ]);
}

interface RequestEvent<Details> {
  addListener(take: (details: Details) => void, filter: WebRequest.RequestFilter, extra?: never[]): void;
  removeListener(take: (details: Details) => void): void;
  hasListener(take: (details: Details) => void): boolean;
}

/** @param extra null = the event takes none */
function on<Details>(event: unknown, extra: readonly string[] | null, take: (details: Details) => void): Events {
  const typed = event as RequestEvent<Details>;
  // Without it Chromium hides Cookie and Set-Cookie; with it Firefox throws.
  const wanted = extra?.length && !isFirefox && !extra.includes('requestBody') ? [...extra, 'extraHeaders'] : extra;
  return {
    listen() {
      if (typed.hasListener(take)) return;
      if (wanted) typed.addListener(take, EVERYTHING, [...wanted] as never[]);
      else typed.addListener(take, EVERYTHING);
    },
    silence: () => typed.removeListener(take),
  };
}
