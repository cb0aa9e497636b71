import type { Bytes, Instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { JarSnapshot, RecorderGap, StoreId } from '../../facts/fact';
import type { GapRow } from '../rows/exchange';
import { identityKey, isSameCookie } from './cookie-keys';
import type { JarHistory } from './jar-history';
import type { JarReadings } from './jar-readings';

/** How long after a gap a reading of the jar still tells what happened in it. */
const TELLS = 5_000;

interface OpenGap {
  row: GapRow;
  readonly storeId: StoreId;
  readonly before: ReadonlyMap<string, StoredCookie>;
}

/** Times without recording, and which cookies were different afterwards. */
export class Gaps {
  #open: OpenGap[] = [];

  /** The row of a gap; what changed in it is not known yet. */
  begin(gap: RecorderGap, storeId: StoreId, { jar }: JarHistory): GapRow {
    const row: GapRow = { kind: 'gap', id: `gap#${gap.seq}`, at: gap.from, gap, changed: null };
    const before = new Map([...jar.all()].map((cookie) => [identityKey(cookie), cookie]));
    this.#open.push({ row, storeId, before });
    return row;
  }

  /**
   * Rows that a reading completes. To be asked before the replayed jar follows the reading.
   */
  read(snapshot: JarSnapshot, history: JarHistory, readings: JarReadings): readonly GapRow[] {
    const end = ({ row }: OpenGap): Instant => row.gap.to ?? row.gap.at;
    this.#open = this.#open.filter((open) => snapshot.at - end(open) <= TELLS);
    return this.#open
      .filter((open) => open.storeId === snapshot.storeId)
      .map((open) => {
        const names = changedNames(open, snapshot, history, readings);
        open.row = { ...open.row, changed: [...new Set([...(open.row.changed ?? []), ...names])] };
        return open.row;
      });
  }
}

/** Names of cookies that the reading shows otherwise than before the gap, unless a later change accounts for it. */
function changedNames(
  { before, row }: OpenGap,
  snapshot: JarSnapshot,
  history: JarHistory,
  readings: JarReadings,
): readonly Bytes[] {
  const since = row.gap.to ?? row.gap.at;
  const isOfTheGap = (cookie: Parameters<JarHistory['touched']>[0]): boolean => (history.touched(cookie) ?? 0) <= since;
  const shown = new Map(snapshot.cookies.map((cookie) => [identityKey(cookie), cookie]));
  const changed = snapshot.cookies.filter((cookie) => {
    const old = before.get(identityKey(cookie));
    return isOfTheGap(cookie) && (old === undefined || !isSameCookie(old, cookie));
  });
  const gone = [...before.values()].filter(
    (cookie) => readings.covers(snapshot, cookie) && !shown.has(identityKey(cookie)) && isOfTheGap(cookie),
  );
  return [...changed, ...gone].map(({ name }) => name);
}
