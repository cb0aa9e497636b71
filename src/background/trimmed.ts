import type { WireRequest } from '../analysis/facts/from-webrequest';
import { isSelectedRequestHeader, isSelectedResponseHeader, type WireHeader } from '../analysis/facts/headers';
import type { BrowserEvent } from '../protocol/browser-event';

/** What a recorder reads of an event of webRequest, whichever stage and browser; the rest need not cross a port. */
const FIELDS = [
  'requestId',
  'url',
  'method',
  'type',
  'tabId',
  'frameId',
  'parentFrameId',
  'timeStamp',
  'initiator',
  'originUrl',
  'documentUrl',
  'documentId',
  'documentLifecycle',
  'frameAncestors',
  'cookieStoreId',
  'thirdParty',
  'statusCode',
  'fromCache',
  'redirectUrl',
  'error',
] as const;

/** The event without what no recorder reads. */
export function trimmed(browserEvent: BrowserEvent): BrowserEvent {
  if (browserEvent.kind === 'cookie' || browserEvent.kind === 'commit' || browserEvent.kind === 'script') return browserEvent;
  const event = browserEvent.event as WireRequest & {
    readonly requestHeaders?: readonly WireHeader[];
    readonly responseHeaders?: readonly WireHeader[];
  };
  const fields: Record<string, unknown> = {};
  const all = event as unknown as Readonly<Record<string, unknown>>;
  for (const field of FIELDS) if (all[field] !== undefined) fields[field] = all[field];
  if (event.requestHeaders) fields.requestHeaders = event.requestHeaders.filter(isSelectedRequestHeader);
  if (event.responseHeaders) fields.responseHeaders = event.responseHeaders.filter(isSelectedResponseHeader);
  return { ...browserEvent, event: fields } as unknown as BrowserEvent;
}
