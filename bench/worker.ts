import type { CDPSession } from 'playwright-core';
import { unpacked } from '../src/background/packed';
import { type Chromium, launchChromium } from '../test/browsers/chromium';
import { openDevTools } from '../test/browsers/chromium-panel';
import { until } from '../test/browsers/until';
import { busyPage } from './busy-page';
import type { Figure } from './figures';

const LOADS = 4;

/** What a recorded exchange costs the background: octets of the journal, and time of the service worker by its own profiler. */
export async function run(): Promise<readonly Figure[]> {
  const page = await busyPage();
  const browser = await launchChromium({ extension: 'dist/chrome' });
  try {
    await openDevTools(browser.context, browser.page);
    await until('DevTools is watched', async () => (await journal(browser)).facts > 0);
    const before = await journal(browser);
    const worker = await workerTarget(browser);
    await worker.send('Profiler.enable');
    await worker.send('Profiler.start');
    for (let n = 0; n < LOADS; n++) await browser.goto(page.url);
    // Stopped before the journal is read, which is our work and not the worker's.
    const { profile } = (await worker.send('Profiler.stop')) as { profile: Profile };
    const after = await journal(browser);
    const exchanges = after.exchanges - before.exchanges;
    const facts = after.facts - before.facts;
    const busy = busyMicroseconds(profile);
    return [
      { what: `journal, per exchange (of ${exchanges})`, ours: `${((after.size - before.size) / exchanges).toFixed(0)} bytes` },
      { what: `worker's time, per event (of ${facts})`, ours: `${(busy / facts).toFixed(0)} µs` },
      { what: `worker's time, per exchange`, ours: `${(busy / exchanges).toFixed(0)} µs` },
    ];
  } finally {
    await browser.close();
    await page.close();
  }
}

interface Journal {
  readonly facts: number;
  readonly exchanges: number;
  readonly size: number;
}

async function journal(browser: Chromium): Promise<Journal> {
  const items = await browser.inBackground(async () => {
    const all = await (globalThis as unknown as Extension).chrome.storage.session.get(null);
    return Object.entries(all).filter(([key]) => key.startsWith('fact/'));
  });
  const facts = items.flatMap(([, text]) => unpacked(text));
  return {
    facts: facts.length,
    exchanges: facts.filter((fact) => fact.kind === 'response-received').length,
    size: items.reduce((sum, [key, text]) => sum + key.length + text.length, 0),
  };
}

interface Extension {
  readonly chrome: { readonly storage: { readonly session: { get(keys: null): Promise<Record<string, string>> } } };
}

/** V8's CPU profile, as far as we read it. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Time of the samples in which any code ran, collection of garbage included. */
function busyMicroseconds({ nodes, samples, timeDeltas }: Profile): number {
  const idle = new Set(
    nodes
      .filter((node) => node.callFrame.functionName === '(idle)' || node.callFrame.functionName === '(program)')
      .map((node) => node.id),
  );
  return samples.reduce((sum, id, n) => (idle.has(id) ? sum : sum + (timeDeltas[n] ?? 0)), 0);
}

interface Target {
  send(method: string, parameters?: object): Promise<unknown>;
}

/** The protocol of the service worker: playwright has no session for it, so its messages go through the browser's. */
async function workerTarget(browser: Chromium): Promise<Target> {
  const session = (await browser.context.browser()?.newBrowserCDPSession()) as CDPSession;
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find((each) => each.type === 'service_worker' && each.url.includes(browser.extensionId));
  if (!target) throw new Error('The service worker does not run.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  const waiting = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as { id?: number; result?: unknown };
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer.result);
  });
  let last = 0;
  return {
    async send(method, params = {}) {
      const id = ++last;
      const answered = new Promise((resolve) => waiting.set(id, resolve));
      await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
      return answered;
    },
  };
}
