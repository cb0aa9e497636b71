import type { JarCookie } from '../facts/jar-cookie';
import type { Incident } from '../incidents/incidents';
import { unpartitionedKey } from '../replay/jar-history/cookie-keys';
import type { Exchange, Row } from '../replay/rows/exchange';
import type { Finding } from '../rules/audit';
import { type JarDifferences, jarDifferences } from './jar-differences';
import { type Matched, matched } from './matched';
import { addressKey } from './request-key';
import { type RowDifference, rowDifferences } from './row-differences';

export type { CookieAspect, CookieDifference, JarDifferences } from './jar-differences';
export type { RowDifference } from './row-differences';

/** A recording as it is compared. */
export interface Compared {
  readonly rows: readonly Row[];
  /** The jar at the end. */
  readonly jar: readonly JarCookie[];
  /** Empty where it was not analyzed. */
  readonly findings: readonly Finding[];
  readonly incidents: readonly Incident[];
}

/** Two counterparts, and how they differ; with a side missing there are no differences to tell. */
export interface ComparedRow extends Matched<Exchange> {
  readonly differences: readonly RowDifference[];
}

/** What only one recording has. */
export interface OneOnly {
  readonly findings: readonly Finding[];
  readonly incidents: readonly Incident[];
}

export interface Comparison {
  /** In the order of the first recording. */
  readonly rows: readonly ComparedRow[];
  /** Index of the row where the two part; null = the requests that both have do not differ. */
  readonly parting: number | null;
  /** How many rows have both sides. */
  readonly matched: number;
  readonly jar: JarDifferences;
  readonly onlyA: OneOnly;
  readonly onlyB: OneOnly;
}

/**
 * Two recordings side by side. Requests are counterparts by method and address without values, not by time; another value of
 * the same cookie is no difference.
 */
export function compare(a: Compared, b: Compared): Comparison {
  const key = ({ sent, url }: Exchange) => `${sent.method} ${addressKey(url)}`;
  const rows = matched(exchangesIn(a.rows), exchangesIn(b.rows), key).map(
    (pair): ComparedRow => ({
      ...pair,
      differences: pair.a === null || pair.b === null ? [] : rowDifferences(pair.a, pair.b),
    }),
  );
  const parting = rows.findIndex(({ differences }) => differences.length > 0);
  return {
    rows,
    parting: parting < 0 ? null : parting,
    matched: rows.filter((row) => row.a !== null && row.b !== null).length,
    jar: jarDifferences(a.jar, b.jar),
    onlyA: onlyIn(a, b),
    onlyB: onlyIn(b, a),
  };
}

const exchangesIn = (rows: readonly Row[]): readonly Exchange[] => rows.filter((row): row is Exchange => row.kind === 'exchange');

/** By rule and cookies: without the partition, into which one browser puts what another stores for all sites. */
const faultKey = ({ rule, about }: Finding): string => [rule, ...about.map(unpartitionedKey)].join('\n');

/** What is told of one recording only; an incident has the same id in every recording of a site. */
function onlyIn(mine: Compared, other: Compared): OneOnly {
  const found = new Set(other.findings.map(faultKey));
  const met = new Set(other.incidents.map(({ id }) => id));
  return {
    findings: mine.findings.filter((finding) => !found.has(faultKey(finding))),
    incidents: mine.incidents.filter(({ id }) => !met.has(id)),
  };
}
