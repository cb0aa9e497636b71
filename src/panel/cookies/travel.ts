import type { Jar } from '../../analysis/jar/jar';
import type { StoredCookie } from '../../analysis/jar/stored-cookie';
import type { Row } from '../../analysis/replay/exchange';
import type { Replay } from '../../analysis/replay/replay';
import type { CookieKey } from '../../analysis/session/cookie-key';
import { cookieKey } from '../../analysis/session/cookie-key';
import { siteDomain } from '../../analysis/site/registrable';
import type { CookieRow } from './cookie-row';
import { rowOfStored } from './cookie-row';
import { type DiffMark, jarDifference } from './jar-difference';

/** With what a moment is compared. */
export type Against = 'now' | 'start';

/** The jar as it stood at a row, and what is another in it. */
export interface Travelled {
  readonly rows: readonly CookieRow[];
  readonly marks: ReadonlyMap<CookieKey, DiffMark>;
}

/** The rows one can travel to: those whose moment the replayed jar remembers. */
export const isMoment = (row: Row): boolean => row.kind === 'exchange' || row.kind === 'script-write';

/**
 * @param moment the row just before which the jar is looked at
 * @param first the row of the beginning
 * @param now the cookies of the table as it is now: what is known of them beside the jar stays
 */
export function travel(replay: Replay, moment: Row, first: Row, now: readonly CookieRow[], against: Against): Travelled {
  const known = new Map(now.map((row) => [row.key, row]));
  const sites = new Set(now.map((row) => siteDomain(row.domain)));
  const ofTab = (jar: Pick<Jar, 'all'>) => [...jar.all()].filter((cookie) => sites.has(siteDomain(cookie.domain)));
  const then = ofTab(replay.jarAt(moment));
  const other = against === 'now' ? ofTab(replay.jar) : ofTab(replay.jarAt(first));
  const marks = against === 'now' ? jarDifference(then, other) : jarDifference(other, then);
  const shown = new Map<CookieKey, StoredCookie>();
  for (const cookie of other) shown.set(cookieKey(cookie), cookie);
  for (const cookie of then) shown.set(cookieKey(cookie), cookie);
  return { rows: [...shown].map(([key, cookie]) => rowOfStored(key, cookie, known.get(key) ?? null)), marks };
}
