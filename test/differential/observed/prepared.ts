import type { Deed, Hop, Page } from './walk';

/** What a hop answers. */
export interface Prepared {
  readonly hop: Hop;
  /** Where it redirects to; null = it is the last one. */
  readonly next: Hop | null;
  readonly role: Deed['do'] | 'document' | 'map';
  readonly page: Page | null;
  readonly otherTab: boolean;
  /** `script`: its source map. */
  readonly map: Hop | null;
}
