import { siteOf, siteText } from '../analysis/engine/site/schemeful';

/** Each costs one call of the cookies API at each reading. */
const MOST_VISITED = 12;
const MOST_CHANGED = 4;
/** The page that the tab shows, and the one before, whose last responses may still come. */
const RECENT = 2;

/**
 * The top-level sites whose partitions can be listed: a browser that is not to be asked for every partition at once is
 * asked for these. The latest come first, and the oldest are forgotten.
 */
export class TopLevelSites {
  readonly #visited: string[] = [];
  readonly #changed: string[] = [];

  /** As browsers write them, such as `https://a.test`; none twice. */
  get all(): readonly string[] {
    return [...new Set([...this.#visited, ...this.#changed])];
  }

  /** Those in whose partitions a response of the tab can have set a cookie just now. */
  get recent(): readonly string[] {
    return this.#visited.slice(0, RECENT);
  }

  /**
   * The recorded tab shows, or asks for, this top-level document.
   * @param url any; one without a host has no partition
   * @returns whether its partition was not among those listed until now
   */
  visited(url: string): boolean {
    const site = siteOf(url);
    if (site === null) return false;
    const topLevelSite = siteText(site);
    const isNew = !this.#visited.includes(topLevelSite) && !this.#changed.includes(topLevelSite);
    toFront(this.#visited, topLevelSite, MOST_VISITED);
    return isNew;
  }

  /** A cookie of this partition was seen to change. @param topLevelSite as the browser writes it */
  changed(topLevelSite: string): void {
    toFront(this.#changed, topLevelSite, MOST_CHANGED);
  }
}

function toFront(sites: string[], site: string, most: number): void {
  const place = sites.indexOf(site);
  if (place >= 0) sites.splice(place, 1);
  sites.unshift(site);
  sites.length = Math.min(sites.length, most);
}
