/** One measured thing: our figure, and beside it those of peers or of another size, all of the same run. */
export interface Figure {
  /** What was measured: "parse 200,000 lines". */
  readonly what: string;
  /** With its unit: "1.9 M/s", "p50 12 ms, p95 31 ms". */
  readonly ours: string;
  /** The same of others, by name: `{ 'tough-cookie': '0.58 M/s' }`. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What it should be: "at most 1.05". Printed, never asserted. */
  readonly goal?: string;
}

/** What each file of this folder but `main.ts` exports as `run`. */
export type Run = () => Promise<readonly Figure[]>;

/** The figures as a table for a terminal: what, ours, beside, goal. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [figure.what, figure.ours, beside(figure), figure.goal ?? '']);
  const all = [['', 'ours', 'beside', 'goal'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const beside = ({ beside }: Figure): string =>
  Object.entries(beside ?? {})
    .map(([who, figure]) => `${who} ${figure}`)
    .join(', ');

/**
 * The value below which a share of samples lie.
 * @param share 0.5 for the median, 0.95 for p95
 */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `p50 12.0 ms, p95 31.2 ms` */
export const spread = (samples: readonly number[]): string =>
  [0.5, 0.95].map((share) => `p${share * 100} ${quantile(samples, share).toFixed(1)} ms`).join(', ');
