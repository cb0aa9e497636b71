import type { Bytes, Instant } from '../../engine/base/units';
import type { Incident } from '../../incidents/incidents';
import type { Sentence } from '../../rules/engine/sentence';
import type { Remedy } from '../../rules/remedy-of-fix';

/** What a question is about; both null = the whole recording. */
export interface QuestionSubject {
  /** The cookie's name. */
  readonly name: Bytes | null;
  /** The id of the request's row. */
  readonly row: string | null;
}

/** A place of the recording that shows what was asked for, though it need not be an incident. */
export interface AnswerPlace {
  readonly name: Bytes;
  readonly row: string;
  /** The bead that it is about, as `story` keys it; null = the request itself. */
  readonly bead: string | null;
  readonly at: Instant;
  readonly basis: 'observed' | 'predicted' | 'cannot-tell';
  readonly text: () => Sentence;
  /** The change that ends it; null = none can be told. */
  readonly remedy: () => Remedy | null;
}

/** One thing that was looked at. `fine`: it is as it should be; `open`: it may matter, or cannot be seen. */
export interface LookedAt {
  readonly result: 'fine' | 'open';
  readonly text: Sentence;
}

/**
 * How a question is answered. `incident`: by incidents; `place`: by places that show it; `not-visible`: nothing in cookies explains it;
 * `not-recorded`: nothing of the kind is in the recording.
 */
export type AnswerKind = 'incident' | 'place' | 'not-visible' | 'not-recorded';

export interface Answer {
  readonly kind: AnswerKind;
  /** The latest begun first. */
  readonly incidents: readonly Incident[];
  /** The latest first, one for each cookie and reason; at most `MOST_PLACES`. */
  readonly places: readonly AnswerPlace[];
  /** How many requests or lines show it. */
  readonly count: number;
  readonly lookedAt: readonly LookedAt[];
  /** What to record for an answer; null = there is one. */
  readonly record: Sentence | null;
}
