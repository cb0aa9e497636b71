import type { AccessCause, Circumstances, EarlierLine } from '../../src/analysis/engine/verdict/examples/example';
import { SEND_EXAMPLES } from '../../src/analysis/engine/verdict/examples/send';
import { SET_TABLES } from '../../src/analysis/engine/verdict/examples/tables';
import { sceneOf } from '../build/engine-example';
import type { Player } from './player';
import type { Play, ScenarioStep } from './scenes';

const TYPED: AccessCause = { act: 'nav', documents: [] };

/** The engine's examples that a browser with this third-party setting can be made to play. */
export function examplePlays(browser: Player['browser'], thirdParty: 'default' | 'allow'): readonly Play[] {
  const policy = thirdParty === 'allow' ? 'allow' : browser === 'chromium' ? 'block' : 'partition';
  const isPlayable = (url: string, { unknown, clock, age, policy: own = 'allow' }: Circumstances): boolean =>
    /^https?:/.test(url) && unknown === undefined && clock === undefined && age === undefined && own === policy;
  const setting = SET_TABLES.flatMap(({ step, examples }) =>
    examples.flatMap(([line, url, , more = {}], n): readonly Play[] =>
      isPlayable(url, more)
        ? [{ id: `${step}/${n}`, family: 'lines', steps: [...visits(more.before ?? []), setBy(more.cause, url, [line])] }]
        : [],
    ),
  );
  const sending = SEND_EXAMPLES.flatMap(({ step, examples }) =>
    examples.flatMap(([set, url, , more = {}], n): readonly Play[] =>
      isPlayable(url, more)
        ? [
            {
              id: `${step}/${n}`,
              family: 'contexts',
              steps: [...visits([set]), { op: 'get', scene: sceneOf(url, more.cause ?? TYPED) }],
            },
          ]
        : [],
    ),
  );
  return [...setting, ...sending];
}

/** Lines of one URL that follow each other come with one response. */
function visits(lines: readonly EarlierLine[]): readonly ScenarioStep[] {
  const steps: { readonly url: string; readonly lines: string[] }[] = [];
  for (const [line, url] of lines) {
    const last = steps.at(-1);
    if (last?.url === url) last.lines.push(line);
    else steps.push({ url, lines: [line] });
  }
  return steps.map((each) => setBy(TYPED, each.url, each.lines));
}

const setBy = (cause: AccessCause = TYPED, url: string, lines: readonly string[]): ScenarioStep => ({
  op: 'set',
  scene: sceneOf(url, cause),
  lines,
});
