import type { Jar } from '../../analysis/engine/jar/jar';
import type { StoredCookie } from '../../analysis/engine/jar/stored-cookie';
import { siteDomain } from '../../analysis/engine/site/registrable';
import type { Replay } from '../../analysis/replay/replay';
import type { Row } from '../../analysis/replay/rows/exchange';
import type { CookieKey } from '../../analysis/session/cookies/cookie-key';
import { cookieKey } from '../../analysis/session/cookies/cookie-key';
import type { Against } from '../state/travel-choices';
import type { CookieRow } from './cookie-row';
import { rowOfStored } from './cookie-row';
import { type DiffMark, jarDifference } from './jar-difference';

/** The jar as it stood at a row, and what is another in it. */
export interface Travelled {
  readonly at: Row;
  readonly rows: readonly CookieRow[];
  readonly marks: ReadonlyMap<CookieKey, DiffMark>;
}

/** The rows one can travel to: those whose moment the replayed jar remembers. */
export const isMoment = (row: Row): boolean => row.kind === 'exchange' || row.kind === 'change';

/** The index of a row among the moments; the last one where it is not there (any more). */
export function placeAmong(moments: readonly Row[], id: string): number {
  const place = moments.findIndex((row) => row.id === id);
  return place < 0 ? Math.max(0, moments.length - 1) : place;
}

interface Journey {
  /** Id of the row just before which the jar is looked at. */
  readonly at: string;
  readonly against: Against;
  /** The cookies of the table as it is now: what is known of them beside the jar stays. */
  readonly now: readonly CookieRow[];
}

/**
 * The jar at a moment, marked with what differs from another, always from the earlier of the two to the later.
 * @returns null where nothing was recorded that one could travel to
 */
export function timeTravel(replay: Replay, moments: readonly Row[], { at, against, now }: Journey): Travelled | null {
  const place = placeAmong(moments, at);
  const moment = moments[place];
  if (!moment) return null;
  const known = new Map(now.map((row) => [row.key, row]));
  const sites = new Set(now.map((row) => siteDomain(row.domain)));
  const ofTab = (jar: Pick<Jar, 'all'>) => [...jar.all()].filter((cookie) => sites.has(siteDomain(cookie.domain)));
  const then = ofTab(replay.jarAt(moment));
  const second = against === 'now' ? moments.length : against === 'start' ? 0 : placeAmong(moments, against.row);
  const row = moments[second];
  const other = ofTab(row ? replay.jarAt(row) : replay.jar);
  const marks = second < place ? jarDifference(other, then) : jarDifference(then, other);
  const shown = new Map<CookieKey, StoredCookie>();
  for (const cookie of [...other, ...then]) shown.set(cookieKey(cookie), cookie);
  return { at: moment, rows: [...shown].map(([key, cookie]) => rowOfStored(key, cookie, known.get(key) ?? null)), marks };
}
