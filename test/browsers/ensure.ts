import { delimiter, join } from 'node:path';
import { install, isExecutable, mayInstall } from './apt';

export type Browser = 'chromium' | 'firefox';

/** Where an installed browser may be. Branded Chrome is not among them: it ignores `--load-extension` since version 137. */
const PLACES: Readonly<Record<Browser, readonly string[]>> = {
  chromium: [
    // The binary itself before the wrapper script, which adds flags of the distribution.
    '/usr/lib/chromium/chromium',
    'chromium',
    'chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};

const PACKAGES: Readonly<Record<Browser, readonly string[]>> = {
  chromium: ['chromium', 'fonts-dejavu-core'],
  firefox: ['firefox-esr', 'fonts-dejavu-core'],
};

const OVERRIDES: Readonly<Record<Browser, string>> = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/** The path of an installed browser, or null. The environment's CHROMIUM_PATH or FIREFOX_PATH goes before all. */
export function findBrowser(browser: Browser): string | null {
  const override = process.env[OVERRIDES[browser]];
  for (const place of override ? [override] : PLACES[browser]) {
    const path = executable(place);
    if (path) return path;
  }
  return null;
}

/**
 * The path of a browser, installed by apt first where it is missing and we may: on Debian and Ubuntu, as root.
 * @throws Error that names the commands to run, where we may not
 */
export function ensureBrowser(browser: Browser, say: (line: string) => void = () => {}): string {
  const found = findBrowser(browser);
  if (found) return found;
  if (!mayInstall()) throw new MissingBrowser(browser);
  say(`${browser} is not installed: installing ${PACKAGES[browser].join(', ')} with apt…`);
  install(PACKAGES[browser]);
  const installed = findBrowser(browser);
  if (!installed) throw new MissingBrowser(browser);
  return installed;
}

/** Its message is for the user: what is missing and the commands that help. */
class MissingBrowser extends Error {
  constructor(readonly browser: Browser) {
    super(
      [
        `No ${browser} was found on this machine.`,
        `On Debian or Ubuntu:  sudo apt-get update && sudo apt-get install ${PACKAGES[browser].join(' ')}`,
        `Elsewhere: install it, and tell where it is with ${OVERRIDES[browser]}=/path/to/${browser}.`,
      ].join('\n'),
    );
    this.name = 'MissingBrowser';
  }
}

function executable(place: string): string | null {
  const candidates = place.includes('/')
    ? [place]
    : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, place));
  return candidates.find(isExecutable) ?? null;
}
