import { isSameSite } from '../../analysis/engine/site/same-site';
import { siteOf } from '../../analysis/engine/site/schemeful';
import { originOf } from '../../analysis/replay/requests/origin';
import { type HarEntry, headerIn } from './har-entry';
import { type AskedFor, typeOf, type WireType } from './har-types';

/** Where a request comes from, as far as the file tells. */
export interface HarContext {
  readonly type: WireType;
  readonly frameId: number;
  readonly parentFrameId: number;
  /** Origin of what caused it; null = the browser itself; undefined = not told. */
  readonly initiator: string | null | undefined;
  /** URL of the requesting document; null = not known. */
  readonly documentUrl: string | null;
  /** Documents above the requesting one, the top first; null = not known. */
  readonly ancestors: readonly string[] | null;
  /** Whether all of it is told, not only likely. */
  readonly isCertain: boolean;
}

/** A document that stands in a page. */
interface Standing {
  readonly url: string;
  readonly frameId: number;
  readonly above: readonly string[];
}

interface Page {
  top: Standing | null;
  /** Documents in frames, the latest of each origin. */
  readonly frames: Map<string, Standing>;
}

/** A frame of which nothing is known: the replay then cannot tell what its requests depend on. */
const UNKNOWN_FRAME = 1_000_000;

/** Follows the documents of a file's pages, to say of each request where it comes from. Entries come in the order of time. */
export class HarContexts {
  readonly #pages = new Map<string, Page>();
  readonly #styles = new Set<string>();
  #frames = 0;

  /** @param titles addresses that pages have for a title (Chrome): the document of a page whose beginning is not in the file */
  constructor(titles: ReadonlyMap<string, string>) {
    for (const [page, url] of titles) this.#pages.set(page, { top: { url, frameId: 0, above: [] }, frames: new Map() });
    this.#titled = new Set(titles.keys());
  }
  readonly #titled: Set<string>;

  of(entry: HarEntry): HarContext {
    const page = this.#page(entry);
    const asked = typeOf(entry, page.top === null || this.#titled.has(entry.page));
    if (asked.type === 'stylesheet') this.#styles.add(entry.url);
    if (asked.type === 'main_frame') return this.#ofDocument(entry, page, asked);
    return asked.type === 'sub_frame' ? this.#ofFrame(entry, page, asked) : this.#ofResource(entry, page, asked);
  }

  /** A document has come and takes its place. */
  arrived(entry: HarEntry, context: HarContext): void {
    const page = this.#page(entry);
    const standing = { url: entry.url, frameId: context.frameId, above: context.ancestors ?? [] };
    if (context.type === 'main_frame') {
      page.top = standing;
      page.frames.clear();
      this.#titled.delete(entry.page);
    } else if (context.ancestors !== null) page.frames.set(originOf(entry.url), standing);
  }

  #page({ page }: HarEntry): Page {
    const known = this.#pages.get(page) ?? { top: null, frames: new Map() };
    this.#pages.set(page, known);
    return known;
  }

  #ofDocument(entry: HarEntry, page: Page, { isCertain }: AskedFor): HarContext {
    const asker = this.#asker(entry);
    const site = headerIn(entry.requestHeaders, 'sec-fetch-site');
    const initiator = asker ?? initiatorBySite(site, entry.url, page.top);
    const context = { type: 'main_frame', frameId: 0, parentFrameId: -1, initiator, documentUrl: null, ancestors: null } as const;
    return { ...context, isCertain: isCertain && initiator !== undefined };
  }

  #ofFrame(entry: HarEntry, page: Page, { isCertain }: AskedFor): HarContext {
    const initiator =
      this.#asker(entry) ?? initiatorBySite(headerIn(entry.requestHeaders, 'sec-fetch-site'), entry.url, page.top);
    const parent = standingOf(page, initiator);
    this.#frames += 1;
    return {
      type: 'sub_frame',
      frameId: this.#frames,
      parentFrameId: parent?.frameId ?? UNKNOWN_FRAME,
      initiator,
      documentUrl: parent?.url ?? null,
      ancestors: parent === null ? null : [...parent.above, parent.url],
      isCertain: isCertain && parent !== null,
    };
  }

  #ofResource(entry: HarEntry, page: Page, { type }: AskedFor): HarContext {
    const initiator =
      this.#asker(entry) ?? initiatorBySite(headerIn(entry.requestHeaders, 'sec-fetch-site'), entry.url, page.top);
    const document = standingOf(page, initiator);
    return {
      type,
      frameId: document?.frameId ?? UNKNOWN_FRAME,
      parentFrameId: document?.frameId === 0 ? -1 : 0,
      initiator,
      documentUrl: document?.url ?? null,
      ancestors: document?.above ?? null,
      isCertain: document !== null,
    };
  }

  /** The origin that asked, as the request itself names it; undefined = it does not. */
  #asker({ requestHeaders, initiatorType, initiatorUrl }: HarEntry): string | undefined {
    const origin = headerIn(requestHeaders, 'origin');
    if (origin !== null && origin !== '') return origin;
    const referer = headerIn(requestHeaders, 'referer');
    // What a style sheet asks for names the sheet, though its document asks.
    if (referer !== null && /^https?:/i.test(referer) && !this.#styles.has(referer)) return originOf(referer);
    // Chrome's parser works for the document that it names; a script's address says nothing of its document.
    return initiatorType === 'parser' && /^https?:/i.test(initiatorUrl) && !this.#styles.has(initiatorUrl)
      ? originOf(initiatorUrl)
      : undefined;
  }
}

/** Which document of a page has this origin. */
function standingOf({ top, frames }: Page, origin: string | null | undefined): Standing | null {
  if (typeof origin !== 'string') return null;
  return top !== null && originOf(top.url) === origin ? top : (frames.get(origin) ?? null);
}

/** What Sec-Fetch-Site says where nothing names the origin: the page's own where that fits, else no more than it says. */
function initiatorBySite(site: string | null, url: string, top: Standing | null): string | null | undefined {
  const own = originOf(url);
  const around = top === null ? null : originOf(top.url);
  switch (site) {
    case 'none':
      return null;
    case 'same-origin':
      return own;
    case 'same-site':
      return around !== null && around !== own && isSameSite(siteOf(around), siteOf(own), true) ? around : undefined;
    case 'cross-site':
      return around !== null && !isSameSite(siteOf(around), siteOf(own), true) ? around : 'null';
    default:
      return undefined;
  }
}
