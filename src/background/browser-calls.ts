import { browserVersion } from '../platform/browser';
import { writeCookie } from '../platform/cookie-write';
import { jar } from '../platform/jar';
import { frames } from '../platform/navigation';
import { openPage, permissions } from '../platform/permissions';
import { traceScripts } from '../platform/script-trace';
import { thirdPartySetting } from '../platform/third-party-setting';
import type { BrowserCalls } from '../protocol/browser-access';

/** What a recorder asks, answered by the browser's own APIs: in the background script, and in a page that has them. */
export const browserCalls: BrowserCalls = {
  readJar: (...args) => jar.read(...args),
  storeOf: (tabId) => jar.storeOf(tabId),
  framesOf: (tabId) => frames.of(tabId),
  missingHosts: (patterns) => permissions.missing(patterns),
  thirdPartySetting,
  browserVersion,
  writeCookie,
  traceScripts,
  openPage,
};
