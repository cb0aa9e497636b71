import { expect, test } from 'vitest';
import { aTrace, digestOf } from '../../../test/build/trace';
import { IMMEDIATE_TURNS } from '../../../test/build/turns';
import { Traffic } from '../../../test/panel/many';
import { shopFacts } from '../../../test/panel/shop';
import type { Digests } from '../../analysis/facts/digest';
import type { Fact } from '../../analysis/facts/fact';
import { EMPTY_LOG } from '../../protocol/recording-log';
import { Recording } from '../recording/recording';
import { AnalysisScheduler } from './analysis-scheduler';
import * as analysis from './analyze';

const NO_DIGESTS: Digests = { of: () => null, make: async () => undefined };

/**
 * A recording and its scheduler, whose time passes by hand.
 * @param left milliseconds that every turn has
 * @param load how the code of the analysis comes; null = it is there
 */
async function set(left = 1000, digests: Digests | null = null, load: (() => Promise<typeof analysis>) | null = null) {
  const due: { ms: number; then: () => void }[] = [];
  const failures: unknown[] = [];
  let now = 0;
  const after = (ms: number, then: () => void) => {
    const timer = { ms, then };
    due.push(timer);
    return () => {
      if (due.includes(timer)) due.splice(due.indexOf(timer), 1);
    };
  };
  const recording = new Recording(IMMEDIATE_TURNS);
  const scheduler = new AnalysisScheduler(recording, {
    load: load ?? (async () => analysis),
    after,
    idle: (then) => after(0, () => then(() => left)),
    digests: () => digests ?? NO_DIGESTS,
    failed: (error) => failures.push(error),
    now: () => (now += 1 / left),
  });
  if (!load) await scheduler.load();
  const facts: Fact[] = [];
  const tell = (more: readonly Fact[]) => {
    facts.push(...more);
    recording.take({ ...EMPTY_LOG, key: digests && 'key', facts });
  };
  const pass = () => {
    for (const { then } of due.splice(0)) then();
  };
  return { recording, scheduler, tell, pass, due, failures };
}
const facts = shopFacts();

test('draws nothing while facts come and no view asks, and once when it is quiet', async () => {
  const { scheduler, tell, pass, due } = await set();
  for (const fact of facts) tell([fact]);
  expect(scheduler.result).toBeNull();
  expect(due.length).toBe(1);
  pass();
  expect(scheduler.result).toBeNull();
  pass();
  expect(scheduler.result?.site).toBe('shop.example');
});

test('until the recording was analyzed nothing is claimed of it, and then that no page was opened', async () => {
  let arrive = () => {};
  const load = () => new Promise<typeof analysis>((resolve) => (arrive = () => resolve(analysis)));
  const { scheduler, tell } = await set(1000, null, load);
  scheduler.retain();
  tell(facts.slice(0, 1));
  scheduler.retain();
  expect(scheduler.state).toEqual({ kind: 'pending' });
  arrive();
  await new Promise(process.nextTick);
  expect(scheduler.state).toEqual({ kind: 'no-page' });
});

test('code that cannot be loaded is reported, and asked for again when the recording goes on', async () => {
  let online = false;
  const load = async () => {
    if (!online) throw new Error('no such file');
    return analysis;
  };
  const { scheduler, tell, pass, failures } = await set(1000, null, load);
  tell(facts.slice(0, 30));
  scheduler.retain();
  await new Promise(process.nextTick);
  expect(scheduler.state).toEqual({ kind: 'failed' });
  expect(failures.length).toBe(1);
  online = true;
  tell(facts.slice(30));
  pass();
  await new Promise(process.nextTick);
  expect(scheduler.state.kind).toBe('done');
});

test('a long recording is gone through piece by piece, and grows meanwhile', async () => {
  const { recording, scheduler, tell, pass } = await set(0);
  const traffic = new Traffic();
  tell(traffic.next(500));
  let turns = 0;
  const drawn = () => scheduler.result?.version ?? 0;
  for (; drawn() === 0; turns++) {
    pass();
    if (turns === 3) tell(traffic.next(100));
  }
  expect(turns).toBeGreaterThan(20);
  expect(drawn()).toBeLessThan(recording.recorded.version);
  for (; drawn() < recording.recorded.version; turns++) pass();
  expect(scheduler.result?.version).toBe(recording.recorded.version);
});

test('a view that opens meanwhile waits for no quiet moment', async () => {
  const { scheduler, tell, pass, due } = await set(0.5);
  tell(new Traffic().next(500));
  pass();
  scheduler.retain();
  expect(due.map(({ ms }) => ms)).toEqual([0]);
  while (!scheduler.result) pass();
  expect(scheduler.result.site).toBe('shop.example');
});

test('a view that shows them gets them at once', async () => {
  const { scheduler, tell } = await set();
  tell(facts.slice(0, 60));
  scheduler.retain();
  expect(scheduler.result?.site).toBe('shop.example');
});

test('while a view shows them, a stream of facts draws them once in a while', async () => {
  const { scheduler, tell, pass, due } = await set();
  scheduler.retain();
  for (const fact of facts) tell([fact]);
  expect(due.length).toBe(1);
  pass();
  expect(scheduler.result?.audit.subjects.cookies.length).toBeGreaterThan(5);
});

const TRACE = 'GET / 200 | csrftoken={T:32}\nPOST /save [csrfmiddlewaretoken={T:32}] 200';

/** Digests that are made when the test says so. */
function slowDigests() {
  const made = new Set<string>();
  const waiting: { readonly end: () => void; readonly fail: () => void }[] = [];
  const digests: Digests = {
    of: (value) => (made.has(value) ? digestOf(value) : null),
    make: (values) =>
      new Promise((resolve, reject) => {
        const end = () => {
          for (const value of values) made.add(value);
          resolve();
        };
        waiting.push({ end, fail: () => reject(new Error('no digests here')) });
      }),
  };
  return { digests, waiting };
}
const guardsOf = ({ result }: AnalysisScheduler) => result?.sessions.sites[0]?.csrf.guards.map(({ kind }) => kind);

test('where a token may be in a field, conclusions wait for its digest, and no view hurries them', async () => {
  const { digests, waiting } = slowDigests();
  const { scheduler, tell } = await set(1000, digests);
  tell(aTrace('https://app.example', TRACE));
  scheduler.retain();
  scheduler.retain();
  expect([scheduler.result, waiting.length]).toEqual([null, 1]);
  waiting[0]?.end();
  await Promise.resolve();
  expect(guardsOf(scheduler)).toEqual(['double-submit']);
});

test('digests that were made are not made again', async () => {
  const { digests, waiting } = slowDigests();
  const { scheduler, tell, pass } = await set(1000, digests);
  const [begin, ...rest] = aTrace('https://app.example', `${TRACE}\nPOST /save [csrfmiddlewaretoken={T:32}] 200`);
  if (!begin) throw new Error('no facts');
  scheduler.retain();
  tell([begin, ...rest.slice(0, -2)]);
  pass();
  waiting[0]?.end();
  await Promise.resolve();
  tell(rest.slice(-2));
  pass();
  expect(waiting.length).toBe(1);
  expect(scheduler.result?.sessions.sites[0]?.csrf.guards[0]?.visits.length).toBe(2);
});

test('without a browser that makes digests there are conclusions all the same', async () => {
  const { digests, waiting } = slowDigests();
  const { scheduler, tell } = await set(1000, digests);
  tell(aTrace('https://app.example', TRACE));
  scheduler.retain();
  waiting[0]?.fail();
  await new Promise(process.nextTick);
  expect(guardsOf(scheduler)).toEqual(['paired']);
});

test('conclusions that failed leave the last ones, and the next are drawn all the same', async () => {
  let fails = false;
  const digests: Digests = {
    of: (value) => {
      if (fails) throw new Error('no conclusion');
      return digestOf(value);
    },
    make: async () => undefined,
  };
  const { scheduler, tell, pass, failures } = await set(1000, digests);
  const [begin, ...rest] = aTrace('https://app.example', `${TRACE}\nPOST /save [csrfmiddlewaretoken={T:32}] 200`);
  if (!begin) throw new Error('no facts');
  tell([begin, ...rest.slice(0, -2)]);
  scheduler.retain();
  const last = scheduler.result;
  expect(last?.site).toBe('app.example');
  fails = true;
  tell(rest.slice(-2, -1));
  pass();
  expect(failures).toEqual([new Error('no conclusion')]);
  expect(scheduler.result).toBe(last);
  fails = false;
  tell(rest.slice(-1));
  pass();
  expect(scheduler.result?.version).toBeGreaterThan(last?.version ?? 0);
});

test('rows that are judged anew by the user’s setting are analyzed anew', async () => {
  const { recording, scheduler, tell, pass } = await set();
  tell(facts);
  for (let turn = 0; turn < 3; turn++) pass();
  const before = scheduler.result;
  expect([before === null, scheduler.isCurrent]).toEqual([false, true]);
  recording.judgeBy('block');
  expect(scheduler.isCurrent).toBe(false);
  for (let turn = 0; turn < 3; turn++) pass();
  expect([scheduler.result === before, scheduler.isCurrent]).toEqual([false, true]);
});
