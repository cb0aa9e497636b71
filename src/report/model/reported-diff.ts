import '../../words/all-words';
import { type Compared, type ComparedRow, compare, type OneOnly, type RowDifference } from '../../analysis/compare/compare';
import { addressKey } from '../../analysis/compare/request-key';
import { text } from '../../analysis/engine/base/bytes';
import { instant } from '../../analysis/engine/base/units';
import type { Fact } from '../../analysis/facts/fact';
import { asJarCookie } from '../../analysis/facts/jar-cookie';
import { Replay } from '../../analysis/replay/replay';
import { plain } from '../../analysis/rules/engine/sentence';
import { type AnalysisOptions, analysed } from './analysed';
import { DIFF_FORMAT, DIFF_VERSION, type ReportedDiff, type ReportedOnly, type ReportedRowDifference } from './diff-schema';

/** A recording to be compared. */
export interface DiffSide {
  readonly file: string;
  readonly facts: readonly Fact[];
  /** What the file lacks. */
  readonly notes: readonly string[];
}

/** What is told of two recordings beside each other: no values, and addresses without what differs between any two visits. */
export function reportedDiff(a: DiffSide, b: DiffSide, options: AnalysisOptions): ReportedDiff {
  const [one, other] = [compared(a.facts, options), compared(b.facts, options)];
  const { rows, matched, jar, onlyA, onlyB } = compare(one, other);
  return {
    format: DIFF_FORMAT,
    version: DIFF_VERSION,
    a: sideOf(a, one),
    b: sideOf(b, other),
    matched,
    differing: rows
      .filter(({ differences }) => differences.length > 0)
      .map((row) => ({ ...requestOf(row), differences: row.differences.map(differenceOf) })),
    onlyA: onlyOf(onlyA, rows, 'a'),
    onlyB: onlyOf(onlyB, rows, 'b'),
    jar: {
      different: jar.different.map(({ a: mine, b: theirs, aspects }) => {
        const cookie = mine ?? theirs;
        return {
          cookie: cookie === null ? '' : text(cookie.name),
          domain: cookie?.domain ?? '',
          path: cookie === null ? '' : text(cookie.path),
          only: theirs === null ? ('a' as const) : mine === null ? ('b' as const) : null,
          aspects,
        };
      }),
      same: jar.same,
      otherValues: jar.otherValues,
    },
  };
}

/** Whether there is anything to tell. */
export const hasDifferences = ({ differing, onlyA, onlyB, jar }: ReportedDiff): boolean =>
  differing.length + jar.different.length > 0 ||
  [onlyA, onlyB].some(({ requests, findings, incidents }) => requests.length + findings.length + incidents.length > 0);

function compared(facts: readonly Fact[], options: AnalysisOptions): Compared {
  const recording = analysed(facts, options);
  const replay = recording?.replay ?? withoutPage(facts, options);
  return {
    rows: replay.rows,
    jar: [...replay.jar.all()].map(asJarCookie),
    findings: (recording?.sites ?? []).flatMap(({ audit }) => audit.findings.filter(({ party }) => party === 'own')),
    incidents: recording?.incidents.all ?? [],
  };
}

/** No site to speak of: requests and cookies can be compared all the same. */
function withoutPage(facts: readonly Fact[], { digest }: AnalysisOptions): Replay {
  const replay = new Replay({ digest }).add(facts);
  return replay.settle(instant(facts.reduce((latest, { at }) => Math.max(latest, at), 0)));
}

const sideOf = ({ file, notes }: DiffSide, { rows }: Compared): ReportedDiff['a'] => ({
  file,
  requests: rows.filter(({ kind }) => kind === 'exchange').length,
  notes,
});

function requestOf({ a, b }: ComparedRow): ReportedOnly['requests'][number] {
  const exchange = a ?? b;
  return { method: exchange?.sent.method ?? '', address: exchange === null ? '' : addressKey(exchange.url) };
}

const onlyOf = ({ findings, incidents }: OneOnly, rows: readonly ComparedRow[], side: 'a' | 'b'): ReportedOnly => ({
  requests: rows.filter((row) => row[side] !== null && row[side === 'a' ? 'b' : 'a'] === null).map(requestOf),
  findings: findings.map(({ rule, texts }) => ({ id: rule, heading: plain(texts.heading()) })),
  incidents: incidents.map(({ kind, heading }) => ({ id: kind, heading: plain(heading) })),
});

function differenceOf(difference: RowDifference): ReportedRowDifference {
  switch (difference.kind) {
    case 'status':
      return difference;
    case 'leads-to': {
      const without = (url: string | null) => (url === null ? null : addressKey(url));
      return { kind: 'leads-to', a: without(difference.a), b: without(difference.b) };
    }
    case 'sent':
      return { kind: 'sent', by: difference.by, cookie: text(difference.name), other: difference.other };
    case 'line':
      return { kind: 'line', cookie: text(difference.name), a: difference.a, b: difference.b };
    default:
      return difference satisfies never;
  }
}
