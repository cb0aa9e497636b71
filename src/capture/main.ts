import type { Fact } from '../analysis/facts/fact';
import { hostRecorder } from '../devtools/host';
import { openTab } from '../platform/open-tab';
import { after } from '../platform/timer';
import type { RecorderHandle, RecordingLog } from '../protocol/recording-log';
import type { Captured, CaptureHandle } from './captured';

let recorder: RecorderHandle | null = null;

const capture: CaptureHandle = {
  async begin() {
    recorder = hostRecorder(await openTab('about:blank'));
    // The jar is read last of what is read at the beginning.
    await reached(recorder, ({ facts }) => facts.some(({ kind }) => kind === 'jar-snapshot'));
  },
  async end(limit) {
    if (recorder === null) throw new Error('Nothing was begun.');
    const quiet = await reached(recorder, ({ facts }) => openRequests(facts) === 0, limit);
    const last = quiet.facts.at(-1)?.seq ?? 0;
    recorder.readJar();
    const log = await reached(
      recorder,
      ({ facts }) => facts.some(({ kind, seq }) => kind === 'jar-snapshot' && seq > last),
      limit,
    );
    const { facts, key, thirdParty, dropped } = log;
    return JSON.stringify({ facts, key: key ?? '', thirdParty, dropped, open: openRequests(facts) } satisfies Captured);
  },
};
Object.assign(globalThis, { cookieFlowCapture: capture });

/** The log as soon as it is as wanted, or as it is when time is out. */
function reached(from: RecorderHandle, is: (log: RecordingLog) => boolean, limit = 10_000): Promise<RecordingLog> {
  return new Promise((done) => {
    let latest: RecordingLog | null = null;
    let end: (() => void) | null = null;
    const finish = () => {
      end?.();
      callOff();
      if (latest) done(latest);
    };
    const callOff = after(limit, finish);
    end = from.follow((log) => {
      latest = log;
      if (is(log)) queueMicrotask(finish);
    });
  });
}

/** How many requests have neither been answered whole nor failed. */
function openRequests(facts: readonly Fact[]): number {
  const open = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'request-sent') open.add(fact.request);
    if (fact.kind === 'request-completed' || fact.kind === 'request-failed') open.delete(fact.request);
  }
  return open.size;
}
