import type { KeyboardEvent } from 'react';
import { swapCompared } from '../state/opened';

/** Rows that differ bear `data-difference`, the buttons that open a side in Flow `data-open`. */
const DIFFERENCE = '[data-difference]';

/** N and P walk the differences, A and B open that side's request in Flow, S swaps the sides. */
export function onCompareKey(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).tagName === 'INPUT') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(DIFFERENCE)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const key = event.key.toLowerCase();
  if (key === 'n') focusRow(rows[Math.min(at + 1, rows.length - 1)]);
  else if (key === 'p') focusRow(rows[Math.max(at - 1, 0)]);
  else if (key === 'a' || key === 'b') rows[Math.max(at, 0)]?.querySelector<HTMLElement>(`[data-open="${key}"]`)?.click();
  else if (key === 's') swapCompared();
  else return;
  event.preventDefault();
  // These letters mean something else in the views.
  event.stopPropagation();
}

function focusRow(row: HTMLElement | undefined): void {
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
