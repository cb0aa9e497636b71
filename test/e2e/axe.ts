import axe from 'axe-core';
import type { DrivenPanel } from '../browsers/driven';
import { until } from '../browsers/until';

// As a function's body and not by eval, which an extension's pages forbid.
const installAxe = new Function(axe.source) as () => void;

/** What axe has against a document as it stands, in a theme; as axe names it. */
export async function violations(panel: Pick<DrivenPanel, 'evaluate'>, theme: string): Promise<readonly string[]> {
  await panel.evaluate(installAxe);
  await panel.evaluate(start, theme);
  return until('axe has looked at everything', () => panel.evaluate(answer));
}

// These two run in the document. It is `window` and not `globalThis`, which Firefox makes anew for each call.

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
