import type { RequestContext } from '../../engine/verdict/access/context';
import type { RequestSent, ResourceType } from '../../facts/fact';
import { originOf } from './origin';
import { requestContext } from './request-context';

/** What asks: a page that is opened, a document in a frame, or something that a page loads. */
export type DescribedKind = 'page' | 'frame' | 'fetch' | 'image' | 'script';

/** A request as somebody describes it: nothing of it was observed. */
export interface RequestDescription {
  readonly url: string;
  readonly method: string;
  readonly as: DescribedKind;
  /** URL of the page that asks: of a page that is opened, the one whose link or form leads there. null = the address bar. */
  readonly asking: string | null;
  /** URLs or origins of the documents from the top page down to the one that asks; empty for a page that is opened. */
  readonly documents: readonly string[];
  /** URLs that redirected here, the first one first; left out = it was asked for as it is. */
  readonly redirects?: readonly string[];
}

const TYPE: Readonly<Record<DescribedKind, ResourceType>> = {
  page: 'document',
  frame: 'subdocument',
  fetch: 'fetch',
  image: 'image',
  script: 'script',
};

/** What cookies depend on in a described request. Addresses that cannot be read make it "cannot tell". */
export const contextOfDescription = (described: RequestDescription): RequestContext =>
  requestContext(sentOf(described), described.documents.map(originOf), described.redirects ?? []);

function sentOf({ url, method, as, asking }: RequestDescription): RequestSent {
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
