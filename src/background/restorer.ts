import type { Port } from '../platform/port';
import type { BrowserCalls } from '../protocol/browser-access';
import { readToBackground } from '../protocol/guards';
import { RESTORE_PORT, type ToUndo } from '../protocol/relay-messages';

/**
 * Ends overrides and traces when the page of DevTools that holds them goes: a page that goes can ask the browser for nothing
 * any more. What there is to undo comes over the page's port, anew with each change and each connection.
 */
export function restoreWhenGone(port: Port, calls: Pick<BrowserCalls, 'writeCookie' | 'traceScripts'>): void {
  if (port.name !== RESTORE_PORT) return;
  let toUndo: ToUndo = { writes: [], tracedTab: null };
  port.onMessage((message) => {
    const request = readToBackground(message);
    if (request?.kind === 'restore') toUndo = request;
  });
  port.onGone(() => {
    for (const write of toUndo.writes) void calls.writeCookie(write);
    // The tab may be gone with its DevTools: then there is nothing to stop.
    if (toUndo.tracedTab !== null) void calls.traceScripts(toUndo.tracedTab, []).catch(() => {});
  });
}
