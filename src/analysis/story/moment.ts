import type { CheckedId } from '../active-check/verdict';
import type { Instant } from '../engine/base/units';
import type { CookieKey } from '../session/cookies/cookie-key';
import type { GuardKind } from '../session/csrf/guards';
import type { Protocol } from '../session/federated/kinds';
import type { SessionLoss, SignInStep } from '../session/requests/attempt';
import type { Evidence } from '../session/shared/evidence';
import type { Breakdown } from '../session/sign-in/breakdown';
import type {
  CarriedBy,
  Certainty,
  CredentialFate,
  Expiry,
  IdFate,
  Reuse,
  SignIn,
  SignOut,
} from '../session/sign-in/session-kinds';
import type { EndedTransaction, TransactionOutcome } from '../session/transaction-outcomes';

/** What is known of a moment whatever its kind. */
interface MomentBase {
  readonly at: Instant;
  /** Where it lasts; null = it is a point in time. */
  readonly until: Instant | null;
  readonly certainty: Certainty;
  /** What would settle it, as keys of words; empty unless `cannot-tell`. */
  readonly missing: readonly string[];
  /** Ids of the exchanges that show it, in order. */
  readonly exchanges: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A value of a cookie by a letter: A for the first that the recording shows, B for the second. Tells nothing of the value. */
export interface IdName {
  readonly key: CookieKey;
  readonly letter: string;
}

/** Something in the story of a sign-in, in the order of time. */
export type Moment = MomentBase &
  (
    | { readonly kind: 'first-visit'; readonly page: string }
    | { readonly kind: 'anonymous-id'; readonly id: IdName }
    /** Ids that changed while nobody was signed in: no rotation. */
    | { readonly kind: 'anonymous-id-changed'; readonly key: CookieKey; readonly count: number }
    | { readonly kind: 'credentials-refused'; readonly step: SignInStep }
    /** An account was made, or a password set, and the next page asks to sign in with it. */
    | { readonly kind: 'sent-on-to-sign-in'; readonly step: SignInStep }
    | { readonly kind: 'credentials-unanswered'; readonly step: SignInStep }
    /** The server answered as to somebody signed in, and the session did not arrive. */
    | { readonly kind: 'sign-in-lost'; readonly step: SignInStep; readonly why: SessionLoss['why']; readonly name: string | null }
    /** The browser was sent to another site to sign in there. `cookies`: names of those that live for it. */
    | {
        readonly kind: 'left-for-provider';
        readonly provider: string;
        readonly protocol: Protocol;
        readonly isSilent: boolean;
        readonly cookies: readonly string[];
      }
    | { readonly kind: 'provider-asked'; readonly provider: string; readonly what: 'credentials' | 'consent' | 'nothing' }
    /**
     * The browser came back with an answer. `withheld`: names of cookies of the transaction that did not go along; `unsent`: of
     * cookies that sign in at the other site and did not go there, so that it knew nobody.
     */
    | {
        readonly kind: 'came-back';
        readonly application: string;
        readonly provider: string;
        readonly isSilent: boolean;
        readonly unsent: readonly string[];
        readonly outcome: TransactionOutcome['kind'];
        readonly error: string | null;
        readonly withheld: readonly string[];
      }
    | {
        readonly kind: 'single-sign-out';
        readonly provider: string;
        /** Whether the user signed out there. */
        readonly beganThere: boolean;
        readonly frames: number;
      }
    /** A session that comes apart while it is used. */
    | { readonly kind: 'session-falls-apart'; readonly what: Breakdown['kind']; readonly name: string; readonly count: number }
    | { readonly kind: 'credentials-continued'; readonly step: SignInStep }
    | {
        readonly kind: 'signed-in';
        readonly how: SignIn['how'];
        readonly step: SignInStep | null;
        readonly carriedBy: CarriedBy;
        readonly carriers: readonly CookieKey[];
      }
    /** What became of the id that counts; `not-rotated` is session fixation. */
    | { readonly kind: 'id-at-sign-in'; readonly fate: IdFate; readonly before: IdName | null; readonly after: IdName | null }
    | { readonly kind: 'token-arrived'; readonly id: IdName }
    | { readonly kind: 'authenticated-use'; readonly reads: readonly string[]; readonly changes: readonly string[] }
    | { readonly kind: 'csrf-token-issued'; readonly key: CookieKey }
    | {
        readonly kind: 'csrf-token-sent';
        readonly guard: GuardKind;
        readonly key: CookieKey | null;
        readonly where: 'field' | 'header' | 'parameter';
        readonly name: string;
        readonly count: number;
        readonly of: number;
      }
    | { readonly kind: 'csrf-token-checked' }
    | {
        readonly kind: 'privilege-change';
        readonly what: 'confirmed' | 'password-changed' | 'second-factor' | 'id-changed';
        readonly idChanged: boolean;
      }
    /** The id changed with pages that only show something: it is renewed from time to time, nobody was trusted with more. */
    | { readonly kind: 'id-renewed'; readonly count: number }
    | { readonly kind: 'not-recorded'; readonly cause: string }
    /** `withheld`: names of cookies that did not go into the frame in which the application was told. */
    | {
        readonly kind: 'signed-out';
        readonly by: SignOut['by'];
        readonly fates: readonly CredentialFate[];
        readonly withheld: readonly string[];
      }
    | { readonly kind: 'credential-left'; readonly fate: CredentialFate; readonly isToken: boolean }
    | { readonly kind: 'id-reused'; readonly id: IdName | null; readonly answered: Reuse['answered'] }
    /** The user had an old id sent again. */
    | { readonly kind: 'old-id-checked'; readonly check: CheckedId }
    /** Whether the session died on the server: never known from outside. */
    | { readonly kind: 'server-side-end'; readonly id: IdName | null }
    | { readonly kind: 'session-expired'; readonly by: Expiry['by'] }
    | { readonly kind: 'concurrent-session'; readonly earlier: IdName | null }
  );

type MomentKind = Moment['kind'];
export type MomentOf<K extends MomentKind> = Extract<Moment, { readonly kind: K }>;

/** A stretch of the story: the bar above it. */
export interface Phase {
  readonly kind: 'anonymous' | 'signed-in' | 'signed-out';
  readonly from: Instant;
  /** null = up to now. */
  readonly until: Instant | null;
  /** The id that counts in it. */
  readonly id: IdName | null;
}

/** The story of one site, as the Sign-in view draws it. */
export interface Story {
  readonly site: string;
  readonly phases: readonly Phase[];
  readonly moments: readonly Moment[];
  /** Sign-ins through another site that began or ended here. */
  readonly transactions: readonly EndedTransaction[];
}
