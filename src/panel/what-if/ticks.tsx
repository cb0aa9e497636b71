import type { Row } from '../../analysis/replay/rows/exchange';
import { say } from '../../words/catalogue';
import type { WhatIfColumn } from './table';

const WIDTH = 400;

/** The requests with the cookie along time: what carries it stands on the line, what would lose it hangs below, dashed. */
export function Ticks({ column: { predicted }, rows }: { readonly column: WhatIfColumn; readonly rows: readonly Row[] }) {
  const { keeps, loses, gains } = predicted.requests;
  const kinds = new Map([
    ...keeps.map((id) => [id, 'keeps'] as const),
    ...loses.map((id) => [id, 'loses'] as const),
    ...gains.map((id) => [id, 'gains'] as const),
  ]);
  const ticks = rows.flatMap((row) => {
    const kind = kinds.get(row.id);
    return kind === undefined ? [] : [{ id: row.id, at: row.at, kind }];
  });
  const [first, last] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 0];
  const place = (at: number): number => 4 + ((WIDTH - 8) * (at - first)) / Math.max(1, last - first);
  if (ticks.length === 0) return null;
  return (
    <svg
      className="what-if-ticks"
      viewBox={`0 0 ${WIDTH} 30`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('what-if.ticks', { keeps: keeps.length, loses: loses.length, gains: gains.length })}
    >
      <line x1={0} x2={WIDTH} y1={15} y2={15} className="wire" />
      {ticks.map(({ id, at, kind }) => (
        <rect key={id} className={kind} x={place(at) - 1.5} y={kind === 'loses' ? 18 : 2} width={3} height={10} />
      ))}
    </svg>
  );
}
