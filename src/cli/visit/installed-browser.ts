import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { RunError } from '../command/command';

export const VISITING_BROWSERS = ['chromium', 'firefox'] as const;
export type VisitingBrowser = (typeof VISITING_BROWSERS)[number];

const FOLDERS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);
const inFolders = (path: string): readonly string[] => FOLDERS.map((folder) => join(folder, path));
const inApplications = (name: string, program = name): string => `/Applications/${name}.app/Contents/MacOS/${program}`;

interface Installation {
  /** For people. */
  readonly called: string;
  readonly variable: string;
  /** On the search path. */
  readonly names: readonly string[];
  /** Where browsers install themselves. */
  readonly places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>;
}

const INSTALLATIONS: Readonly<Record<VisitingBrowser, Installation>> = {
  chromium: {
    called: 'Chromium, Chrome or Edge',
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
    places: {
      linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
      darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => inApplications(name)),
      win32: [...inFolders('Google/Chrome/Application/chrome.exe'), ...inFolders('Microsoft/Edge/Application/msedge.exe')],
    },
  },
  firefox: {
    called: 'Firefox',
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr'],
    places: {
      linux: ['/opt/firefox/firefox', '/snap/bin/firefox'],
      darwin: [inApplications('Firefox', 'firefox')],
      win32: inFolders('Mozilla Firefox/firefox.exe'),
    },
  },
};

/**
 * The path of a browser of that family.
 * @param given by the user; null = it is looked for
 * @throws RunError that says what was looked for
 */
export function installedBrowser(browser: VisitingBrowser, given: string | null): string {
  const { called, variable, names, places } = INSTALLATIONS[browser];
  const wanted = given ?? process.env[variable] ?? null;
  if (wanted !== null) {
    if (isExecutable(wanted)) return wanted;
    throw new RunError(`${wanted} is no program that can be started: there is no browser.`);
  }
  const searched = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...searched, ...(places[process.platform] ?? [])].find(isExecutable);
  if (found !== undefined) return found;
  throw new RunError(`no ${called} is installed. Install one, or say with --browser-path FILE where it is.`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run.
    return false;
  }
}
