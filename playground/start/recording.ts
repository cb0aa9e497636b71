import type { Fact } from '../../src/analysis/facts/fact';
import type { DrivenBrowser, DrivenPanel } from '../../test/browsers/driven';
import { recorderIn } from '../../test/browsers/recorder-in-panel';
import { until } from '../../test/browsers/until';

/** What the extension recorded for the panel's tab, as the panel itself gets it. */
export interface ScreenRecording {
  /** Waits until the page in view and every request that went out have come to an end, reads the jar, and gives all facts. */
  settled(): Promise<readonly Fact[]>;
  /** Forgets it, as the panel's button does. */
  clear(): Promise<void>;
  /** Key of the digests in the facts; null = not told yet. */
  key(): string | null;
}

/** Follows the recording of a browser's tab from within the panel's document. Resolves once the extension records. */
export async function followRecording(panel: DrivenPanel, browser: DrivenBrowser): Promise<ScreenRecording> {
  const recorder = recorderIn(panel);
  let facts: readonly Fact[] = [];
  const latest = async () => {
    facts = await recorder.facts();
    return facts;
  };
  await until('the extension records', async () => (await latest()).some((fact) => fact.kind === 'recorder-started'));
  const { key } = await recorder.log();
  return {
    async settled() {
      // Browsers tell of a request some time after it was made: a page may be there before its request is.
      const page = await browser.inPage(pageInView);
      await until('the page in view is recorded', async () => isRecorded(page, await latest()), { instead: () => page });
      await until('all requests have ended', async () => openRequests(await latest()).length === 0, {
        instead: () => openRequests(facts),
      });
      const before = facts.at(-1)?.seq ?? 0;
      await recorder.call('readJar');
      const isRead = (fact: Fact) => fact.kind === 'jar-snapshot' && fact.seq > before;
      await until('the jar is read', async () => (await latest()).some(isRead));
      return facts;
    },
    clear: () => recorder.call('clear'),
    key: () => key,
  };
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

// Runs in the page, so it stands alone.
function pageInView(): PageInView {
  return { url: location.href.replace(/#.*/s, ''), began: performance.timeOrigin };
}
