import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { DrivenPanel } from '../../browsers/driven';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

// As a function's body and not by eval, which an extension's pages forbid.
const installAxe = new Function(axe.source) as () => void;
const VIEWS = ['flow', 'cookies', 'sign-in', 'findings', 'lab'] as const;
const THEMES = ['light', 'dark'] as const;

const play = rawScene({
  '/set': {
    setCookie: ['kept=1; Path=/', '__Host-no=1; Domain=localhost; Path=/; Secure', 'token=eyJhbGciOiJub25lIn0.e30.; Path=/'],
  },
});

test('axe finds nothing in any view and theme, nor in the empty state', async () => {
  const { browser, panel, server } = play();
  const found: string[] = [];
  const look = async (what: string, theme: (typeof THEMES)[number]) => {
    for (const id of await violations(panel.panel, theme)) found.push(`${what}, ${theme}: ${id}`);
  };
  for (const theme of THEMES) await look('empty', theme);
  await browser.goto(`${server.at('raw')}/set`);
  await panel.choose({ path: '/set', rejected: 1 });
  for (const view of VIEWS) {
    await panel.panel.click(`#tab-${view}`);
    for (const theme of THEMES) await look(view, theme);
  }
  expect(found).toEqual([]);
});

/** What axe has against the panel as it stands, in a theme. */
async function violations(panel: DrivenPanel, theme: string): Promise<readonly string[]> {
  await panel.evaluate(installAxe);
  await panel.evaluate(start, theme);
  return until('axe has looked at everything', () => panel.evaluate(answer));
}

// These two run in the panel's document. It is `window` and not `globalThis`, which Firefox makes anew for each call.

interface AxeScope {
  readonly axe: {
    run(): Promise<{
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    }>;
  };
  found: readonly string[] | null;
}

function start(theme: string): void {
  const scope = window as unknown as AxeScope;
  document.documentElement.dataset.theme = theme;
  scope.found = null;
  void scope.axe.run().then(({ violations }) => {
    scope.found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  });
}

function answer(): readonly string[] | null {
  return (window as unknown as AxeScope).found;
}
