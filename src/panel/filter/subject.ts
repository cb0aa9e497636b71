import { text } from '../../analysis/facts/bytes';
import type { PartitionKey } from '../../analysis/facts/fact';
import type { Exchange, Row } from '../../analysis/replay/exchange';
import { whatBecame } from '../../analysis/story/bead';
import { placeOf } from '../list/place';

/** What filters ask of a row, made once a row. */
export interface Subject {
  readonly row: Row;
  /** URL and cookie names in lower case, for free text. */
  readonly haystack: string;
  readonly host: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly reasons: readonly string[];
  readonly partitions: readonly PartitionKey[];
  readonly domains: readonly string[];
}

const known = new WeakMap<Row, Subject>();

export function subjectOf(row: Row): Subject {
  let subject = known.get(row);
  if (!subject) {
    subject = make(row);
    known.set(row, subject);
  }
  return subject;
}

function make(row: Row): Subject {
  switch (row.kind) {
    case 'exchange':
      return ofExchange(row);
    case 'script-write': {
      const { name, domain, partition } = row.change.cookie;
      const names = [text(name)];
      return {
        ...blank(row),
        haystack: `${names[0]} ${domain}`.toLowerCase(),
        host: domain,
        names,
        domains: [domain],
        partitions: partition ? [partition] : [],
      };
    }
    case 'navigation':
      return { ...blank(row), haystack: row.url.toLowerCase(), ...placeOf(row.url) };
    case 'gap':
      return blank(row);
    default:
      return row satisfies never;
  }
}

const blank = (row: Row): Subject => ({
  row,
  haystack: '',
  host: '',
  path: '',
  names: [],
  reasons: [],
  partitions: [],
  domains: [],
});

function ofExchange(row: Exchange): Subject {
  const { host, path } = placeOf(row.url);
  const names = new Set<string>();
  const reasons = new Set<string>();
  const domains = new Set<string>();
  const partitions: PartitionKey[] = [];
  for (const { name, cookie } of row.cookies) {
    names.add(text(name));
    if (cookie) domains.add(cookie.domain);
    if (cookie?.partition) partitions.push(cookie.partition);
  }
  for (const { cookie, predicted } of row.withheld) {
    names.add(text(cookie.name));
    domains.add(cookie.domain);
    if (cookie.partition) partitions.push(cookie.partition);
    for (const reason of predicted.reasons) reasons.add(reason);
  }
  for (const line of row.lines) {
    names.add(text(line.parsed.name));
    if (line.result) domains.add(line.result.domain);
    if (line.result?.partition) partitions.push(line.result.partition);
    if (whatBecame(line).kind === 'rejected') for (const reason of line.predicted.reasons) reasons.add(reason);
  }
  const haystack = `${row.url} ${[...names].join(' ')}`.toLowerCase();
  return {
    row,
    haystack,
    host: host.toLowerCase(),
    path,
    names: [...names],
    reasons: [...reasons],
    partitions,
    domains: [...domains],
  };
}
