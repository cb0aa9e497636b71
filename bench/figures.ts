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

/** 80 requests as a shop's page makes them, or 500 pictures without latency. */
export type LoadedPage = 'realistic' | 'busy';

/** What can be asked for in the command; only `page-load` heeds all of it. */
export interface BenchOptions {
  /** Which browsers; both if not told. */
  readonly browser?: readonly ('chromium' | 'firefox')[];
  readonly rounds?: number;
  /** Which page; both if not told. */
  readonly page?: LoadedPage;
  /** Folders of other builds, measured beside: the one before a change, say. */
  readonly also?: readonly string[];
}

/** What a bench exports as `run`. */
export type Run = (options: BenchOptions) => Promise<readonly Figure[]>;

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

/** The same for a document: what others are is a column each. */
export function markdownTable(figures: readonly Figure[]): string {
  const others = [...new Set(figures.flatMap(({ beside }) => Object.keys(beside ?? {})))];
  const rows = [
    ['', 'ours', ...others, 'goal'],
    ['---', '---', ...others.map(() => '---'), '---'],
    ...figures.map(({ what, ours, beside, goal }) => [what, ours, ...others.map((other) => beside?.[other] ?? ''), goal ?? '']),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
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

/** Median, and the quartiles: `1.04 [0.97–1.23]` */
export function quartiles(samples: readonly number[], digits = 2): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(samples, share).toFixed(digits));
  return `${middle} [${low}–${high}]`;
}
