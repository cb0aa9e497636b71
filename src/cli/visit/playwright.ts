import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Playwright from 'playwright-core';
import { RunError } from '../command/command';

const HOW =
  'A URL is visited by playwright-core, which is not installed. Install it beside Cookie Flow: npm install playwright-core (it uses the browser that is there, and downloads none).';

/** playwright-core of the project in the working directory, else the one beside the program. @throws RunError that says how to install it */
export function loadedPlaywright(home: URL): typeof Playwright {
  for (const from of [join(process.cwd(), 'package.json'), new URL('package.json', home)]) {
    try {
      return createRequire(from)('playwright-core') as typeof Playwright;
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
      if (!isMissing) throw new RunError(`playwright-core cannot be loaded: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new RunError(HOW);
}
