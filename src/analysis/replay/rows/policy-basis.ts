import type { ThirdPartyPolicy } from '../../engine/verdict/verdict';

/** What a request header says of another site's cookies. @see https://privacycg.github.io/storage-access-headers/ */
export type StorageAccess = 'none' | 'inactive' | 'active';

/** Two sites: that of the cookies, and that of the page on top. */
export interface SitePair {
  readonly site: string;
  readonly topLevelSite: string;
}

/** What the browser does with the third-party cookies of a pair of sites, as the recording shows. */
export interface PolicyReading extends SitePair {
  readonly kind: 'read';
  readonly policy: ThirdPartyPolicy;
  readonly by: PolicyEvidence;
  /** Where it was read: id and URL of the request. */
  readonly exchange: string;
  readonly url: string;
}

export type PolicyEvidence =
  /** `Sec-Fetch-Storage-Access` of the request. */
  | { readonly kind: 'header'; readonly value: StorageAccess }
  /** The same in Firefox, of a site without access: it keeps cookies apart by default, and says the same where it is set otherwise. */
  | { readonly kind: 'default'; readonly value: StorageAccess }
  /** An unpartitioned cookie went although it is a third party's. */
  | { readonly kind: 'sent' }
  /** One stayed behind that nothing else holds back. */
  | { readonly kind: 'withheld' }
  /** The server asked for a retry with storage access. */
  | { readonly kind: 'retry' }
  /** A line without Partitioned was stored: in no partition, or in that of the page. */
  | { readonly kind: 'stored' }
  /** One was refused that nothing else refuses. */
  | { readonly kind: 'refused' };

/**
 * By what a request was judged. `setting`: the browser's own answer, for all sites; `assumed`: the reader's word, which is
 * never shown as observed.
 */
export type PolicyBasis =
  | PolicyReading
  | { readonly kind: 'setting'; readonly policy: ThirdPartyPolicy }
  | { readonly kind: 'assumed'; readonly policy: ThirdPartyPolicy };
