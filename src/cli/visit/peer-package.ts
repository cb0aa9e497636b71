import { createRequire } from 'node:module';
import { join } from 'node:path';
import { RunError } from '../command/command';

/** That drive a browser: optional peers, for most uses need none. `install`: a version that every Node has that we run on. */
const PEERS = {
  'playwright-core': { visits: 'A URL is visited', install: 'playwright-core' },
  'puppeteer-core': { visits: 'A URL is visited in Firefox', install: 'puppeteer-core@24' },
} as const;

/**
 * A peer of the project in the working directory, else the one beside the program. What it gives is of the type that the caller
 * names. @throws RunError that says how to install it
 */
export function peerPackage<Exports>(name: keyof typeof PEERS, home: URL): Exports {
  for (const from of [join(process.cwd(), 'package.json'), new URL('package.json', home)]) {
    try {
      return createRequire(from)(name) as Exports;
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
      if (!isMissing) throw new RunError(`${name} cannot be loaded: ${error instanceof Error ? error.message : error}`);
    }
  }
  const { visits, install } = PEERS[name];
  throw new RunError(
    `${visits} by ${name}, which is not installed. Install it beside Cookie Flow: npm install ${install} (it uses the browser that is there, and downloads none).`,
  );
}
