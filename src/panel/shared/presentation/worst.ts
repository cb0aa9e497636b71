import type { Row } from '../../../analysis/replay/rows/exchange';
import { type Bead, sentBeads, setBeads, withheldBeads } from '../../../analysis/story/bead';

const ORDER = [
  'rejected',
  'dead-on-arrival',
  'deleted-nothing',
  'withheld',
  'unknown',
  'replaced',
  'stored',
  'deleted',
  'unchanged',
  'sent',
] as const;

/**
 * The key of the bead that opens by itself when its row is chosen: where engine and browser disagree first, then
 * what was refused, held back, changed. null = the row has none.
 */
export function worstBead(row: Row): string | null {
  if (row.kind === 'change') return `${row.id}/write`;
  if (row.kind !== 'exchange') return null;
  const beads: readonly Bead[] = [...setBeads(row), ...withheldBeads(row), ...sentBeads(row)];
  const differing = beads.find((bead) => bead.agreement === 'differs');
  if (differing) return differing.key;
  for (const kind of ORDER) {
    const found = beads.find((bead) => bead.kind === kind);
    if (found) return found.key;
  }
  return null;
}
