import { type Events, together } from '../platform/events';
import { cookieChanges } from '../platform/jar';
import { commits } from '../platform/navigation';
import { scriptAccesses } from '../platform/script-trace';
import { requests } from '../platform/web-request';
import type { BrowserEvent } from '../protocol/browser-event';

/** Tells everything the browser lets an extension know of requests, cookies and navigations, of every tab. */
export function watch(take: (event: BrowserEvent) => void): Events {
  return together([
    requests(take),
    cookieChanges((change) => take({ kind: 'cookie', at: Date.now(), change })),
    commits((event) => take({ kind: 'commit', event })),
    scriptAccesses((event) => take({ kind: 'script', event })),
  ]);
}
