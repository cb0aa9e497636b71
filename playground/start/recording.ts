import type { Fact } from '../../src/analysis/facts/fact';
import { readTell } from '../../src/protocol/guards';
import { EMPTY_LOG, type Log, receive } from '../../src/protocol/log';
import { PANEL_PORT } from '../../src/protocol/messages';
import type { DrivenBrowser, DrivenPanel, Json } from '../../test/browsers/driven';
import { until } from '../../test/browsers/until';

/** What the extension recorded for the panel's tab, got as the panel itself gets it: by following over a port. */
export interface Recording {
  /** Waits until the page in view and every request that went out have come to an end, reads the jar, and gives all facts. */
  settled(): Promise<readonly Fact[]>;
  /** Forgets it as far as it was told, as the panel's button does: a panel that opens later does not get it. */
  clear(): Promise<void>;
  /** Key of the digests in the facts; null = not told yet. */
  key(): string | null;
}

/** Follows the recording of a browser's tab from within the panel's document. Resolves once the extension records. */
export async function followRecording(panel: DrivenPanel, browser: DrivenBrowser): Promise<Recording> {
  await panel.evaluate(openPort, PANEL_PORT);
  let log: Log = EMPTY_LOG;
  let read = 0;
  // Only what was not read before: a recording is long, and it is asked for often.
  const latest = async () => {
    const messages = (await panel.evaluate(heardAfter, read)) as readonly Json[];
    read += messages.length;
    log = messages.reduce<Log>(after, log);
    return log;
  };
  await until('the extension records', async () => (await latest()).facts.some((fact) => fact.kind === 'recorder-started'));
  return {
    async settled() {
      // Browsers tell of a request some time after it was made: a page may be there before its request is.
      const page = await browser.inPage(pageInView);
      await until('the page in view is recorded', async () => isRecorded(page, (await latest()).facts), { instead: () => page });
      await until('all requests have ended', async () => openRequests((await latest()).facts).length === 0, {
        instead: () => openRequests(log.facts),
      });
      const before = log.seq;
      await panel.evaluate(say, { kind: 'read-jar' } as const);
      const isRead = (fact: Fact) => fact.kind === 'jar-snapshot' && fact.seq > before;
      await until('the jar is read', async () => (await latest()).facts.some(isRead));
      // The log's own list goes on growing.
      return [...log.facts];
    },
    clear: () => panel.evaluate(say, { kind: 'clear', through: log.seq } as const),
    key: () => log.key,
  };
}

function after(log: Log, message: unknown): Log {
  const tell = readTell(message);
  if (!tell) throw new Error(`The extension told something unknown: ${JSON.stringify(message)}`);
  const next = receive(log, tell);
  if (next === 'ask-again') throw new Error('The extension left out a part of the recording.');
  return next;
}

interface PageInView {
  readonly url: string;
  /** Milliseconds since 1970 at which the browser set out for it. */
  readonly began: number;
}

/** Clocks of different processes are not quite the same. */
const CLOCKS_DIFFER = 20;

/** Whether a page's own request is told; of pages that no server sent there is none. */
const isRecorded = ({ url, began }: PageInView, facts: readonly Fact[]): boolean =>
  !/^https?:/.test(url) ||
  facts.some((fact) => fact.kind === 'request-sent' && fact.url === url && fact.at >= began - CLOCKS_DIFFER);

/** Requests whose last hop has neither been answered whole nor failed. */
function openRequests(facts: readonly Fact[]): readonly string[] {
  const open = new Map<string, string>();
  for (const fact of facts) {
    if (fact.kind === 'request-sent') open.set(fact.request, fact.url);
    if (fact.kind === 'request-completed' || fact.kind === 'request-failed') open.delete(fact.request);
  }
  return [...open.values()];
}

// What follows runs in the panel's document, so it stands alone: it can use nothing from here. It is `window` and not
// `globalThis`, which Firefox makes anew for each call.

interface PortOfPanel {
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  postMessage(message: unknown): void;
}
interface PanelScope {
  chrome: { runtime: { connect(info: { name: string }): PortOfPanel }; devtools: { inspectedWindow: { tabId: number } } };
  followed: { port: PortOfPanel; heard: unknown[] };
}

function pageInView(): PageInView {
  return { url: location.href.replace(/#.*/s, ''), began: performance.timeOrigin };
}

function openPort(name: string): void {
  const scope = window as unknown as PanelScope;
  const port = scope.chrome.runtime.connect({ name });
  scope.followed = { port, heard: [] };
  port.onMessage.addListener((message) => scope.followed.heard.push(message));
  port.postMessage({ kind: 'follow', tabId: scope.chrome.devtools.inspectedWindow.tabId, have: null });
}

function heardAfter(from: number): unknown {
  return JSON.parse(JSON.stringify((window as unknown as PanelScope).followed.heard.slice(from)));
}

/** Says something of the tab to the extension, as the panel does. */
function say(message: { readonly kind: 'read-jar' } | { readonly kind: 'clear'; readonly through: number }): void {
  const scope = window as unknown as PanelScope;
  scope.followed.port.postMessage({ ...message, tabId: scope.chrome.devtools.inspectedWindow.tabId });
}
