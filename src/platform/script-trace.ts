import type { Runtime, Scripting } from 'webextension-polyfill';
import type { TabId } from '../analysis/facts/fact';
import type { WireScriptAccess } from '../analysis/facts/from-script';
import { readScriptAccess } from '../protocol/script-access';
import { browser } from './browser';
import type { Events } from './events';

const KIND = 'cookie-flow/script-accesses';

/** Tells what the scripts of traced pages do with cookies, of every tab. */
export function scriptAccesses(take: (access: WireScriptAccess) => void): Events {
  const hear = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const { kind, accesses } = (message ?? {}) as { readonly kind?: unknown; readonly accesses?: unknown };
    const { tab, frameId, url } = sender;
    if (kind !== KIND || !Array.isArray(accesses) || tab?.id === undefined || frameId === undefined) return;
    for (const each of accesses) {
      const access = readScriptAccess(each, { tabId: tab.id, frameId, documentUrl: url ?? '' }, Date.now());
      if (access) take(access);
    }
  };
  return {
    listen: () => {
      if (!browser.runtime.onMessage.hasListener(hear)) browser.runtime.onMessage.addListener(hear);
    },
    silence: () => browser.runtime.onMessage.removeListener(hear),
  };
}

const idsOf = (tabId: TabId) => [`page-world-${tabId}`, `extension-world-${tabId}`] as const;

/**
 * Has the scripts of `platform/tracer` run in each document of these match patterns that is loaded from now on, until it is asked
 * with other patterns or none. With none, documents of the tab that have them already are told to stop.
 */
export async function traceScripts(tabId: TabId, patterns: readonly string[]): Promise<void> {
  const ids = [...idsOf(tabId)];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  if (patterns.length === 0) {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: stopTracing });
    return;
  }
  const [page, extension] = idsOf(tabId);
  await browser.scripting.registerContentScripts([
    contentScript({ id: extension, js: ['tracer/extension-world.js'], matches: [...patterns], world: 'ISOLATED' }),
    contentScript({ id: page, js: ['tracer/page-world.js'], matches: [...patterns], world: 'MAIN' }),
  ]);
}

// webextension-polyfill does not type `matchOriginAsFallback`.
type ContentScript = Scripting.RegisteredContentScript & { readonly matchOriginAsFallback?: boolean };

const contentScript = (script: Pick<ContentScript, 'id' | 'js' | 'matches' | 'world'>): ContentScript => ({
  ...script,
  allFrames: true,
  // Frames without an address of their own too: about:blank, srcdoc, blob.
  matchOriginAsFallback: true,
  runAt: 'document_start',
  persistAcrossSessions: false,
});

// Runs in the page.
function stopTracing(): void {
  (globalThis as { cookieFlowStopTracing?: () => void }).cookieFlowStopTracing?.();
}
