import { instant } from '../../../src/analysis/engine/base/units';
import { Replay } from '../../../src/analysis/replay/replay';
import type { Exchange } from '../../../src/analysis/replay/rows/exchange';
import { sessionsOf } from '../../../src/analysis/session/sessions';
import { judgeChange } from './judge-change';
import { judgeLines } from './judge-lines';
import { judgeSending } from './judge-sending';
import type { PlayedWalk } from './play';
import { NO_SHARES, type Shares, sharesOf, sum } from './shares';
import { type Falsehood, type Found, idOf, type Met } from './statements';
import { Truth } from './truth';

export interface WalkJudgement {
  readonly exchanges: number;
  readonly falsehoods: readonly Falsehood[];
  /** Requests of the recorded tab that came in and are in no row. */
  readonly unrecorded: readonly string[];
  readonly shares: Shares;
}

/** Replays what was recorded of a walk as the panel does, and sets each of its statements beside the truth. */
export function judgeWalk(walk: PlayedWalk, browser: 'chromium' | 'firefox'): WalkJudgement {
  const truth = new Truth(walk);
  const last = walk.facts.at(-1)?.at ?? 0;
  const replay = new Replay({ browser }).add(walk.facts).settle(instant(last + 60_000));
  const falsehoods: Falsehood[] = [];
  const note = (at: number, found: readonly Found[]) =>
    falsehoods.push(...found.map((each) => ({ ...each, seed: walk.seed, at })));
  const seen = new Map<string, number>();
  const recorded = new Set<string>();
  let shares = NO_SHARES;
  let exchanges = 0;
  for (const row of replay.rows) {
    shares = sum(shares, sharesOf(row));
    if (row.kind === 'change') note(row.at, judgeChange(row, truth, { browser, recordedLines: recordedLines(replay) }));
    if (row.kind !== 'exchange') continue;
    exchanges += 1;
    const met = meet(row, truth, seen);
    if (met === null) continue;
    recorded.add(met.id);
    note(row.at, [...judgeSending(met, truth, replay), ...judgeLines(met, truth)]);
  }
  // The session code concludes from the same rows; that it comes to an end is all that is asked here.
  sessionsOf(replay.rows, null);
  return { exchanges, falsehoods, unrecorded: unrecordedOf(walk, recorded), shares };
}

function recordedLines({ rows }: Replay): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => (row.kind === 'exchange' && row.lines.length > 0 ? [idOf(row.url)] : [])));
}

/** Pairs the exchanges of an address with its arrivals, in order. */
function meet(exchange: Exchange, truth: Truth, seen: Map<string, number>): Met | null {
  if (!/^(?:http|ws)s?:/.test(exchange.url)) return null;
  const id = idOf(exchange.url);
  const preflight = exchange.sent.method === 'OPTIONS';
  const key = `${preflight}${id}`;
  const place = seen.get(key) ?? 0;
  if (exchange.transmission === 'none') return null;
  seen.set(key, place + 1);
  const arrival = truth.arrivals(id, preflight)[place];
  return arrival === undefined ? null : { exchange, arrival, id };
}

function unrecordedOf({ actions }: PlayedWalk, recorded: ReadonlySet<string>): readonly string[] {
  return actions.flatMap(({ action, arrivals }) => {
    if (action.do !== 'visit') return [];
    const own = arrivals.filter(({ id }) => !recorded.has(id) && !isOfOther(action.beside, id));
    return own.map(({ id, host }) => `${host} ${id}`);
  });
}

const isOfOther = (beside: unknown, id: string): boolean => beside !== null && JSON.stringify(beside).includes(`"${id}"`);
