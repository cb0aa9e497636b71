import type { RequestContext } from '../../analysis/engine/verdict/access/context';
import { contextOfDescription } from '../../analysis/replay/requests/request-description';

export const REQUEST_KINDS = ['page', 'frame', 'fetch', 'image', 'script'] as const satisfies DescribedRequest['as'][];

/** A request as somebody describes it. */
export interface DescribedRequest {
  /** Where it goes: http:// or https://. */
  readonly url: string;
  /** GET if left out. */
  readonly method?: string;
  /** What asks: a page that is opened (if left out), a document in a frame, or something that a page loads. */
  readonly as?: 'page' | 'frame' | 'fetch' | 'image' | 'script';
  /**
   * The page that asks: of a page that is opened the one whose link or form leads there, else the page it is in. Left out: the
   * address bar for a page, and a page of the same origin for all else.
   */
  readonly from?: string;
  /** Origins of the documents from the top page down to the one that asks, if there are more than one. */
  readonly frames?: readonly string[];
}

/** Whether an address is one of the web, and can be read. */
export const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** What cookies depend on in a described request. Addresses that cannot be read make it "cannot tell". */
export function describedContext(request: DescribedRequest): RequestContext {
  const { url, method = 'GET', as = 'page', frames } = request;
  const asking = request.from ?? (as === 'page' ? null : url);
  const documents = frames ?? (as === 'page' || asking === null ? [] : [asking]);
  return contextOfDescription({ url, method, as, asking, documents });
}
