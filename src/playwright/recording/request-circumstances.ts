import type { Frame, Request } from '@playwright/test';
import type { WireRequest } from '../../analysis/facts/from-webrequest';
import { originOf } from '../../analysis/replay/requests/origin';
import type { FrameNumbers } from './frame-numbers';

/** What is known of a request as it goes out, its headers aside. */
export interface RequestCircumstances {
  readonly wire: Omit<WireRequest, 'requestId' | 'timeStamp' | 'initiator'>;
  /** URL of the document that asks; null = a page that opens. */
  readonly documentUrl: string | null;
}

/** @param numbers of the context's frames */
export function circumstancesOf(request: Request, numbers: FrameNumbers): RequestCircumstances {
  const frame = frameOf(request);
  const common = { url: request.url(), method: request.method() };
  if (frame === null) {
    const isPage = request.isNavigationRequest();
    const place = isPage ? numbers.newTab() : { tabId: -1, frameId: 0, parentFrameId: -1 };
    const type = isPage ? 'main_frame' : (TYPES[request.resourceType()] ?? 'other');
    return { wire: { ...common, ...place, type }, documentUrl: null };
  }
  const parent = frame.parentFrame();
  const isDocument = request.isNavigationRequest();
  const asking = isDocument ? parent : frame;
  const type = isDocument ? (parent === null ? 'main_frame' : 'sub_frame') : (TYPES[request.resourceType()] ?? 'other');
  const above = isDocument ? parent : frame.parentFrame();
  return {
    wire: {
      ...common,
      ...numbers.of(frame),
      type,
      ...(asking === null ? {} : { documentUrl: asking.url() }),
      ...(asking === null ? {} : { frameAncestors: fromNearest(above).map((each) => ({ url: each.url(), frameId: 0 })) }),
    },
    documentUrl: asking?.url() ?? null,
  };
}

/** null = a service worker asks, or the page is about to be made. */
function frameOf(request: Request): Frame | null {
  try {
    return request.serviceWorker() === null ? request.frame() : null;
  } catch {
    // Playwright has no frame for the first request of a page that opens.
    return null;
  }
}

/** A frame and those around it. */
function fromNearest(frame: Frame | null): readonly Frame[] {
  const frames: Frame[] = [];
  for (let each = frame; each !== null; each = each.parentFrame()) frames.push(each);
  return frames;
}

type RequestHeaders = Readonly<Record<string, string>>;

/**
 * The origin that caused a request: null = the browser itself; undefined = not told. Playwright does not tell it; the document
 * does, and for a page that opens the headers do.
 * @param headers names in lower case
 */
export function initiatorOf({ wire, documentUrl }: RequestCircumstances, headers: RequestHeaders): string | null | undefined {
  if (headers.origin !== undefined && headers.origin !== '') return headers.origin;
  if (documentUrl !== null && wire.type !== 'sub_frame') return originOf(documentUrl);
  const { referer } = headers;
  if (referer !== undefined && /^https?:/i.test(referer)) return originOf(referer);
  switch (headers['sec-fetch-site']) {
    case 'none':
      return null;
    case 'same-origin':
      return originOf(wire.url);
    case 'cross-site':
      return 'null';
    default:
      return documentUrl === null ? undefined : originOf(documentUrl);
  }
}

/** Playwright's names of what is asked for, in those of webRequest. */
const TYPES: Readonly<Record<string, string>> = {
  stylesheet: 'stylesheet',
  image: 'image',
  media: 'media',
  font: 'font',
  script: 'script',
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  ping: 'ping',
  beacon: 'ping',
  cspreport: 'csp_report',
};
