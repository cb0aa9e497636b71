import type { Fact } from '../../../src/analysis/facts/fact';
import { until } from '../../browsers/until';
import type { JarEntry } from '../player';
import type { Acted } from './page-script';
import { type Circumstances, done, type RecordedBrowser, settled, startAgain } from './recorded-browser';
import type { Arrival, TrafficServer } from './traffic-server';
import { type Action, unawaitedHops, type Visit, type Walk } from './walk';
import { now } from './wall-clock';

/** What happened in one action, as the server, the jar and the page's scripts tell. */
export interface PlayedAction {
  readonly action: Action;
  readonly before: readonly JarEntry[];
  readonly after: readonly JarEntry[];
  readonly arrivals: readonly Arrival[];
  readonly acted: Acted;
  readonly from: number;
  /** When the jar after it was asked for; walks written before 2026-11-30 do not have it. */
  readonly read?: number;
  readonly to: number;
  /** Whether its pages came to their end. */
  readonly ended: boolean;
}

/** A walk as it was played: the truth, and what was recorded meanwhile. */
export interface PlayedWalk {
  readonly seed: number;
  readonly circumstances: Circumstances;
  readonly actions: readonly PlayedAction[];
  readonly facts: readonly Fact[];
}

/** Plays a walk from an empty jar on. */
export async function play(
  browser: RecordedBrowser,
  server: TrafficServer,
  { seed, actions }: Walk,
  circumstances: Circumstances,
): Promise<PlayedWalk> {
  await startAgain(browser);
  server.takeArrivals();
  const played: PlayedAction[] = [];
  let before: readonly JarEntry[] = [];
  for (const action of actions) {
    const one = await playAction(browser, server, action, before);
    played.push(one);
    before = one.after;
  }
  const facts = await settled(browser.recorder);
  for (const action of actions) server.forget(action);
  return { seed, circumstances, actions: played, facts };
}

async function playAction(
  browser: RecordedBrowser,
  server: TrafficServer,
  action: Action,
  before: readonly JarEntry[],
): Promise<PlayedAction> {
  server.prepare(action);
  const from = now();
  const acted = await carriedOut(browser, server, action);
  const ended = acted !== null && (await isAnswered(browser, server, action));
  const read = now();
  const after = await browser.jar();
  return { action, before, after, arrivals: server.takeArrivals(), acted: acted ?? {}, from, read, to: now(), ended };
}

async function carriedOut(browser: RecordedBrowser, server: TrafficServer, action: Action): Promise<Acted | null> {
  switch (action.do) {
    case 'edit': {
      const at = now();
      await browser.edit(action.edit);
      return { [action.edit.id]: at };
    }
    case 'other-tab':
      await browser.otherTab(server.url(action.visit.chain[0]));
      return doneInOtherTab(server, action.visit);
    case 'visit': {
      const { visit, beside } = action;
      // A driver of a browser takes one command after the other: the other tab is sent off, and goes on by itself.
      if (beside) await browser.otherTab(server.url(beside.chain[0]));
      await go(browser, server.url(visit.chain[0]), visit.how);
      const own = await done(browser.driven, visit.page.id);
      const theirs = beside ? await doneInOtherTab(server, beside) : {};
      return own && theirs && { ...own, ...theirs };
    }
    default:
      return action satisfies never;
  }
}

const doneInOtherTab = (server: TrafficServer, { page }: Visit): Promise<Acted | null> =>
  until('the other tab is done', () => server.doneOf(page.id), { limit: 15_000 }).catch(() => null);

async function go({ driven }: RecordedBrowser, url: string, how: Visit['how']): Promise<void> {
  const leave = (to: string, post: boolean): void => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: to });
    document.documentElement.append(form);
    // After this call, so that the document it is made in is still there to answer.
    setTimeout(() => (post ? form.submit() : location.assign(to)));
  };
  if (how === 'address') await driven.goto(url).catch(() => null);
  else await driven.inPage(leave, url, how === 'post');
}

/** Whether what came in is answered; a request that no page waits for may have been held back by the browser. */
async function isAnswered(browser: RecordedBrowser, server: TrafficServer, action: Action): Promise<boolean> {
  const late = unawaitedHops(action, browser.name === 'chromium');
  if (late.length > 0)
    await until('the late ones came', () => late.every(({ id }) => server.hasSeen(id)), { limit: 1_000 }).catch(() => null);
  const isQuiet = await until('everything is answered', () => server.isQuiet, { limit: 5_000 }).catch(() => false);
  // Nobody has waited until the browser had stored what came with them.
  if (late.length > 0) await steadyJar(browser);
  return isQuiet;
}

async function steadyJar({ jar }: RecordedBrowser): Promise<void> {
  let before = '';
  let steady = 0;
  await until('the jar is at rest', async () => {
    const held = JSON.stringify(await jar());
    steady = held === before ? steady + 1 : 0;
    before = held;
    return steady >= 4;
  });
}
