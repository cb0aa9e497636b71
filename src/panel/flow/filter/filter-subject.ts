import type { PartitionKey } from '../../../analysis/engine/base/partition-key';
import type { Exchange, Row } from '../../../analysis/replay/rows/exchange';
import { whatBecame } from '../../../analysis/story/bead';
import { placeOf } from '../../shared/presentation/place';
import { freshTally, type RowTotals } from '../../shared/presentation/row-tally';
import { type CarriedNames, NO_NAMES, namesIn, namesOf } from './carried-names';

interface Stored {
  readonly domain: string;
  readonly partition: PartitionKey | null;
}

const NONE: readonly never[] = [];

/** What filters ask of a row; each is made when it is first asked for, since most filters ask little of many rows. */
export class FilterSubject {
  readonly row: Row;
  #counts: RowTotals | null = null;
  #address: string | null = null;
  #place: ReturnType<typeof placeOf> | null = null;
  #names: CarriedNames | null = null;
  #reasons: readonly string[] | null = null;
  #stored: readonly Stored[] | null = null;

  constructor(row: Row) {
    this.row = row;
  }

  get counts(): RowTotals {
    this.#counts ??= freshTally(this.row);
    return this.#counts;
  }

  /** URL or domain in lower case. */
  get address(): string {
    this.#address ??= addressOf(this.row).toLowerCase();
    return this.#address;
  }

  /** With its port, in lower case. */
  get host(): string {
    return this.row.kind === 'exchange' || this.row.kind === 'navigation' ? this.#placed.host.toLowerCase() : this.address;
  }

  get path(): string {
    return this.row.kind === 'exchange' || this.row.kind === 'navigation' ? this.#placed.path : '';
  }

  /** Names of its cookies: the same list for all rows that have the same. */
  get names(): readonly string[] {
    return this.#carried.list;
  }

  /** The same as one text in lower case. */
  get namesText(): string {
    return this.#carried.text;
  }

  /** Why cookies were withheld or refused. */
  get reasons(): readonly string[] {
    this.#reasons ??= this.row.kind === 'exchange' ? reasonsOf(this.row) : NONE;
    return this.#reasons;
  }

  get domains(): readonly string[] {
    return [...new Set(this.#cookies.map(({ domain }) => domain))];
  }

  get partitions(): readonly PartitionKey[] {
    return this.#cookies.flatMap(({ partition }) => partition ?? NONE);
  }

  get #placed(): ReturnType<typeof placeOf> {
    this.#place ??= placeOf(addressOf(this.row));
    return this.#place;
  }

  get #carried(): CarriedNames {
    this.#names ??= carriedBy(this.row);
    return this.#names;
  }

  get #cookies(): readonly Stored[] {
    this.#stored ??= storedIn(this.row);
    return this.#stored;
  }
}

function addressOf(row: Row): string {
  switch (row.kind) {
    case 'exchange':
    case 'navigation':
      return row.url;
    case 'change':
      return row.change.cookie.domain;
    case 'gap':
      return '';
    default:
      return row satisfies never;
  }
}

function carriedBy(row: Row): CarriedNames {
  if (row.kind === 'exchange') return namesOf(row);
  return row.kind === 'change' ? namesIn([row.change.cookie.name]) : NO_NAMES;
}

function reasonsOf({ withheld, lines }: Exchange): readonly string[] {
  const refused = lines.filter((line) => whatBecame(line).kind === 'rejected');
  return [...new Set([...withheld, ...refused].flatMap(({ predicted }) => predicted.reasons as readonly string[]))];
}

/** The cookies of a row as they are or were in the jar. */
function storedIn(row: Row): readonly Stored[] {
  if (row.kind === 'change') return [row.change.cookie];
  if (row.kind !== 'exchange') return NONE;
  return [
    ...row.cookies.flatMap(({ cookie }) => cookie ?? NONE),
    ...row.withheld.map(({ cookie }) => cookie),
    ...row.lines.flatMap(({ result }) => result ?? NONE),
  ];
}
