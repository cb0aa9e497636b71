import '../../src/words/all-words';
import { say } from '../../src/words/catalogue';
import type { DrivenPanel } from '../browsers/driven';
import { until } from '../browsers/until';

/** A row of the list of requests, in the words it shows; a count that is left blank is 0. */
export interface ShownRow {
  readonly id: string;
  readonly kind: 'request' | 'change' | 'gap' | 'navigation';
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

/** What has this accessible name of its own. */
export const named = (label: string): string => `[aria-label="${label}"]`;

/** Views of the panel, as their tabs are called. */
export type ViewId = 'flow' | 'incidents' | 'cookies' | 'sign-in' | 'findings' | 'lab';

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

  /** The text of the first element that roles, names or `data-` hooks find; empty where there is none. */
  words(selector: string): Promise<string> {
    return this.panel.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText.trim() ?? '', selector);
  }

  /** Whether roles, names or `data-` hooks find something. */
  has(selector: string): Promise<boolean> {
    return this.panel.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
  }

  /** Gives the focus to what roles, names or `data-` hooks find. */
  focus(selector: string): Promise<void> {
    return this.panel.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
  }

  /** The view that is shown. */
  view(): Promise<string> {
    return this.panel.evaluate(() => document.querySelector('[role=tab][aria-selected="true"]')?.id.replace('tab-', '') ?? '');
  }

  /** Waits until a view is shown, to which something else leads. */
  showsView(id: ViewId): Promise<true> {
    return until(`the view is ${id}`, async () => (await this.view()) === id, { instead: () => this.view() });
  }

  /** Opens a view by its tab, if it is not open. */
  async openView(id: ViewId): Promise<void> {
    if ((await this.view()) !== id) await this.panel.click(`#tab-${id}`);
    await this.showsView(id);
  }

  /** The rows that are in the document: those in view and the selected one. */
  rows(): Promise<readonly ShownRow[]> {
    return this.panel.evaluate(readRows);
  }

  /** How many rows the list says it has, in view or not. */
  rowCount(): Promise<number> {
    return this.panel.evaluate(
      (list) => Number(document.querySelector(list)?.getAttribute('aria-rowcount') ?? 1) - 1,
      named(say('list.label')),
    );
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
    // Its code is no part of the first load.
    await this.explanation();
  }

  /** What stands over each lifeline of the diagram, from left to right. */
  lifelines(): Promise<readonly string[]> {
    return this.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-lifeline]')].map((head) => head.innerText.trim()),
    );
  }

  /** The text of the explanation that is open. */
  explanation(): Promise<string> {
    return until('an explanation is open', () => this.words(named(say('explain.label'))));
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
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row-id]')];
  const inOrder = rows.sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));
  return inOrder.map((row) => {
    const words = (part: string) => row.querySelector<HTMLElement>(`[data-part="${part}"]`)?.innerText.trim() ?? '';
    const count = (of: string) => Number(row.querySelector<HTMLElement>(`[data-count="${of}"]`)?.innerText.trim());
    return {
      id: row.id,
      kind: (row.dataset.kind ?? 'request') as ShownRow['kind'],
      method: words('method'),
      path: words('path'),
      host: words('host'),
      status: words('status'),
      sent: count('sent'),
      withheld: count('withheld'),
      set: count('set'),
      rejected: count('rejected'),
    };
  });
}
