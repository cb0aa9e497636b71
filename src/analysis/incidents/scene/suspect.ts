import type { Bytes } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { Reason } from '../../engine/verdict/verdict';
import type { ChangeRow, Exchange, SetLine, Setter, WithheldCookie } from '../../replay/rows/exchange';
import type { CookieKey } from '../../session/cookies/cookie-key';
import { type RoleVerdict, UNKNOWN_ROLE } from '../../session/shared/role-kinds';

/** Why a cookie was not where it was needed. */
export type Cause =
  | 'withheld'
  | 'rejected'
  | 'not-set'
  | 'dead-on-arrival'
  | 'shadowed'
  | 'overwritten'
  | 'deleted'
  | 'not-deleted'
  | 'expired'
  | 'evicted'
  | 'other-partition'
  | 'other-host'
  | 'unreadable'
  | 'stale'
  | 'incomplete'
  | 'too-large'
  | 'not-shared';

/** A cookie that a failed request may have missed, and what became of it. */
export interface Suspect {
  readonly cause: Cause;
  readonly name: Bytes;
  readonly key: CookieKey | null;
  readonly role: RoleVerdict;
  /** The engine's reason; null = it has none, or none is needed. */
  readonly reason: Reason | null;
  /** How the cause is known: by the browser's own doing, or by the engine. */
  readonly basis: 'observed' | 'predicted';
  /** The cookie as the jar held it; null = it did not. */
  readonly cookie: StoredCookie | null;
  /** Where it was withheld; null = it was not. */
  readonly withheld: WithheldCookie | null;
  /** The response that gave it, or tried to; null = none was recorded. */
  readonly source: Setter | null;
  /** Where it was lost, if that is another place than its source and the failed request. */
  readonly lostAt: Lost | null;
}

type Lost =
  | { readonly kind: 'line'; readonly exchange: Exchange; readonly line: SetLine }
  | { readonly kind: 'change'; readonly row: ChangeRow };

/**
 * A suspect of which nothing is known, and that by observation, but what is said. Each refusal may have hundreds, so that no object is
 * spread here.
 */
export const newSuspect = ({
  cause,
  name,
  key = null,
  role,
  reason = null,
  basis = 'observed',
  cookie = null,
  withheld = null,
  source = null,
  lostAt = null,
}: Pick<Suspect, 'cause' | 'name' | 'role'> & Partial<Suspect>): Suspect => ({
  cause,
  name,
  key,
  role,
  reason,
  basis,
  cookie,
  withheld,
  source,
  lostAt,
});

/** The cookie that no answer set: nobody knows its name. */
export const NOT_SET: Suspect = newSuspect({ cause: 'not-set', name: '' as Bytes, role: UNKNOWN_ROLE });
