import { bytes } from '../engine/base/bytes';
import { type Instant, instant } from '../engine/base/units';
import { parseSetCookie } from '../engine/header/set-cookie';
import { readStack } from './call-stack';
import type { Digest } from './digest';
import { digestedLine } from './digested-line';
import type { Draft, OtherLine, ScriptApi, StoreId } from './fact';
import type { HeaderEncoding } from './headers';

/** What a traced page said of one use of its cookies; values are in it, so it is not kept as it is. */
export interface WireScriptAccess {
  /** The frame that said it, as the browser names it. */
  readonly tabId: number;
  readonly frameId: number;
  readonly documentUrl: string;
  /** When, by the clock of the page: milliseconds since 1970. */
  readonly timeStamp: number;
  readonly api: ScriptApi;
  /** `unseen`: the page has an accessor of its own in the way, so that what it does cannot be told. */
  readonly operation: 'read' | 'write' | 'delete' | 'unseen';
  /** What was given to document.cookie; null = it was not written. */
  readonly line: string | null;
  /** What was given to cookieStore; null = it was not used, or gave no value. */
  readonly name: string | null;
  readonly value: string | null;
  /** Names a reader was given. */
  readonly names: readonly string[];
  /** The call stack as the browser writes it. */
  readonly stack: string;
}

/** A use of cookies by a script, with digests in place of values. */
export function scriptAccess(
  event: WireScriptAccess,
  storeId: StoreId,
  { dialect, digest }: { readonly dialect: HeaderEncoding; readonly digest: Digest },
): Draft {
  const { tabId, frameId, documentUrl, api, operation } = event;
  const at = instant(event.timeStamp);
  return {
    kind: 'script-access',
    at,
    tabId,
    frameId,
    documentUrl,
    storeId,
    api,
    operation: operation === 'delete' ? 'write' : operation,
    lines: operation === 'write' || operation === 'delete' ? [lineOf(event, at, dialect, digest)] : [],
    names: operation === 'read' ? event.names.map(bytes) : [],
    stack: readStack(event.stack),
  };
}

function lineOf(event: WireScriptAccess, at: Instant, dialect: HeaderEncoding, digest: Digest): OtherLine {
  if (event.line !== null) return digestedLine(parseSetCookie(bytes(event.line), dialect), at, digest);
  return { name: bytes(event.name ?? ''), digest: event.operation === 'delete' ? null : digest(bytes(event.value ?? '')) };
}
