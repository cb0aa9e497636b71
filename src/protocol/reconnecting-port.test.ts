import { describe, expect, test } from 'vitest';
import { anEnd, type TestEnd } from '../../test/build/ends';
import { aTimer } from '../../test/build/timer';
import { ReconnectingPort } from './reconnecting-port';

/** A line whose ends are made by the test; `reach` false = the extension is gone. */
function aLine() {
  const timer = aTimer();
  const ends: TestEnd[] = [];
  const events: string[] = [];
  const world = { reachable: true };
  const connect = () => {
    if (!world.reachable) return null;
    const end = anEnd();
    ends.push(end);
    return end;
  };
  const line = new ReconnectingPort(
    { connect, after: timer.after },
    {
      connected: () => events.push('connected'),
      message: (message) => events.push(`message ${message}`),
      interrupted: (retryIn) => events.push(`interrupted, again in ${retryIn}`),
      orphaned: () => events.push('orphaned'),
    },
  );
  line.open();
  const end = () => {
    const last = ends.at(-1);
    if (!last) throw new Error('never connected');
    return last;
  };
  return { line, end, ends, events, timer, world };
}

describe('a line that breaks', () => {
  test('is made again after 100 ms', () => {
    const { end, events, timer } = aLine();
    end().drop();
    timer.pass(99);
    expect(events).toEqual(['connected', 'interrupted, again in 100']);
    timer.pass(1);
    expect(events).toEqual(['connected', 'interrupted, again in 100', 'connected']);
  });

  test('is tried for half as often each time, at least every 5 s', () => {
    const { end, ends, timer } = aLine();
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries++) {
      const before = ends.length;
      const start = timer.now;
      end().drop();
      while (ends.length === before) timer.pass(50);
      waits.push(timer.now - start);
    }
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  });

  test('is tried quickly again once something was heard', () => {
    const { end, events, timer } = aLine();
    end().drop();
    timer.pass(100);
    end().drop();
    timer.pass(200);
    end().hear('hello');
    end().drop();
    expect(events.at(-1)).toBe('interrupted, again in 100');
  });

  test('is given up when the extension is gone', () => {
    const { end, ends, events, timer, world } = aLine();
    world.reachable = false;
    end().drop();
    timer.pass(60_000);
    expect([events.at(-1), ends.length]).toEqual(['orphaned', 1]);
  });
});

test('a ping every 20 s keeps the background alive', () => {
  const { end, timer } = aLine();
  timer.pass(45_000);
  expect(end().sent).toEqual([{ kind: 'ping' }, { kind: 'ping' }]);
});

test('a closed line is not made again, and pings no more', () => {
  const { line, end, ends, timer } = aLine();
  const last = end();
  line.close();
  last.drop();
  timer.pass(60_000);
  expect([ends.length, last.sent.length]).toEqual([1, 0]);
});

test('what is sent while there is no line is not sent later, and its sender learns that', () => {
  const { line, end, timer } = aLine();
  expect(line.send({ kind: 'hello', tabId: 1, resumes: false })).toBe(true);
  end().drop();
  expect(line.send({ kind: 'hello', tabId: 1, resumes: false })).toBe(false);
  timer.pass(100);
  expect(end().sent).toEqual([]);
});
