import { chromiumPlayer } from './chromium-player';
import { examplePlays } from './examples';
import { firefoxPlayer } from './firefox-player';
import { type DifferentialResult, type Disagreement, judge } from './judge';
import { type RecordedCase, record, seeded } from './record';
import type { Play } from './scenes';
import { Stage } from './stage';

export type BrowserName = 'chromium' | 'firefox';

export interface Run {
  readonly browser: BrowserName;
  readonly version: string;
  readonly cases: readonly RecordedCase[];
  /** Scenes that did not end, by act. */
  readonly failed: Readonly<Record<string, number>>;
  readonly judgement: DifferentialResult;
}

export interface RunOptions {
  readonly browser: BrowserName;
  readonly seed: number;
  readonly cases: number;
  readonly progress?: (done: number) => void;
}

/** Plays `cases` cases of a seed: three of four under the browser's default third-party policy, the rest with it set to allow. */
export async function run({ browser, seed, cases, progress }: RunOptions): Promise<Run> {
  const allowed = Math.floor(cases / 4);
  return played(
    browser,
    [...seeded(seed, cases - allowed, `${browser}/${seed}/#/default`)],
    [...seeded(seed + 1, allowed, `${browser}/${seed + 1}/#/allow`)],
    progress,
  );
}

/** Plays the engine's own examples, as far as a browser can be made to. */
export const runExamples = (browser: BrowserName): Promise<Run> =>
  played(browser, examplePlays(browser, 'default'), examplePlays(browser, 'allow'));

async function played(
  browser: BrowserName,
  byDefault: readonly Play[],
  allowed: readonly Play[],
  progress?: (done: number) => void,
): Promise<Run> {
  const first = await half(browser, byDefault, 'default', progress);
  const second = await half(browser, allowed, 'allow', (done) => progress?.(byDefault.length + done));
  const all = [...first.cases, ...second.cases];
  const failed = { ...first.failed };
  for (const [act, count] of Object.entries(second.failed)) failed[act] = (failed[act] ?? 0) + count;
  return { browser, version: first.version, cases: all, failed, judgement: judge(all, browser) };
}

async function half(
  browser: BrowserName,
  plays: readonly Play[],
  thirdParty: 'default' | 'allow',
  progress?: (done: number) => void,
) {
  if (plays.length === 0) return { version: '', cases: [], failed: {} };
  const stage = await Stage.open();
  try {
    const player = await (browser === 'chromium' ? chromiumPlayer(thirdParty) : firefoxPlayer(thirdParty));
    try {
      const recording = await record(stage, player, { plays, thirdParty, ...(progress ? { progress } : {}) });
      return { version: player.version, ...recording };
    } finally {
      await player.close();
    }
  } finally {
    await stage.close();
  }
}

/** Disagreements by what they have in common: kind, act, and the difference with values and hosts left out. */
export function classes(disagreements: readonly Disagreement[]): ReadonlyMap<string, readonly Disagreement[]> {
  const found = new Map<string, Disagreement[]>();
  for (const each of disagreements) {
    const what =
      each.kind === 'reason' ? [...each.engine, '≠', ...each.browser].map((text) => text.split(/[: ] ?/).at(-1)).join(' ') : '';
    const key = `${each.kind} ${each.context} ${what}`.trim();
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return found;
}
