import type { DrivenPanel } from '../browsers/driven';

/** A row of the list, as it shows it. */
export interface ListedRequestRow {
  readonly id: string;
  readonly kind: 'request' | 'gap' | 'other';
  /** Of a request its path, of any other row its words. */
  readonly text: string;
  /** How many cookies it shows as sent. */
  readonly sent: number;
}

/** All rows of the panel's list, read by scrolling from its begin to its end: only those in view are in the document. */
export async function listedRequests(panel: DrivenPanel): Promise<readonly ListedRequestRow[]> {
  const rows = new Map<string, ListedRequestRow>();
  await panel.evaluate(scrollTo, 0);
  for (;;) {
    const before = await shown(panel);
    for (const row of before.rows) rows.set(row.id, row);
    if (before.isEnd) return [...rows.values()];
    await panel.evaluate(scrollTo, before.next);
  }
}

/** The numbered requests among them. */
export const numbered = (rows: readonly ListedRequestRow[]): readonly ListedRequestRow[] =>
  rows.filter(({ kind, text }) => kind === 'request' && !text.startsWith('/page/'));

/** What is drawn, once it is what belongs to the place that the list is scrolled to. */
async function shown(panel: DrivenPanel): Promise<View> {
  for (;;) {
    const view = await panel.evaluate(readView);
    if (view.isDrawn) return view;
  }
}

interface View {
  readonly rows: readonly ListedRequestRow[];
  /** Whether the rows reach over the whole height in view. */
  readonly isDrawn: boolean;
  readonly isEnd: boolean;
  readonly next: number;
}

// These run in the panel and stand alone.

function scrollTo(top: number): void {
  const list = document.querySelector('.request-list');
  if (list) list.scrollTop = top;
}

function readView(): View {
  const list = document.querySelector<HTMLElement>('.request-list');
  if (!list) return { rows: [], isDrawn: true, isEnd: true, next: 0 };
  const elements = [...list.querySelectorAll<HTMLElement>('[data-row-id]')];
  const indexes = elements.map((row) => Number(row.ariaRowIndex));
  const rows = elements.map((row): ListedRequestRow => {
    const kind = row.classList.contains('gap') ? 'gap' : row.classList.contains('request') ? 'request' : 'other';
    const words = row.querySelector(kind === 'gap' ? '.gap-words' : '.path')?.textContent ?? row.textContent ?? '';
    return {
      id: row.dataset.rowId ?? '',
      kind,
      text: words.trim(),
      sent: Number(row.querySelector<HTMLElement>('.slot')?.innerText.trim()),
    };
  });
  const count = Number(list.getAttribute('aria-rowcount'));
  const box = list.getBoundingClientRect();
  const bottoms = elements.map((row) => row.getBoundingClientRect().bottom);
  const tops = elements.map((row) => row.getBoundingClientRect().top);
  const hasLast = indexes.includes(count);
  const reachesDown = hasLast || Math.max(...bottoms) >= box.bottom;
  const reachesUp = list.scrollTop === 0 || Math.min(...tops) <= box.top + 60;
  return {
    rows,
    isDrawn: count <= 1 || (elements.length > 0 && reachesDown && reachesUp),
    isEnd: count <= 1 || (hasLast && list.scrollTop + list.clientHeight >= list.scrollHeight - 2),
    // Half a view: what is scrolled past stays drawn for a moment.
    next: list.scrollTop + Math.max(40, Math.floor(list.clientHeight / 2)),
  };
}
