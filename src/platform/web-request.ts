import type { WebRequest } from 'webextension-polyfill';
import type { WireBody } from '../analysis/facts/body-fields';
import type { TabId } from '../analysis/facts/fact';
import type {
  WireEnd,
  WireFailure,
  WireRedirect,
  WireRequest,
  WireResponse,
  WireSending,
} from '../analysis/facts/from-webrequest';
import type { Dialect } from '../analysis/facts/headers';
import type { RequestListener } from '../protocol/witnessed';
import { browser, isFirefox } from './browser';
import { type Events, together } from './events';

export const dialect: Dialect = isFirefox ? 'firefox' : 'chromium';

const EVERY_URL = ['<all_urls>'];

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

/**
 * Listens to every request of the browser, or of one tab, or stops. The listeners are made once: a browser that wakes us for an event
 * looks for one registered in the worker's first turn.
 */
export function requests(listener: RequestListener, tabId: TabId | null = null): Events {
  const filter: WebRequest.RequestFilter = tabId === null ? { urls: EVERY_URL } : { urls: EVERY_URL, tabId };
  const on = onFiltered(filter);
  return together([
    onFiltered({ ...filter, types: WITH_BODY })(
      browser.webRequest.onBeforeRequest,
      ['requestBody'],
      (event: WireRequest & { readonly requestBody?: WireBody | null }) => {
        if (event.requestBody) listener.body(event, event.requestBody);
      },
    ),
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
const onFiltered =
  (filter: WebRequest.RequestFilter) =>
  <Details>(event: unknown, extra: readonly string[] | null, take: (details: Details) => void): Events => {
    const typed = event as RequestEvent<Details>;
    // Without it Chromium hides Cookie and Set-Cookie; with it Firefox throws.
    const wanted = extra?.length && !isFirefox && !extra.includes('requestBody') ? [...extra, 'extraHeaders'] : extra;
    return {
      listen() {
        if (typed.hasListener(take)) return;
        if (wanted) typed.addListener(take, filter, [...wanted] as never[]);
        else typed.addListener(take, filter);
      },
      silence: () => typed.removeListener(take),
    };
  };
