import type { RequestContext } from '../analysis/engine/verdict/access/context';
import type { RequestSent, ResourceType } from '../analysis/facts/fact';
import { originOf } from '../analysis/replay/requests/origin';
import { requestContext } from '../analysis/replay/requests/request-context';

export const REQUEST_KINDS = ['page', 'frame', 'fetch', 'image', 'script'] as const;

/** A request as somebody describes it. */
export interface DescribedRequest {
  /** Where it goes: http:// or https://. */
  readonly url: string;
  /** GET if left out. */
  readonly method?: string;
  /** What asks: a page that is opened (if left out), a document in a frame, or something that a page loads. */
  readonly as?: (typeof REQUEST_KINDS)[number];
  /**
   * The page that asks: of a page that is opened the one whose link or form leads there, else the page it is in. Left out: the
   * address bar for a page, and a page of the same origin for all else.
   */
  readonly from?: string;
  /** Origins of the documents from the top page down to the one that asks, if there are more than one. */
  readonly frames?: readonly string[];
}

const TYPE: Readonly<Record<(typeof REQUEST_KINDS)[number], ResourceType>> = {
  page: 'document',
  frame: 'subdocument',
  fetch: 'fetch',
  image: 'image',
  script: 'script',
};

/** Whether an address is one of the web, and can be read. */
export const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** What cookies depend on in a described request. Addresses that cannot be read make it "cannot tell". */
export function describedContext(request: DescribedRequest): RequestContext {
  const { as = 'page', frames } = request;
  const asking = request.from ?? (as === 'page' ? null : request.url);
  const path = frames ?? (as === 'page' || asking === null ? [] : [asking]);
  return requestContext(sentOf(request, asking), path.map(originOf), []);
}

function sentOf({ url, method = 'GET', as = 'page' }: DescribedRequest, asking: string | null): RequestSent {
  return {
    kind: 'request-sent',
    seq: 0,
    at: 0 as RequestSent['at'],
    request: 'described',
    hop: 0,
    tabId: 0,
    url,
    method: method.toUpperCase(),
    type: TYPE[as],
    frameId: as === 'frame' ? 1 : 0,
    parentFrameId: as === 'frame' ? 0 : -1,
    initiator: asking === null ? null : originOf(asking),
    documentUrl: asking,
    documentId: null,
    ancestors: null,
    topLevelUrl: asking,
    storeId: null,
    thirdParty: null,
    cookie: null,
    headers: [],
    secretHeaders: [],
    fields: null,
    purpose: 'normal',
    unseen: false,
    nothingSent: false,
  };
}
