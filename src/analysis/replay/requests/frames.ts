import { NOTHING } from '../../engine/base/lists';
import { remembered } from '../../engine/site/remembered';
import { isSameSite } from '../../engine/site/same-site';
import { siteOf } from '../../engine/site/schemeful';
import type { Unknown } from '../../engine/verdict/access/context';
import { type Framed, isTop, type NavigationCommitted, type RequestSent, type TabId } from '../../facts/fact';
import { isForwardedByWorker } from './forwarded-navigations';
import { originOf } from './origin';
import { headerOf } from './request-header';

/** A document in a frame of a tab, with the origins of all documents from the top down to it. */
export interface FrameDocument {
  readonly url: string;
  readonly path: readonly string[] | Unknown;
}

/** How many documents that have left their frame are still known, for what they send while unloading. */
const REMEMBERED = 256;

const NOT_SEEN: Unknown = { unknown: 'frame-document' };
const BY_WORKER: Unknown = { unknown: 'service-worker' };

/**
 * Which document sits in which frame, by what `navigation-committed` told. Chromium does not tell a request's
 * ancestors; they are read here.
 */
export class FrameTree {
  readonly #frames = new Map<string, FrameDocument>();
  readonly #byId = new Map<string, FrameDocument>();
  /** Documents whose response's head came but that have not been committed yet, by frame. */
  readonly #arriving = new Map<string, string>();
  /** Origins that were a page's, and those that sat in a frame. */
  readonly #pages = new Set<string>();
  readonly #framed = new Set<string>();
  /** For which document a worker's script was asked for, by the script's URL. */
  readonly #workers = new Map<string, readonly string[] | Unknown>();

  commit(fact: NavigationCommitted): void {
    const frame = key(fact.tabId, fact.frameId);
    this.#arriving.delete(frame);
    const document: FrameDocument = { url: fact.url, path: extend(this.#above(fact), fact.url) };
    this.#frames.set(frame, document);
    (isTop(fact) ? this.#pages : this.#framed).add(originOf(fact.url));
    if (fact.documentId !== null) this.#remember(fact.documentId, document);
  }

  /** A navigation's final response has come: its subresources may be asked for before the commit is told. */
  arrives(navigation: RequestSent): void {
    if (navigation.purpose === 'normal') this.#arriving.set(key(navigation.tabId, navigation.frameId), navigation.url);
  }

  /** The origins from the top down to the document that makes this request; a navigation's own document is not in it. */
  path(sent: RequestSent): readonly string[] | Unknown {
    const path = this.#pathOf(sent);
    return 'unknown' in path || path.length === 0 ? path : sharedPath(path.join('\n'));
  }

  #pathOf(sent: RequestSent): readonly string[] | Unknown {
    if (sent.type === 'document') return NOTHING;
    if (sent.tabId < 0 && !sent.ancestors?.length) return this.#worker(sent);
    if (sent.ancestors !== null) return this.#reported(sent, sent.ancestors);
    if (sent.type === 'subdocument') return this.#path(sent.tabId, sent.parentFrameId);
    return this.#requesting(sent);
  }

  /** Whether a document of an origin sits, or sat, in a page of another site. */
  sitsElsewhere(origin: string): boolean {
    const site = siteOf(origin);
    return [...this.#frames.values()].some(({ url, path }) => {
      const top = 'unknown' in path ? undefined : path[0];
      return originOf(url) === origin && top !== undefined && !isSameSite(siteOf(top), site, false);
    });
  }

  /** Origin of the page that a tab shows; null = not known. */
  page(tabId: TabId): string | null {
    const page = this.#frames.get(key(tabId, 0));
    return page === undefined ? null : originOf(page.url);
  }

  /** Firefox names the document that asks for a worker's script, and the script where the worker asks itself. */
  #worker(sent: RequestSent): readonly string[] | Unknown {
    const { documentUrl, url } = sent;
    const path =
      (documentUrl === null ? null : (this.#workers.get(documentUrl) ?? this.#shown(documentUrl))) ?? this.#ofPage(sent);
    const found = contradicts(sent, path) ? BY_WORKER : path;
    if (headerOf(sent, 'sec-fetch-dest')?.endsWith('worker')) {
      const before = this.#workers.get(url) ?? found;
      // Each top-level site has a worker of its own, of one script.
      this.#workers.set(url, isSamePath(before, found) ? found : BY_WORKER);
    }
    return found;
  }

  /** The documents with this URL; null = there is none, or they stand in different places. */
  #shown(url: string): readonly string[] | Unknown | null {
    const [first, ...others] = [...this.#frames.values()].filter((document) => document.url === url);
    return first === undefined || others.some(({ path }) => !isSamePath(path, first.path)) ? null : first.path;
  }

  /** A service worker of an origin that was only ever a page's own serves that page. */
  #ofPage(sent: RequestSent): readonly string[] | Unknown {
    const { initiator } = sent;
    // Of a navigation that it passes on, the initiator is what began that.
    const isPages =
      !isForwardedByWorker(sent) && initiator !== null && this.#pages.has(initiator) && !this.#framed.has(initiator);
    return isPages ? [initiator] : BY_WORKER;
  }

  /** Firefox's own answer, but for the worker of a frame, of which it names no ancestors and says that it is a third party's. */
  #reported(sent: RequestSent, ancestors: readonly string[]): readonly string[] | Unknown {
    const path = reportedAncestors(sent, ancestors);
    if (sent.type === 'subdocument' || ancestors.length > 0 || 'unknown' in path) return path;
    if (!isTop(sent)) return this.#path(sent.tabId, sent.frameId);
    const own = siteOf(originOf(sent.url));
    return sent.thirdParty === true && path.every((origin) => isSameSite(siteOf(origin), own, false)) ? NOT_SEEN : path;
  }

  #requesting(sent: RequestSent): readonly string[] | Unknown {
    const known = sent.documentId === null ? undefined : this.#byId.get(sent.documentId);
    if (known) return known.path;
    const arriving = this.#arriving.get(key(sent.tabId, isTop(sent) ? 0 : sent.frameId));
    if (arriving !== undefined && originOf(arriving) === sent.initiator) return extend(this.#above(sent), arriving);
    const seated = this.#frames.get(key(sent.tabId, sent.frameId));
    if (seated) return seated.path;
    // A page open before the recording: what the top frame loads names its own origin as the initiator.
    return isTop(sent) && sent.initiator !== null ? [sent.initiator] : NOT_SEEN;
  }

  #above(framed: Framed): readonly string[] | Unknown {
    return isTop(framed) ? [] : this.#path(framed.tabId, framed.parentFrameId);
  }

  #path(tabId: TabId, frameId: number): readonly string[] | Unknown {
    return this.#frames.get(key(tabId, frameId))?.path ?? NOT_SEEN;
  }

  #remember(documentId: string, document: FrameDocument): void {
    this.#byId.set(documentId, document);
    if (this.#byId.size <= REMEMBERED) return;
    const [oldest] = this.#byId.keys();
    if (oldest !== undefined) this.#byId.delete(oldest);
  }
}

/** Requests of one document have one path. @param origins one a line */
const sharedPath = remembered((origins): readonly string[] => origins.split('\n'));

/** Whether Firefox tells of a request that it is (or is not) a third party's, and it would not be so from here. */
function contradicts({ thirdParty, url }: RequestSent, path: readonly string[] | Unknown): boolean {
  const top = 'unknown' in path ? undefined : path[0];
  return thirdParty !== null && top !== undefined && isSameSite(siteOf(originOf(url)), siteOf(top), false) === thirdParty;
}

const isSamePath = (a: readonly string[] | Unknown, b: readonly string[] | Unknown): boolean =>
  !('unknown' in a) && !('unknown' in b) && a.join(' ') === b.join(' ');

const key = (tabId: TabId, frameId: number): string => `${tabId}/${frameId}`;

/** Firefox tells the ancestors' URLs; those of a subresource do not include its own document. */
function reportedAncestors(sent: RequestSent, ancestors: readonly string[]): readonly string[] | Unknown {
  const above: string[] = [];
  for (const url of ancestors) above.push(inherited(above, url));
  if (sent.type === 'subdocument') return above.length > 0 ? above : NOT_SEEN;
  const own = sent.documentUrl ?? (sent.tabId < 0 ? null : sent.initiator);
  // Firefox names neither document nor initiator where their origin is opaque.
  if (own === null) return sent.frameId > 0 ? { unknown: 'sandboxed-frame' } : NOT_SEEN;
  return [...above, inherited(above, own)];
}

const extend = (above: readonly string[] | Unknown, url: string): readonly string[] | Unknown =>
  'unknown' in above ? above : [...above, inherited(above, url)];

/** about:blank and about:srcdoc have the origin of the document around them. */
function inherited(above: readonly string[], url: string): string {
  const parent = above[above.length - 1];
  return url.startsWith('about:') && parent !== undefined ? parent : originOf(url);
}
