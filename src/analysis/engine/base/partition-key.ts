/** What the cookies of embedded sites are kept apart by. @see https://github.com/privacycg/CHIPS */
export interface PartitionKey {
  /** Scheme and registrable domain, such as https://a.test. */
  readonly topLevelSite: string;
  /** null = the browser does not say. */
  readonly crossSiteAncestor: boolean | null;
}
