import type { ComparedRow, RowDifference } from '../../analysis/compare/compare';
import type { Exchange } from '../../analysis/replay/rows/exchange';
import { setBeads, withheldBeads } from '../../analysis/story/bead';
import { say } from '../../words/catalogue';
import { reasonChip } from '../flow/explain/step-words';
import { visibleString } from '../shared/parts/visible';
import { nameText } from '../shared/presentation/bead-words';
import { placeOf } from '../shared/presentation/place';

export type Side = 'a' | 'b';

export const SIDES: readonly Side[] = ['a', 'b'];

/** One difference in words, a side each. */
export interface DifferenceWords {
  readonly a: string;
  readonly b: string;
}

/** Longer addresses are cut. */
const LONGEST_PLACE = 80;

/** What each side did where two counterparts differ, with the reason where one withheld or refused a cookie. */
export function differenceWords(difference: RowDifference, row: ComparedRow): DifferenceWords {
  const words = (side: Side): string => sideWords(difference, side, row[side]);
  return { a: words('a'), b: words('b') };
}

function sideWords(difference: RowDifference, side: Side, exchange: Exchange | null): string {
  switch (difference.kind) {
    case 'status': {
      const status = difference[side];
      return status === null ? say('compare.no-status') : say('compare.status', { status });
    }
    case 'leads-to': {
      const url = difference[side];
      return url === null ? say('compare.leads-nowhere') : say('compare.leads-to', { place: placeText(url) });
    }
    case 'sent':
      return sentWords(difference, side, exchange);
    case 'line':
      return lineWords(difference, side, exchange);
    default:
      return difference satisfies never;
  }
}

function sentWords({ by, name, other }: Of<'sent'>, side: Side, exchange: Exchange | null): string {
  const words = { name: shownName(name) };
  if (by === side) return say('compare.sent', words);
  if (other === 'not-there') return say('compare.not-there', words);
  const held = exchange === null ? null : withheldBeads(exchange).find((bead) => bead.name === name);
  const reason = reasonChip(held?.reason ?? null);
  return reason === '' ? say('compare.withheld', words) : say('compare.withheld-why', { ...words, reason });
}

function lineWords(difference: Of<'line'>, side: Side, exchange: Exchange | null): string {
  const name = shownName(difference.name);
  const became = difference[side];
  if (became === null) return say('compare.no-line', { name });
  const verdict = say(`verdict.${became}`);
  const bead = exchange === null ? null : setBeads(exchange).findLast((each) => each.name === difference.name);
  const reason = reasonChip(became === 'rejected' ? (bead?.reason ?? null) : null);
  return reason === '' ? say('compare.line', { name, verdict }) : say('compare.line-why', { name, verdict, reason });
}

type Of<Kind extends RowDifference['kind']> = Extract<RowDifference, { readonly kind: Kind }>;

/** The difference that is told of a row first: a cookie's, for what follows from it has no cause of its own. */
export const leading = (differences: readonly RowDifference[]): RowDifference | undefined =>
  (['sent', 'line', 'leads-to', 'status'] as const)
    .map((kind) => differences.find((each) => each.kind === kind))
    .find((found) => found !== undefined);

/** Host and path of an address, without what only one visit has in its query. */
export function placeText(url: string): string {
  const { host, path } = placeOf(url);
  return visibleString(`${host}${path.split('?', 1)[0] ?? ''}`).slice(0, LONGEST_PLACE);
}

const shownName = (name: Parameters<typeof nameText>[0]): string => visibleString(nameText(name));
