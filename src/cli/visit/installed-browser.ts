import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { RunError } from '../command/command';

/** On the search path. */
const NAMES: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const FOLDERS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);

/** Where browsers install themselves. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: FOLDERS.flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
};

/**
 * The path of a Chromium, Chrome or Edge.
 * @param given by the user; null = it is looked for
 * @throws RunError that says what was looked for
 */
export function installedBrowser(given: string | null): string {
  const wanted = given ?? process.env.CHROMIUM_PATH ?? null;
  if (wanted !== null) {
    if (isExecutable(wanted)) return wanted;
    throw new RunError(`${wanted} is no program that can be started: there is no browser.`);
  }
  const searched = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...searched, ...(PLACES[process.platform] ?? [])].find(isExecutable);
  if (found !== undefined) return found;
  throw new RunError('no Chromium, Chrome or Edge is installed. Install one, or say with --browser-path FILE where it is.');
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
