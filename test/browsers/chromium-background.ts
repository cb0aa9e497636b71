import type { BrowserContext, CDPSession, Worker } from 'playwright-core';
import { until } from './until';

/** The extension's service worker in a Chromium. */
export interface Background {
  readonly id: string;
  run<T, A = undefined>(run: (arg: A) => T | Promise<T>, arg?: A): Promise<T>;
  kill(): Promise<void>;
  reload(): Promise<void>;
}

/** Waits until the extension's service worker runs. */
export async function background(context: BrowserContext): Promise<Background> {
  const worker = await until('the extension is loaded', () => extensionWorker(context));
  const id = new URL(worker.url()).hostname;
  return {
    id,
    async run(run, arg) {
      const running = await until('the service worker runs', () => extensionWorker(context));
      // Playwright's own type of a page function is not expressible in ours.
      return running.evaluate(run as never, arg as never);
    },
    kill: () => withCdp(context, (session) => kill(session, context, id)),
    async reload() {
      const old = extensionWorker(context);
      // By a page, for Chromium ends a worker that has nothing to do.
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/src/grant/index.html`);
      const ended = new Promise((done) => page.once('close', done));
      await page.evaluate('void setTimeout(() => chrome.runtime.reload())');
      await ended;
      await until('the reloaded extension runs', () => {
        const now = extensionWorker(context);
        return now !== undefined && now !== old;
      });
    },
  };
}

const extensionWorker = (context: BrowserContext): Worker | undefined =>
  context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));

async function kill(session: CDPSession, context: BrowserContext, id: string): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find((each) => each.type === 'service_worker' && each.url.includes(id));
  const worker = extensionWorker(context);
  if (!target || !worker) return;
  // An event may wake a new one at once, which has the same target and, to playwright, is the same worker: so it gets a mark.
  await worker.evaluate('globalThis.doomed = true');
  await session.send('Target.closeTarget', { targetId: target.targetId });
  await until('the killed service worker is gone', async () => {
    const { targetInfos: left } = await session.send('Target.getTargets');
    const now = left.some(({ targetId }) => targetId === target.targetId) ? extensionWorker(context) : null;
    return !now || (await soon(now.evaluate('globalThis.doomed === undefined')));
  });
}

/** False where an answer does not come: the worker that was asked has ended. */
function soon(answer: Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((give) => AbortSignal.timeout(500).addEventListener('abort', () => give(false)));
  return Promise.race([answer.then((is) => is === true), late]);
}

async function withCdp<T>(context: BrowserContext, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const browser = context.browser();
  if (!browser) throw new Error('Chromium has ended.');
  const session = await browser.newBrowserCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}
