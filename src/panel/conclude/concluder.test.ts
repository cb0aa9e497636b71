import { expect, test } from 'vitest';
import { aTrace, digestOf } from '../../../test/build/trace';
import { Traffic } from '../../../test/panel/many';
import { shopFacts } from '../../../test/panel/shop';
import type { Digests } from '../../analysis/facts/digest';
import type { Fact } from '../../analysis/facts/fact';
import { EMPTY_LOG } from '../../protocol/log';
import { Recording } from '../recording';
import { Concluder } from './concluder';

const NO_DIGESTS: Digests = { of: () => null, make: async () => undefined };

/** A recording and a concluder whose time passes by hand. @param left milliseconds that every turn has */
function set(left = 1000, digests: Digests | null = null) {
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
  const recording = new Recording((publish) => publish());
  const concluder = new Concluder(recording, {
    after,
    idle: (then) => after(0, () => then(() => left)),
    digests: () => digests ?? NO_DIGESTS,
    failed: (error) => failures.push(error),
    now: () => (now += 1 / left),
  });
  const facts: Fact[] = [];
  const tell = (more: readonly Fact[]) => {
    facts.push(...more);
    recording.take({ ...EMPTY_LOG, epoch: 'e', key: digests && 'key', facts });
  };
  const pass = () => {
    for (const { then } of due.splice(0)) then();
  };
  return { recording, concluder, tell, pass, due, failures };
}
const facts = shopFacts();

test('draws nothing while facts come and no view asks, and once when it is quiet', () => {
  const { concluder, tell, pass, due } = set();
  for (const fact of facts) tell([fact]);
  expect(concluder.current).toBeNull();
  expect(due.length).toBe(1);
  pass();
  expect(concluder.current).toBeNull();
  pass();
  expect(concluder.current?.site).toBe('shop.example');
});

test('a long recording is gone through piece by piece, and grows meanwhile', () => {
  const { recording, concluder, tell, pass } = set(0);
  const traffic = new Traffic();
  tell(traffic.next(500));
  let turns = 0;
  const drawn = () => concluder.current?.version ?? 0;
  for (; drawn() === 0; turns++) {
    pass();
    if (turns === 3) tell(traffic.next(100));
  }
  expect(turns).toBeGreaterThan(20);
  expect(drawn()).toBeLessThan(recording.recorded.version);
  for (; drawn() < recording.recorded.version; turns++) pass();
  expect(concluder.current?.version).toBe(recording.recorded.version);
});

test('a view that opens meanwhile waits for no quiet moment', () => {
  const { concluder, tell, pass, due } = set(0.5);
  tell(new Traffic().next(500));
  pass();
  concluder.want();
  expect(due.map(({ ms }) => ms)).toEqual([0]);
  while (!concluder.current) pass();
  expect(concluder.current.site).toBe('shop.example');
});

test('a view that shows them gets them at once', () => {
  const { concluder, tell } = set();
  tell(facts.slice(0, 60));
  concluder.want();
  expect(concluder.current?.site).toBe('shop.example');
});

test('while a view shows them, a stream of facts draws them once in a while', () => {
  const { concluder, tell, pass, due } = set();
  concluder.want();
  for (const fact of facts) tell([fact]);
  expect(due.length).toBe(1);
  pass();
  expect(concluder.current?.audit.subjects.cookies.length).toBeGreaterThan(5);
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
const guardsOf = ({ current }: Concluder) => current?.sessions.sites[0]?.csrf.guards.map(({ kind }) => kind);

test('where a token may be in a field, conclusions wait for its digest, and no view hurries them', async () => {
  const { digests, waiting } = slowDigests();
  const { concluder, tell } = set(1000, digests);
  tell(aTrace('https://app.example', TRACE));
  concluder.want();
  concluder.want();
  expect([concluder.current, waiting.length]).toEqual([null, 1]);
  waiting[0]?.end();
  await Promise.resolve();
  expect(guardsOf(concluder)).toEqual(['double-submit']);
});

test('digests that were made are not made again', async () => {
  const { digests, waiting } = slowDigests();
  const { concluder, tell, pass } = set(1000, digests);
  const [begin, ...rest] = aTrace('https://app.example', `${TRACE}\nPOST /save [csrfmiddlewaretoken={T:32}] 200`);
  if (!begin) throw new Error('no facts');
  concluder.want();
  tell([begin, ...rest.slice(0, -2)]);
  pass();
  waiting[0]?.end();
  await Promise.resolve();
  tell(rest.slice(-2));
  pass();
  expect(waiting.length).toBe(1);
  expect(concluder.current?.sessions.sites[0]?.csrf.guards[0]?.visits.length).toBe(2);
});

test('without a browser that makes digests there are conclusions all the same', async () => {
  const { digests, waiting } = slowDigests();
  const { concluder, tell } = set(1000, digests);
  tell(aTrace('https://app.example', TRACE));
  concluder.want();
  waiting[0]?.fail();
  await new Promise(process.nextTick);
  expect(guardsOf(concluder)).toEqual(['paired']);
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
  const { concluder, tell, pass, failures } = set(1000, digests);
  const [begin, ...rest] = aTrace('https://app.example', `${TRACE}\nPOST /save [csrfmiddlewaretoken={T:32}] 200`);
  if (!begin) throw new Error('no facts');
  tell([begin, ...rest.slice(0, -2)]);
  concluder.want();
  const last = concluder.current;
  expect(last?.site).toBe('app.example');
  fails = true;
  tell(rest.slice(-2, -1));
  pass();
  expect(failures).toEqual([new Error('no conclusion')]);
  expect(concluder.current).toBe(last);
  fails = false;
  tell(rest.slice(-1));
  pass();
  expect(concluder.current?.version).toBeGreaterThan(last?.version ?? 0);
});
