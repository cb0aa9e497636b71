import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RunError } from '../command/command';
import { chromiumVisit } from './chromium-visit';
import { firefoxVisit } from './firefox-visit';
import { installedBrowser, type VisitingBrowser } from './installed-browser';
import type { PageVisit, Visiting } from './visit';

/** How pages are visited. */
export interface VisitOptions extends Pick<Visiting, 'timeout' | 'isInsecure'> {
  readonly browser: VisitingBrowser;
  /** Path of the browser; null = it is looked for. */
  readonly path: string | null;
  /** File of a script; null = none. */
  readonly script: string | null;
  readonly hasSandbox: boolean;
  /** Where the program lies. */
  readonly home: URL;
}

/** Looks for all that visits need. @throws RunError that says what is missing, UsageError for a script that the browser cannot play */
export async function visitor(options: VisitOptions): Promise<PageVisit> {
  const extension = fileURLToPath(new URL('dist/capture', options.home));
  if (!existsSync(extension)) throw new RunError(`${extension} is missing. npm run build makes it.`);
  const browser = installedBrowser(options.browser, options.path);
  const visiting = { ...options, browser, extension };
  return options.browser === 'firefox' ? firefoxVisit(visiting) : chromiumVisit(visiting);
}
