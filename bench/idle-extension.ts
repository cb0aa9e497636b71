import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Listeners that do nothing',
  version: '1',
  permissions: ['cookies', 'webRequest', 'webNavigation', 'storage'],
  host_permissions: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'],
  devtools_page: 'devtools.html',
};

const BACKGROUND = {
  chromium: { service_worker: 'background.js' },
  firefox: { scripts: ['background.js'] },
};

/** The listeners of ours, as `platform/web-request.ts` registers them, that take what they are told and do nothing. */
const LISTENERS = (headers: string) => `
  const all = { urls: ['<all_urls>'] };
  const withBody = { ...all, types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'] };
  const nothing = () => {};
  chrome.webRequest.onBeforeRequest.addListener(nothing, withBody, ['requestBody']);
  chrome.webRequest.onSendHeaders.addListener(nothing, all, ['requestHeaders'${headers}]);
  for (const event of ['onHeadersReceived', 'onBeforeRedirect', 'onCompleted'])
    chrome.webRequest[event].addListener(nothing, all, ['responseHeaders'${headers}]);
  chrome.webRequest.onErrorOccurred.addListener(nothing, all);
  chrome.cookies.onChanged.addListener(nothing);
  chrome.webNavigation.onCommitted.addListener(nothing);
`;

export interface UnpackedExtension {
  readonly path: string;
  remove(): void;
}

/**
 * An extension with the permissions and listeners of ours, where ours has them (Chromium: its DevTools page; Firefox: its
 * background script), which does nothing: what the browser takes for telling an extension at all.
 */
export function idleExtension(browser: 'chromium' | 'firefox'): UnpackedExtension {
  const path = mkdtempSync(join(tmpdir(), 'cookie-flow-idle-'));
  const listeners = LISTENERS(browser === 'chromium' ? ", 'extraHeaders'" : '');
  const write = (name: string, text: string) => writeFileSync(join(path, name), text);
  write(
    'manifest.json',
    JSON.stringify({
      ...MANIFEST,
      background: BACKGROUND[browser],
      browser_specific_settings: { gecko: { id: 'idle@cookie-flow.dev' } },
    }),
  );
  write('devtools.html', '<!doctype html><script src="devtools.js"></script>');
  write('devtools.js', browser === 'chromium' ? listeners : '');
  write('background.js', browser === 'firefox' ? listeners : '');
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
