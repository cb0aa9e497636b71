import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, findBrowser } from '../../test/browsers/ensure';

/** Chrome and Edge, where they install themselves. They ignore `--load-extension`, so the tests cannot use them; we can. */
const BRANDED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')],
  ),
};

/** The path of a Chromium, Chrome or Edge; installs a Chromium where there is none and we may. @throws MissingBrowser */
export function installedChrome(): string {
  return findBrowser('chromium') ?? BRANDED[process.platform]?.find(existsSync) ?? ensureBrowser('chromium', console.log);
}
