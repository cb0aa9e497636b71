import { parseArgs } from 'node:util';
import type { Browser } from '../../test/browsers/ensure';
import { flawsOf, portOf } from '../options';
import type { VariantId } from '../variants';

export interface StartOptions {
  readonly browser: Browser;
  /** Whether to drive the sign-in unseen and print its flow, rather than open a window for the user. */
  readonly headless: boolean;
  /** undefined = the default, or any free one. */
  readonly port: number | undefined;
  readonly flaws: readonly VariantId[];
}

export const START_USAGE = `Usage: npm start -- [options]
  --browser chromium|firefox  default chromium (Chrome and Edge count as such)
  --headless                  open no window: drive the sign-in, print its flow, write cookie-flow.png
  --port <number>             default 4180, or any free one if that is taken
  --flaw <id>                 turn a flaw of the playground on; may be repeated`;

/** What the command line asks for. With no display, headless it is. @throws Error with a sentence for the user */
export function readStartOptions(args: readonly string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      headless: { type: 'boolean', default: false },
      port: { type: 'string' },
      flaw: { type: 'string', multiple: true, default: [] },
    },
  });
  const { browser } = values;
  if (browser !== 'chromium' && browser !== 'firefox') throw new Error(`--browser takes chromium or firefox, not "${browser}".`);
  return {
    browser,
    headless: values.headless || !hasDisplay(env, platform),
    port: portOf(values.port),
    flaws: flawsOf(values.flaw),
  };
}

function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
