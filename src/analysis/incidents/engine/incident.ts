import type { Bytes, Instant } from '../../engine/base/units';
import type { Link } from '../../rules/engine/link';
import type { Sentence } from '../../rules/engine/sentence';
import type { Remedy } from '../../rules/remedy-of-fix';
import type { CookieKey } from '../../session/cookies/cookie-key';
import type { Consequence } from '../scene/failure';
import type { Cause } from '../scene/suspect';

/** One thing that joins a cookie's fate to what went wrong, and how it is known. */
export interface Join {
  readonly basis: 'observed' | 'predicted' | 'cannot-tell';
  readonly text: Sentence;
}

/**
 * How sure it is. `certain`: every link was observed. `likely`: a link is the engine's. `possible`: something else may be the cause
 * as well, and is named.
 */
export type IncidentConfidence = 'certain' | 'likely' | 'possible';

/** One station of the chain from the cookie to what went wrong. */
export interface Station {
  readonly part: 'set' | 'lost' | 'cause' | 'answer' | 'consequence';
  /** The row it leads to. */
  readonly row: string;
  readonly at: Instant;
  /** The bead that it is about, as `story` keys it; null = the request itself. */
  readonly bead: string | null;
  readonly text: Sentence;
}

/** A cookie that was withheld from the same request for a reason of its own, or went along all the same. */
export interface Beside {
  readonly name: Bytes;
  readonly text: Sentence;
}

/** A consequence on the wire, joined to the cookie that caused it, with the change that ends it. */
export interface IncidentOf<Kind extends string = string> {
  /** The same for the same incident in every analysis of a recording. */
  readonly id: string;
  readonly kind: Kind;
  /** A sentence for lists: what failed, in a few words. */
  readonly title: Sentence;
  /** What failed, because of which cookie. */
  readonly heading: Sentence;
  /** null = none was set. */
  readonly cookie: { readonly name: Bytes; readonly key: CookieKey | null } | null;
  readonly cause: Cause;
  /** The cause in a few words: "withheld: SameSite=Lax". */
  readonly brief: Sentence;
  readonly consequence: Consequence;
  readonly confidence: IncidentConfidence;
  readonly joins: readonly Join[];
  /** What else may be the cause. */
  readonly rivals: readonly Sentence[];
  readonly why: Sentence;
  readonly beside: readonly Beside[];
  readonly chain: readonly Station[];
  readonly links: readonly Link[];
  /** Rows in which it shows, the first first; each counts once. */
  readonly rows: readonly string[];
  readonly times: number;
  readonly since: Instant;
  /** The change that ends it; null = none can be told. */
  readonly remedy: () => Remedy | null;
}
