import { expect, test } from 'vitest';
import { aChange, aCookie } from '../../test/build/cookie';
import { anEnd, type TestEnd } from '../../test/build/ends';
import { aBareRecording } from '../../test/build/recording';
import { aTimer } from '../../test/build/timer';
import type { Log } from '../protocol/log';
import type { Tell } from '../protocol/messages';
import { type Following, follow } from './follow';

const { facts } = Array.from({ length: 9 }).reduce<ReturnType<typeof aBareRecording>>(
  (recording) => recording.add(aChange().added(aCookie('a=1'))),
  aBareRecording(),
);
const more = (after: number, upTo: number): Tell => ({
  kind: 'more',
  epoch: 'e',
  after,
  upTo,
  facts: facts.filter(({ seq }) => seq > after && seq <= upTo),
});
const RESET: Tell = { kind: 'reset', epoch: 'e', after: 0 };
const KEY: Tell = { kind: 'key', epoch: 'e', key: 'k' };

function aPanel() {
  const timer = aTimer();
  const ends: TestEnd[] = [];
  const logs: Log[] = [];
  const states: Following[] = [];
  const followed = follow(
    7,
    { log: (log) => logs.push(log), state: (state) => states.push(state) },
    {
      connect: () => {
        const end = anEnd();
        ends.push(end);
        return end;
      },
      after: timer.after,
    },
  );
  const end = (): TestEnd => {
    const last = ends.at(-1);
    if (!last) throw new Error('never connected');
    return last;
  };
  const hear = (...tells: readonly Tell[]) => {
    for (const tell of tells) end().hear(tell);
  };
  return { timer, logs, states, followed, end, hear };
}

test('asks for everything at first', () => {
  expect(aPanel().end().sent).toEqual([{ kind: 'follow', tabId: 7, have: null }]);
});

test('announces what it has when the line was broken, and says that it goes on', () => {
  const { end, hear, timer, states } = aPanel();
  hear(RESET, KEY, more(0, 4));
  end().drop();
  timer.pass(100);
  expect(end().sent).toEqual([{ kind: 'follow', tabId: 7, have: { epoch: 'e', seq: 4 } }]);
  hear(KEY, more(4, 6));
  expect(states.map(({ kind }) => kind)).toEqual(['following', 'interrupted', 'resumed']);
});

test('says that it follows, not that it goes on, where the recording is a new one', () => {
  const { end, hear, timer, states } = aPanel();
  hear(RESET, KEY, more(0, 4));
  end().drop();
  timer.pass(100);
  hear({ kind: 'reset', epoch: 'f', after: 0 }, { kind: 'key', epoch: 'f', key: 'k' });
  expect(states.at(-1)).toEqual({ kind: 'following' });
});

test('asks once where facts are missing, however many messages show it', () => {
  const { end, hear, logs } = aPanel();
  hear(RESET, KEY, more(0, 2), more(4, 5), more(5, 6), more(6, 7));
  expect(end().sent.slice(1)).toEqual([{ kind: 'follow', tabId: 7, have: { epoch: 'e', seq: 2 } }]);
  hear(KEY, more(2, 7));
  expect(logs.at(-1)?.facts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('may ask again after it was answered', () => {
  const { end, hear } = aPanel();
  hear(RESET, KEY, more(0, 2), more(4, 5), KEY, more(2, 5), more(7, 8));
  expect(end().sent).toHaveLength(3);
});

test('a message of unknown shape is a trouble, and the next one is heard', () => {
  const { end, hear, logs } = aPanel();
  hear(RESET, KEY);
  end().hear({ kind: 'news', text: 'secret' });
  hear(more(0, 1));
  expect(logs.at(-1)).toMatchObject({ seq: 1, troubles: [{ kind: 'unknown-message', shape: '{kind: string, text: string}' }] });
});

test('tells nothing where a message changes nothing', () => {
  const { hear, logs } = aPanel();
  hear(RESET, KEY, more(0, 3));
  const before = logs.length;
  hear(more(0, 2), { kind: 'recording', on: true });
  expect(logs).toHaveLength(before);
});

test('what the user wants goes to the background', () => {
  const { end, hear, followed } = aPanel();
  hear(RESET, KEY, more(0, 3));
  followed.record(false);
  followed.clear();
  followed.grant();
  followed.readJar();
  expect(end().sent.slice(1)).toEqual([
    { kind: 'record', tabId: 7, on: false },
    { kind: 'clear', tabId: 7, through: 3 },
    { kind: 'grant', tabId: 7 },
    { kind: 'read-jar', tabId: 7 },
  ]);
});

test('what the user wants while the background is away is said once it is back', () => {
  const { end, hear, followed, timer } = aPanel();
  hear(RESET, KEY, more(0, 3));
  end().drop();
  followed.record(false);
  followed.grant();
  timer.pass(100);
  expect(end().sent.slice(1)).toEqual([
    { kind: 'record', tabId: 7, on: false },
    { kind: 'grant', tabId: 7 },
  ]);
  end().drop();
  timer.pass(200);
  expect(end().sent.map((each) => (each as { kind: string }).kind)).toEqual(['follow']);
});
