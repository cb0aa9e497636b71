import type { CookieKey } from '../cookies/cookie-key';
import type { CookieLife, ValueSpan } from '../cookies/cookie-life';
import type { Attempt } from '../requests/attempt';
import type { ValueChange } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
import type { Evidence } from '../shared/evidence';

/** Whether the traffic shows it. There is no third: what is only likely is `cannot-tell`. */
export type Certainty = 'observed' | 'cannot-tell';

/** A cookie that could carry the sign-in, weighed. */
export interface Carrier {
  readonly life: CookieLife;
  readonly movement: ValueChange;
  /** The value sent with the first credentials; null = none was. */
  readonly before: ValueSpan | null;
  /** The value after the sign-in's last answer. */
  readonly after: ValueSpan | null;
  /** What speaks for it and against it. */
  readonly evidence: readonly Evidence[];
  /** The sum of the evidence's weights. */
  readonly score: number;
}

/**
 * What became of the id that counts when somebody signed in.
 * `rotated`: a new one in place of the old. `issued`: there was none before. `not-rotated`: session fixation.
 * `self-contained`: the session is in the cookie itself, there is no id to plant.
 * `changes-anyway`: it changed, but does so on other pages too, so that the change alone shows nothing.
 * `no-cookie`: no cookie carries this sign-in.
 */
export type IdFate = 'rotated' | 'issued' | 'not-rotated' | 'self-contained' | 'changes-anyway' | 'no-cookie' | 'cannot-tell';

/**
 * What later requests prove themselves with. `session`: an id, the session is on the server. `session-in-cookie`: the
 * session itself, sealed. `token`: a JWT or the like. `bearer-header`: an Authorization header that a script sets.
 */
export type CarriedBy =
  | 'session'
  | 'session-in-cookie'
  | 'token'
  | 'session-and-token'
  | 'bearer-header'
  | 'http-authentication'
  | 'cannot-tell';

/** A stretch of being signed in: how it began, what carried it, how it ended. */
export interface SignIn {
  readonly how: 'credentials' | 'external' | 'http-authentication' | 'remembered' | 'already';
  /** Every step of it; empty where nobody was seen giving credentials. */
  readonly attempts: readonly Attempt[];
  readonly first: Visit;
  readonly last: Visit;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  /** The cookies that count, the likeliest first. */
  readonly carriers: readonly Carrier[];
  /** Cookies that could carry it as well, and that the traffic speaks less for. */
  readonly rivals: readonly Carrier[];
  readonly carriedBy: CarriedBy;
  readonly id: IdFate;
  /** What would settle the id's fate; empty unless it is open. */
  readonly missing: readonly string[];
  /** Visits that carried what counts, in order. */
  readonly use: readonly Visit[];
  /** Visits in between whose answer changed a carrier's value while signed in. */
  readonly changes: readonly { readonly visit: Visit; readonly key: CookieKey }[];
  readonly end: Ending | null;
}

export type Ending = SignOut | Expiry;

/** What a sign-out did to one credential. `left`: it is still in the jar with its old value. */
export interface CredentialFate {
  readonly key: CookieKey;
  readonly fate: 'deleted' | 'replaced' | 'left';
  /** Exchanges that carried the old value afterwards. */
  readonly sentAfter: readonly string[];
}

export interface SignOut {
  readonly kind: 'sign-out';
  readonly visit: Visit;
  readonly last: Visit;
  /** `frame`: another site told of it in a frame of its own page, as the one that signs in does when somebody signs out there. */
  readonly by: 'link' | 'form' | 'script' | 'frame';
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  readonly fates: readonly CredentialFate[];
  /** Names of cookies that carry the session and did not go into that frame. */
  readonly withheld: readonly string[];
  readonly reuse: Reuse | null;
}

/** A session that ended without a sign-out. */
export interface Expiry {
  readonly kind: 'expiry';
  /** The visit that was refused. */
  readonly visit: Visit;
  /**
   * `cookie`: it was no longer sent. `script`: a header no longer was. `server`: it was sent and not accepted. `eviction`: the
   * browser dropped it for want of room. `elsewhere`: something changed it that no response of this tab was, as another tab does.
   */
  readonly by: 'cookie' | 'script' | 'server' | 'eviction' | 'elsewhere';
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
}

/** An old id sent again. `authenticated`: the server still served what only signed-in users get. */
export interface Reuse {
  /** null = a token in a header, no cookie. */
  readonly key: CookieKey | null;
  readonly answered: 'authenticated' | 'refused' | 'cannot-tell';
  readonly visits: readonly Visit[];
  readonly evidence: readonly Evidence[];
}
