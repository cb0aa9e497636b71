import { type HarEntry, headerIn } from './har-entry';

/** A type as webRequest names it. */
export type WireType =
  | 'main_frame'
  | 'sub_frame'
  | 'stylesheet'
  | 'script'
  | 'image'
  | 'font'
  | 'media'
  | 'object'
  | 'xmlhttprequest'
  | 'ping'
  | 'csp_report'
  | 'websocket'
  | 'other';

const BY_DESTINATION: ReadonlyMap<string, WireType> = new Map([
  ['document', 'main_frame'],
  ['iframe', 'sub_frame'],
  ['frame', 'sub_frame'],
  ['fencedframe', 'sub_frame'],
  ['style', 'stylesheet'],
  ['script', 'script'],
  ['worker', 'script'],
  ['sharedworker', 'script'],
  ['serviceworker', 'script'],
  ['image', 'image'],
  ['font', 'font'],
  ['audio', 'media'],
  ['video', 'media'],
  ['track', 'media'],
  ['object', 'object'],
  ['embed', 'object'],
  ['report', 'csp_report'],
  ['websocket', 'websocket'],
  ['empty', 'xmlhttprequest'],
]);

const BY_RESOURCE: ReadonlyMap<string, WireType> = new Map([
  ['stylesheet', 'stylesheet'],
  ['script', 'script'],
  ['image', 'image'],
  ['font', 'font'],
  ['media', 'media'],
  ['texttrack', 'media'],
  ['xhr', 'xmlhttprequest'],
  ['fetch', 'xmlhttprequest'],
  ['eventsource', 'xmlhttprequest'],
  ['preflight', 'xmlhttprequest'],
  ['ping', 'ping'],
  ['beacon', 'ping'],
  ['cspviolationreport', 'csp_report'],
  ['websocket', 'websocket'],
  ['manifest', 'other'],
]);

/** What is asked for, and whether that is told or only likely. */
export interface AskedFor {
  readonly type: WireType;
  readonly isCertain: boolean;
}

/** @param isFirstOfPage no document of its page has come before it */
export function typeOf(entry: HarEntry, isFirstOfPage: boolean): AskedFor {
  if (/^wss?:/i.test(entry.url)) return { type: 'websocket', isCertain: true };
  const resource = BY_RESOURCE.get(entry.resourceType);
  if (resource === 'ping') return { type: 'ping', isCertain: true };
  const destination = BY_DESTINATION.get(headerIn(entry.requestHeaders, 'sec-fetch-dest') ?? '');
  if (destination !== undefined) return { type: destination, isCertain: true };
  if (resource !== undefined) return { type: resource, isCertain: true };
  // Chrome calls a frame's document a document too, and starts a page with each of the tab's own.
  if (entry.resourceType === 'document') return { type: isFirstOfPage ? 'main_frame' : 'sub_frame', isCertain: isFirstOfPage };
  return { type: byContents(entry), isCertain: false };
}

function byContents({ mimeType, requestHeaders, responseHeaders }: HarEntry): WireType {
  const accept = headerIn(requestHeaders, 'accept') ?? '';
  const mime = mimeType || (headerIn(responseHeaders, 'content-type') ?? '').toLowerCase();
  if (/^text\/html\b/.test(accept)) return 'main_frame';
  if (headerIn(requestHeaders, 'x-requested-with') !== null || /json/.test(accept)) return 'xmlhttprequest';
  if (/^text\/css\b/.test(accept) || /^text\/css\b/.test(mime)) return 'stylesheet';
  if (/javascript|ecmascript/.test(mime)) return 'script';
  if (/^image\//.test(accept) || /^image\//.test(mime)) return 'image';
  if (/font/.test(mime)) return 'font';
  if (/^(?:audio|video)\//.test(mime)) return 'media';
  return 'other';
}
