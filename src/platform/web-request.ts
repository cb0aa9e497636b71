import type { WebRequest } from 'webextension-polyfill';
import { bodyFields, type WireBody } from '../analysis/facts/body-fields';
import type {
  WireEnd,
  WireFailure,
  WireRedirect,
  WireRequest,
  WireResponse,
  WireSending,
} from '../analysis/facts/from-webrequest';
import type { HeaderEncoding } from '../analysis/facts/headers';
import type { RequestEvent } from '../protocol/browser-event';
import { browser, isFirefox } from './browser';
import { type Events, together } from './events';

export const dialect: HeaderEncoding = isFirefox ? 'firefox' : 'chromium';

const EVERY_URL = ['<all_urls>'];
const EVERYTHING: WebRequest.RequestFilter = { urls: EVERY_URL };

/** What can have a body: the event that has it need not be told of a page's images, scripts and styles. */
const WITH_BODY: WebRequest.ResourceType[] = [
  'main_frame',
  'sub_frame',
  'xmlhttprequest',
  'ping',
  'other',
  // An unknown type is an error.
  ...(isFirefox ? (['beacon'] as const) : []),
];

/** Whether this page may listen to requests: a page of Firefox's DevTools may not. */
export const hasWebRequest = (): boolean => browser.webRequest !== undefined;

/**
 * Listens to every request of the browser, or stops. The listeners are made once: a browser that wakes the background for an
 * event looks for one registered in its first turn.
 */
export function requests(take: (event: RequestEvent) => void): Events {
  return together([
    on(
      { urls: EVERY_URL, types: WITH_BODY },
      browser.webRequest.onBeforeRequest,
      ['requestBody'],
      (event: WireRequest & { readonly requestBody?: WireBody | null }) => {
        // Only the fields go on: the body itself may hold a password.
        if (event.requestBody) take({ kind: 'body', event: withoutBody(event), fields: bodyFields(event.requestBody) });
      },
    ),
    on(EVERYTHING, browser.webRequest.onSendHeaders, ['requestHeaders'], (event: WireSending) =>
      take({ kind: 'sending', event }),
    ),
    on(EVERYTHING, browser.webRequest.onHeadersReceived, ['responseHeaders'], (event: WireResponse) =>
      take({ kind: 'received', event }),
    ),
    on(EVERYTHING, browser.webRequest.onBeforeRedirect, ['responseHeaders'], (event: WireRedirect) =>
      take({ kind: 'redirected', event }),
    ),
    on(EVERYTHING, browser.webRequest.onCompleted, ['responseHeaders'], (event: WireEnd) => take({ kind: 'completed', event })),
    on(EVERYTHING, browser.webRequest.onErrorOccurred, null, (event: WireFailure) => take({ kind: 'failed', event })),
  ]);
}

/** Listens to the heads of the answers to what scripts ask for, those of the extension among them. */
export const scriptAnswers = (take: (event: WireResponse) => void): Events =>
  on({ urls: EVERY_URL, types: ['xmlhttprequest'] }, browser.webRequest.onHeadersReceived, ['responseHeaders'], take);

function withoutBody({ requestBody, ...event }: WireRequest & { readonly requestBody?: WireBody | null }): WireRequest {
  return event;
}

interface ListenedEvent<Details> {
  addListener(take: (details: Details) => void, filter: WebRequest.RequestFilter, extra?: never[]): void;
  removeListener(take: (details: Details) => void): void;
  hasListener(take: (details: Details) => void): boolean;
}

/** @param extra null = the event takes none */
function on<Details>(
  filter: WebRequest.RequestFilter,
  event: unknown,
  extra: readonly string[] | null,
  take: (details: Details) => void,
): Events {
  const listened = event as ListenedEvent<Details>;
  // Without it Chromium hides Cookie and Set-Cookie; with it Firefox throws.
  const wanted = extra?.length && !isFirefox && !extra.includes('requestBody') ? [...extra, 'extraHeaders'] : extra;
  return {
    listen() {
      if (listened.hasListener(take)) return;
      if (wanted) listened.addListener(take, filter, [...wanted] as never[]);
      else listened.addListener(take, filter);
    },
    silence: () => listened.removeListener(take),
  };
}
