import type { PartitionKey } from '../../base/partition-key';

/**
 * The circumstances of a request that cookies depend on. A field is `unknown` where the recording does not tell;
 * a step that needs it then answers "cannot tell".
 */
export interface RequestContext {
  readonly type: 'main-frame-navigation' | 'subframe-navigation' | 'subresource' | 'script';
  readonly method: string;
  /** Origin that caused the request; null = the browser (address bar, bookmark); "null" = an opaque origin. */
  readonly initiator: string | null | Unknown;
  /** Origin of the top-level document if every document from it down is same-site with it, else null (opaque). */
  readonly siteForCookies: string | null | Unknown;
  /** Origins of the documents from the top to the requesting one. */
  readonly ancestors: readonly string[] | Unknown;
  /** URLs before this one in a redirect chain. */
  readonly redirectChain: readonly string[];
  readonly reload: 'none' | 'user' | 'script' | Unknown;
  /** null = no top-level context. */
  readonly partitionKey: PartitionKey | null | Unknown;
}

export type Unknown = { readonly unknown: string };

/** Whether the recording left this open. */
export const isUnknown = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && 'unknown' in value;
