import { resolve } from 'node:path';
import { build } from 'vite';
import type { Fact } from '../../../src/analysis/facts/fact';
import type { Log } from '../../../src/protocol/log';
import type { DrivenPanel, Json } from '../../browsers/driven';
import { until } from '../../browsers/until';

/** The recording as the extension tells it to its panel, told by the panel's own code in the panel's own page. */
export interface Tape {
  log(): Promise<Omit<Log, 'facts'> & { readonly states: readonly string[] }>;
  facts(): Promise<readonly Fact[]>;
  /** Waits until the recording has a fact that the test wants, and gives all facts. */
  until(what: string, isThere: (facts: readonly Fact[]) => boolean): Promise<readonly Fact[]>;
  /** Says something to the background that no panel of ours would. */
  say(message: Json): Promise<void>;
}

declare global {
  interface Window {
    taped: { log: Log; states: readonly string[]; say(message: unknown): void };
  }
}

/** Starts to tape in a panel that is open. */
export async function tape(panel: DrivenPanel): Promise<Tape> {
  // The page's own policy forbids eval: the code goes in as the function that the driver runs.
  await panel.evaluate(new Function(await bundled()) as () => void);
  const facts = async (): Promise<readonly Fact[]> =>
    JSON.parse(await panel.evaluate(() => JSON.stringify(window.taped.log.facts)));
  return {
    facts,
    log: async () =>
      JSON.parse(await panel.evaluate(() => JSON.stringify({ ...window.taped.log, facts: [], states: window.taped.states }))),
    async until(what, isThere) {
      let last: readonly Fact[] = [];
      await until(
        what,
        async () => {
          last = await facts();
          return isThere(last);
        },
        { limit: 20_000, instead: () => last.slice(-10) },
      );
      return last;
    },
    say: (message) => panel.evaluate((said) => window.taped.say(said), message),
  };
}

let code: Promise<string> | null = null;

function bundled(): Promise<string> {
  code ??= build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'in-panel.ts'), formats: ['iife'], name: 'tape' },
    },
  }).then((built) => {
    const [output] = [built].flat();
    if (!output || !('output' in output)) throw new Error('Nothing was built.');
    return output.output[0].code;
  });
  return code;
}
