import { instant } from '../../src/analysis/engine/base/units';
import { Replay } from '../../src/analysis/replay/replay';
import type { ReplayOptions } from '../../src/analysis/replay/replay-options';
import type { ChangeRow, Exchange, GapRow, Row, SetLine } from '../../src/analysis/replay/rows/exchange';
import type { RecordingBuilder } from './recording';

/** Replays a recording, and a minute more in which nothing happens. */
export function replayed(recording: RecordingBuilder, options: ReplayOptions = {}): Replay {
  return new Replay(options).add(recording.facts).settle(instant(recording.clock.now + 60_000));
}

export const exchangesOf = ({ rows }: { readonly rows: readonly Row[] }): readonly Exchange[] =>
  rows.filter((row) => row.kind === 'exchange');

export const changesOf = ({ rows }: { readonly rows: readonly Row[] }): readonly ChangeRow[] =>
  rows.filter((row) => row.kind === 'change');

export const gapsOf = ({ rows }: { readonly rows: readonly Row[] }): readonly GapRow[] =>
  rows.filter((row) => row.kind === 'gap');

/** A line in short: what the engine says, what was seen (or why nothing was), and how the two stand. */
const short = ({ predicted, observed, agreement }: SetLine): string =>
  `${predicted.outcome}, ${observed.outcome === 'not-observed' ? observed.why : `${observed.outcome} by ${observed.by}`}: ${agreement}`;

/** Every line of every exchange, in short. */
export const linesOf = (replay: { readonly rows: readonly Row[] }): readonly string[] =>
  exchangesOf(replay).flatMap(({ lines }) => lines.map(short));
