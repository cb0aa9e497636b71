import axe from 'axe-core';
import type { DrivenPanel } from '../browsers/driven';
import { until } from '../browsers/until';

// As a function's body and not by eval, which an extension's pages forbid.
const installAxe = new Function(axe.source) as () => void;

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
/** By name: by their tag those would run as well that axe leaves out by default. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe has against a document as it stands, in each of the themes; as axe names it, the theme in front. Between themes nothing
 * but colours differs, so only the first is looked at for everything.
 */
export async function violations(
  panel: Pick<DrivenPanel, 'evaluate'>,
  themes: readonly Theme[] = THEMES,
): Promise<readonly string[]> {
  if (!(await panel.evaluate(isInstalled))) await panel.evaluate(installAxe);
  const found: string[] = [];
  for (const [place, theme] of themes.entries()) {
    await panel.evaluate(start, { theme, rules: place === 0 ? null : COLOUR_RULES });
    found.push(...(await until('axe has looked at everything', () => panel.evaluate(answer))));
  }
  return found;
}

// These three run in the document. It is `window` and not `globalThis`, which Firefox makes anew for each call.

interface Options {
  readonly resultTypes: readonly ['violations'];
  readonly runOnly?: { readonly type: 'rule'; readonly values: readonly string[] };
}

interface AxeScope {
  readonly axe?: {
    run(options: Options): Promise<{
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    }>;
  };
  found: readonly string[] | null;
}

function isInstalled(): boolean {
  return (window as unknown as AxeScope).axe !== undefined;
}

/** Looks by these rules; null = by all that axe has on. */
function start({ theme, rules }: { readonly theme: Theme; readonly rules: readonly string[] | null }): void {
  const scope = window as unknown as AxeScope;
  document.documentElement.dataset.theme = theme;
  scope.found = null;
  const options: Options = {
    resultTypes: ['violations'],
    ...(rules === null ? {} : { runOnly: { type: 'rule', values: rules } }),
  };
  void scope.axe?.run(options).then(({ violations }) => {
    scope.found = violations.map(({ id, nodes }) => `${theme}: ${id} ${nodes[0]?.html ?? ''}`);
  });
}

function answer(): readonly string[] | null {
  return (window as unknown as AxeScope).found;
}
