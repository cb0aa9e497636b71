import type { Bytes } from '../engine/base/units';
import type { FactBase, OtherLine, StoreId, TabId } from './fact-base';

export type ScriptApi = 'document.cookie' | 'cookieStore';

/** A place in a script, as the browser's call stacks name it. Lines and columns count from 1. */
export interface ScriptPlace {
  /** Of the function; null = the top level of the script, or it has no name. */
  readonly name: string | null;
  readonly url: string;
  readonly line: number;
  readonly column: number;
  /** The code was made at that place: `eval`, `new Function`. */
  readonly isEval: boolean;
}

/** A script of a traced page used its cookies, as the page itself said: a page can lie to us about itself. */
export interface ScriptAccess extends FactBase {
  readonly kind: 'script-access';
  readonly tabId: TabId;
  readonly frameId: number;
  readonly documentUrl: string;
  readonly storeId: StoreId;
  readonly api: ScriptApi;
  /** `unseen`: the page has an accessor of its own in the way; what it does with cookies cannot be told. */
  readonly operation: 'read' | 'write' | 'unseen';
  /** Names and digests of what was written, one; a digest of null = it was deleted. Empty = a read. */
  readonly lines: readonly OtherLine[];
  /** Names that a reader was given; empty = a write, or all that cookieStore has. */
  readonly names: readonly Bytes[];
  /** The call stack, the innermost first; empty = it could not be read. */
  readonly stack: readonly ScriptPlace[];
}
