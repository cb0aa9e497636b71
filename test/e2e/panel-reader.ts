import type { DrivenPanel } from '../browsers/driven';
import { until } from '../browsers/until';

/** A row of the list of requests, in the words it shows; a count that is left blank is 0. */
export interface ShownRow {
  readonly id: string;
  readonly kind: 'request' | 'script' | 'gap' | 'navigation';
  readonly method: string;
  /** The path of a request, the words of any other row. */
  readonly path: string;
  readonly host: string;
  readonly status: string;
  readonly sent: number;
  readonly withheld: number;
  readonly set: number;
  readonly rejected: number;
}

export interface ShownBead {
  readonly key: string;
  readonly name: string;
  readonly verdict: string;
  readonly evidence: string;
}

/** Reads and works the panel as its user does. Whatever it waits for appears within a few seconds or is told missing. */
export class PanelReader {
  constructor(readonly panel: DrivenPanel) {}

  /** All visible text. */
  text(): Promise<string> {
    return this.panel.evaluate(() => document.body.innerText);
  }

  /** Waits until the panel shows a text. */
  shows(text: string): Promise<true> {
    return until(`the panel shows "${text}"`, async () => (await this.text()).includes(text), { instead: () => this.text() });
  }

  /** The rows that are in the document: those in view and the selected one. */
  rows(): Promise<readonly ShownRow[]> {
    return this.panel.evaluate(readRows);
  }

  /** How many rows the list says it has, in view or not. */
  rowCount(): Promise<number> {
    return this.panel.evaluate(() => Number(document.querySelector('.request-list')?.getAttribute('aria-rowcount') ?? 1) - 1);
  }

  /** Waits for a row that is as wanted: `row({ path: '/account', status: '200' })`. The last one that is. */
  row(wanted: Partial<ShownRow>): Promise<ShownRow> {
    return until(
      `the list has a row ${JSON.stringify(wanted)}`,
      async () => (await this.rows()).findLast((row) => isAs(row, wanted)),
      { instead: async () => `\n${(await this.rows()).map((row) => JSON.stringify(row)).join('\n')}` },
    );
  }

  /** Waits until the list has no such row. */
  without(unwanted: Partial<ShownRow>): Promise<true> {
    return until(
      `the list has no row ${JSON.stringify(unwanted)}`,
      async () => !(await this.rows()).some((row) => isAs(row, unwanted)),
    );
  }

  /** Waits for such a row and selects it. */
  async choose(wanted: Partial<ShownRow>): Promise<void> {
    const { id } = await this.row(wanted);
    await this.panel.click(`[id="${id}"]`);
    await until('the row is selected', () =>
      this.panel.evaluate((row) => document.getElementById(row)?.getAttribute('aria-selected') === 'true', id),
    );
  }

  /** The beads of the diagram, in wire order. */
  beads(): Promise<readonly ShownBead[]> {
    return this.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-bead]')].map((bead) => ({
        key: bead.dataset.bead ?? '',
        name: bead.dataset.name ?? '',
        verdict: bead.dataset.verdict ?? '',
        evidence: bead.dataset.evidence ?? '',
      })),
    );
  }

  /** Waits for a bead that is as wanted. */
  bead(wanted: Partial<ShownBead>): Promise<ShownBead> {
    return until(
      `the diagram has a bead ${JSON.stringify(wanted)}`,
      async () => (await this.beads()).find((bead) => isAs(bead, wanted)),
      { instead: () => this.beads() },
    );
  }

  /** Waits for such a bead and opens its explanation, if it has not opened by itself. */
  async open(wanted: Partial<ShownBead>): Promise<void> {
    const selector = `[data-bead="${(await this.bead(wanted)).key}"]`;
    const isOpen = () =>
      this.panel.evaluate((bead) => document.querySelector(bead)?.getAttribute('aria-pressed') === 'true', selector);
    if (!(await isOpen())) await this.panel.click(selector);
    await until('the bead is open', isOpen);
  }

  /** What stands over each lifeline of the diagram, from left to right. */
  lifelines(): Promise<readonly string[]> {
    return this.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sequence .head')].map((head) => head.innerText.trim()),
    );
  }

  /** The text of the explanation that is open. */
  explanation(): Promise<string> {
    return until('an explanation is open', () =>
      this.panel.evaluate(() => document.querySelector<HTMLElement>('.explanation')?.innerText ?? ''),
    );
  }

  /** Types a text into the filter. */
  async filter(text: string): Promise<void> {
    await this.panel.click('#filter');
    await this.panel.type(text);
    await until('the filter has the text', () =>
      this.panel.evaluate((wanted) => document.querySelector<HTMLInputElement>('#filter')?.value.endsWith(wanted), text),
    );
  }

  /** Presses a button by its name. */
  press(name: string): Promise<void> {
    return this.panel.click('button', name);
  }
}

function isAs<T extends object>(found: T, wanted: Partial<T>): boolean {
  return Object.entries(wanted).every(([key, value]) => (found as Record<string, unknown>)[key] === value);
}

/** Runs in the panel. */
function readRows(): ShownRow[] {
  const rows = [...document.querySelectorAll<HTMLElement>('.request-row[data-row-id]')];
  const inOrder = rows.sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));
  return inOrder.map((row) => {
    const words = (cell: string) => row.querySelector<HTMLElement>(cell)?.innerText.trim() ?? '';
    const counts = [...row.querySelectorAll<HTMLElement>('.slot')].map((slot) => Number(slot.innerText.trim()));
    const kind = (['request', 'script', 'gap', 'navigation'] as const).find((each) => row.classList.contains(each));
    return {
      id: row.id,
      kind: kind ?? 'request',
      method: words('.method'),
      path: words(kind === 'gap' ? '.gap-words' : '.path'),
      host: words('.host'),
      status: words('.status'),
      sent: counts[0] ?? 0,
      withheld: counts[1] ?? 0,
      set: counts[2] ?? 0,
      rejected: counts[3] ?? 0,
    };
  });
}
