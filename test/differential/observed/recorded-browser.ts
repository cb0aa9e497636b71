import type { Fact } from '../../../src/analysis/facts/fact';
import type { DrivenBrowser } from '../../browsers/driven';
import type { RecorderInPanel } from '../../browsers/recorder-in-panel';
import { until } from '../../browsers/until';
import type { JarEntry } from '../player';
import type { Acted } from './page-script';
import type { Edit } from './walk';

/**
 * How a browser is set for a walk. `private`: in a private window, whose cookies are a store of their own. `trackers`: some of
 * the hosts are on Firefox's list of trackers, as far as no list of Chromium's has effect.
 */
export type Circumstances = 'default' | 'allow' | 'private' | 'trackers';

/** A real browser whose current tab our panel records, and what else a walk needs of it. */
export interface RecordedBrowser {
  readonly name: 'chromium' | 'firefox';
  readonly version: string;
  readonly driven: DrivenBrowser;
  readonly recorder: RecorderInPanel;
  /** Sends a tab that is not recorded to an address. */
  otherTab(url: string): Promise<void>;
  edit(edit: Edit): Promise<void>;
  /** Every cookie of the recorded store. */
  jar(): Promise<readonly JarEntry[]>;
  /** Removes them all. */
  clearJar(): Promise<void>;
  close(): Promise<void>;
}

/** An empty jar and an empty recording, on an empty page. */
export async function startAgain({ driven, recorder, jar, clearJar }: RecordedBrowser): Promise<void> {
  await driven.goto('about:blank');
  await clearJar();
  await until('the jar is empty', async () => (await jar()).length === 0);
  await settled(recorder);
  await recorder.call('clear');
  await until('the recording begins with an empty jar', async () => {
    const facts = await settled(recorder);
    const read = facts.findLast((fact) => fact.kind === 'jar-snapshot');
    return read?.kind === 'jar-snapshot' && read.cookies.length === 0 && facts.every(isOfNewRecording);
  });
}

/** What a recording that was cleared still holds. */
const isOfNewRecording = ({ kind }: Fact): boolean => ['recorder-started', 'navigation-committed', 'jar-snapshot'].includes(kind);

/** How often in a row the recording has to be as long as before. */
const STEADY = 16;

/** The recording, once nothing comes any more. */
export async function settled(recorder: RecorderInPanel): Promise<readonly Fact[]> {
  let facts: readonly Fact[] = [];
  let steady = 0;
  await until('the recording is at rest', async () => {
    const before = facts;
    facts = await recorder.facts();
    steady = facts.length === before.length ? steady + 1 : 0;
    return steady >= STEADY;
  });
  return facts;
}

/** Waits until the page of this id has done everything. @returns when its scripts acted; null = it did not come to its end */
export async function done(browser: DrivenBrowser, page: string): Promise<Acted | null> {
  const probe = () =>
    browser.inPage((id) => {
      const { done: is, acted } = document.documentElement.dataset;
      return is === id ? (acted ?? '{}') : '';
    }, page);
  try {
    return JSON.parse(await until(`page ${page} is done`, probe, { limit: 15_000 }));
  } catch {
    return null;
  }
}
