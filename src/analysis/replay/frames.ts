import { type Framed, isTop, type NavigationCommitted, type RequestSent, type TabId } from '../facts/fact';
import type { Unknown } from '../verdict/context';
import { originOf } from './origin';

/** A document in a frame of a tab, with the origins of all documents from the top down to it. */
export interface FrameDocument {
  readonly url: string;
  readonly path: readonly string[] | Unknown;
}

/** How many documents that have left their frame are still known, for what they send while unloading. */
const REMEMBERED = 256;

const NOT_SEEN: Unknown = { unknown: 'frame-document' };

/**
 * Which document sits in which frame, by what `navigation-committed` told. Chromium does not tell a request's
 * ancestors; they are read here.
 */
export class FrameTree {
  readonly #frames = new Map<string, FrameDocument>();
  readonly #byId = new Map<string, FrameDocument>();
  /** Documents whose response's head came but that have not been committed yet, by frame. */
  readonly #arriving = new Map<string, string>();

  commit(fact: NavigationCommitted): void {
    const frame = key(fact.tabId, fact.frameId);
    this.#arriving.delete(frame);
    const document: FrameDocument = { url: fact.url, path: extend(this.#above(fact), fact.url) };
    this.#frames.set(frame, document);
    if (fact.documentId !== null) this.#remember(fact.documentId, document);
  }

  /** A navigation's final response has come: its subresources may be asked for before the commit is told. */
  arrives(navigation: RequestSent): void {
    if (navigation.purpose === 'normal') this.#arriving.set(key(navigation.tabId, navigation.frameId), navigation.url);
  }

  /** The origins from the top down to the document that makes this request; a navigation's own document is not in it. */
  path(sent: RequestSent): readonly string[] | Unknown {
    if (sent.type === 'document') return [];
    if (sent.ancestors !== null) return told(sent, sent.ancestors);
    if (sent.tabId < 0) return { unknown: 'service-worker' };
    if (sent.type === 'subdocument') return this.#path(sent.tabId, sent.parentFrameId);
    return this.#requesting(sent);
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

const key = (tabId: TabId, frameId: number): string => `${tabId}/${frameId}`;

/** Firefox tells the ancestors' URLs; those of a subresource do not include its own document. */
function told(sent: RequestSent, ancestors: readonly string[]): readonly string[] | Unknown {
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
