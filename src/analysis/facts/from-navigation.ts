import { type Instant, instant } from '../engine/base/units';
import type { Draft } from './fact';
import { plainUrl } from './plain-url';

/** An event of webNavigation.onCommitted. */
export interface WireCommit {
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId?: number | undefined;
  readonly url: string;
  readonly documentId?: string | undefined;
  readonly timeStamp: number;
  readonly transitionType?: string | undefined;
  readonly transitionQualifiers?: readonly string[] | undefined;
}

/** A frame of webNavigation.getAllFrames. */
export interface WireFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly url: string;
  readonly documentId?: string | undefined;
}

/** The fact of a document that took a frame's place. */
export function navigationCommitted(event: WireCommit): Draft {
  return {
    kind: 'navigation-committed',
    at: instant(event.timeStamp),
    tabId: event.tabId,
    frameId: event.frameId,
    parentFrameId: event.parentFrameId ?? (event.frameId === 0 ? -1 : 0),
    url: plainUrl(event.url),
    documentId: event.documentId ?? null,
    transition: event.transitionType ?? 'unknown',
    qualifiers: event.transitionQualifiers ?? [],
  };
}

/** A frame that was there when the recording began. */
export function existingFrame(tabId: number, frame: WireFrame, at: Instant): Draft {
  return {
    kind: 'navigation-committed',
    at,
    tabId,
    frameId: frame.frameId,
    parentFrameId: frame.parentFrameId,
    url: plainUrl(frame.url),
    documentId: frame.documentId ?? null,
    transition: 'existing',
    qualifiers: [],
  };
}
