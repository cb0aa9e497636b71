import type { Bytes, Instant } from '../../engine/base/units';
import type { Identity } from '../../engine/jar/identity';
import type { SiteLimits } from '../../engine/jar/limits';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { CookieChanged, StoreId } from '../../facts/fact';
import { identityKey } from '../jar-history/cookie-keys';
import type { JudgedLine } from '../requests/setting';
import type { Assumptions, LineTrack } from './pending-lines';
import type { Unexplained } from './unexplained-changes';

/** What follows from the observations. */
export interface ObservationListener {
  lineChanged(track: LineTrack): void;
  /** No response explains this change. @returns the id of the row that shows it */
  changedUnexplained(change: Unexplained): string;
  takenBack(row: string): void;
  /** Who but the responses of this tab changes cookies. */
  readonly others: OtherAuthors;
  /** The replayed jar followed what was seen. */
  jarChanged(storeId: StoreId, at: Instant): void;
  /** The replayed jar held a cookie that the browser had refused. */
  refused(cookie: StoredCookie): void;
  /** The replayed jar held a cookie too early: it came at this time. */
  notThereYet(cookie: StoredCookie, before: Instant): void;
}

interface OtherAuthors {
  /** Whether the user made a change with this tool, just before it was told. */
  isOfUser(change: CookieChanged): boolean;
  /** Whether the user wrote a cookie after a line came: then what is in the jar says nothing of the line. */
  hasUserWritten(cookie: Identity, line: { readonly storeId: StoreId; readonly at: Instant }): boolean;
  /** Whether the response of another tab gave the cookie this value, or the user wrote it a while ago. */
  isOfOther(change: CookieChanged): boolean;
}

/** A response's Set-Cookie lines. */
export interface Received {
  readonly storeId: StoreId;
  /** Id of the row. */
  readonly exchange: string;
  readonly host: string;
  readonly at: Instant;
  /** When its request went out: what changed before is no doing of the response. */
  readonly sentAt: Instant;
  readonly lines: readonly Bytes[];
  /** Whether its request carried a cookie of this identity and value: it was in the jar before. */
  readonly carried: (cookie: Identity, value: Bytes) => boolean;
  readonly assumed: Assumptions;
  /** How many cookies of a site the browser keeps; null = it tells itself of those that it evicts. */
  readonly limits: SiteLimits | null;
  readonly judge: (line: Bytes) => JudgedLine;
}

/** Whether the request carried what a line sets, and no line before it has ended that. Asked of the lines in their order. */
export type Carried = (line: Pick<JudgedLine, 'target' | 'value' | 'deletes'>) => boolean;

export function carriesSoFar({ carried }: Received): Carried {
  const ended = new Set<string>();
  return ({ target, value, deletes }) => {
    const key = identityKey(target);
    const isCarried = !ended.has(key) && carried(target, value);
    if (deletes) ended.add(key);
    return isCarried;
  };
}
