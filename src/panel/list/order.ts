import type { Row } from '../../analysis/replay/exchange';

/**
 * Rows as the list shows them: in the order of time, but the hops of a redirect chain stand together where the chain
 * began. A navigation is a rule above its document and no row of its own, unless no request answered it.
 */
export function inListOrder(rows: readonly Row[], from: number): readonly Row[] {
  const out: Row[] = [];
  let grouped = false;
  let before: Row | null = null;
  for (let index = from; index < rows.length; index++) {
    const row = rows[index];
    if (!row || (row.kind === 'navigation' && hasDocument(rows, index))) continue;
    if (row.kind === 'exchange' && row.hop > 0 && !(before?.kind === 'exchange' && before.request === row.request))
      grouped = true;
    out.push(row);
    before = row;
  }
  return grouped ? withChainsTogether(out) : out;
}

function withChainsTogether(rows: readonly Row[]): readonly Row[] {
  const later = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.kind !== 'exchange' || row.hop === 0) continue;
    const hops = later.get(row.request);
    if (hops) hops.push(row);
    else later.set(row.request, [row]);
  }
  const out: Row[] = [];
  const placed = new Set<string>();
  for (const row of rows) {
    if (row.kind !== 'exchange') {
      out.push(row);
    } else if (!placed.has(row.request)) {
      placed.add(row.request);
      out.push(row);
      for (const hop of later.get(row.request) ?? []) if (hop !== row) out.push(hop);
    }
  }
  return out;
}

/** A navigation stands before the request that brought its document, if one did. */
function hasDocument(rows: readonly Row[], navigation: number): boolean {
  const next = rows[navigation + 1];
  return next !== undefined && isNavigation(next);
}

/** Index of the first row that belongs to the page now shown. */
export function startOfPage(rows: readonly Row[]): number {
  return Math.max(
    0,
    rows.findLastIndex((row) => row.kind === 'navigation'),
  );
}

export function isNavigation(row: Row): boolean {
  return row.kind === 'exchange' && row.context.type === 'main-frame-navigation';
}
