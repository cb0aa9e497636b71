import { describe, expect, test } from 'vitest';
import { aChange, aCookie } from '../../test/build/cookie';
import { aBareRecording } from '../../test/build/recording';
import type { Fact } from '../analysis/facts/fact';
import { EMPTY_LOG, haveOf, type Log, lacksSite, receive } from './log';
import type { Tell } from './messages';

/** Facts numbered from 1. */
const facts: readonly Fact[] = Array.from({ length: 9 }, () => aChange().added(aCookie('a=1'))).reduce(
  (recording, change) => recording.add(change),
  aBareRecording(),
).facts;
const reset: Tell = { kind: 'reset', epoch: 'e', after: 0 };
const more = (after: number, upTo: number, epoch = 'e'): Tell => ({
  kind: 'more',
  epoch,
  after,
  upTo,
  facts: facts.filter(({ seq }) => seq > after && seq <= upTo),
});

const all = (...tells: readonly Tell[]): Log | 'ask-again' =>
  tells.reduce<Log | 'ask-again'>((log, tell) => (log === 'ask-again' ? log : receive(log, tell)), EMPTY_LOG);
const seqs = (log: Log | 'ask-again') => (log === 'ask-again' ? log : log.facts.map(({ seq }) => seq));

describe('facts', () => {
  test('come in order', () => {
    expect(seqs(all(reset, more(0, 3), more(3, 5)))).toEqual([1, 2, 3, 4, 5]);
  });

  test('told twice are held once', () => {
    expect(seqs(all(reset, more(0, 3), more(0, 3), more(1, 5)))).toEqual([1, 2, 3, 4, 5]);
  });

  test('may be of other tabs between, which is no gap', () => {
    const told = all(reset, { ...more(0, 3), facts: facts.slice(1, 2) } as Tell, more(3, 4));
    expect(seqs(told)).toEqual([2, 4]);
  });

  test('missing between are asked for again', () => {
    expect(all(reset, more(0, 3), more(5, 6))).toBe('ask-again');
  });

  test('of another recording are asked for again', () => {
    expect(all(reset, more(0, 3, 'other'))).toBe('ask-again');
    expect(receive(EMPTY_LOG, more(0, 3))).toBe('ask-again');
  });
});

test('a new recording forgets the facts, not the state of the tab', () => {
  const log = all(reset, more(0, 3), { kind: 'recording', on: false }, { kind: 'reset', epoch: 'f', after: 7 });
  expect(log).toMatchObject({ epoch: 'f', seq: 7, facts: [], recording: false });
});

test('a log that was handed out before a new recording keeps its facts', () => {
  const before = all(reset, more(0, 3));
  if (before !== 'ask-again') receive(before, { kind: 'reset', epoch: 'f', after: 0 });
  expect(seqs(before)).toEqual([1, 2, 3]);
});

describe('dropped facts', () => {
  test('that we have are no loss', () => {
    expect(all(reset, more(0, 3), { kind: 'dropped', epoch: 'e', through: 2 })).toMatchObject({
      droppedThrough: 2,
      lost: false,
      seq: 3,
    });
  });

  test('that we never had are a loss, and not asked for again', () => {
    const log = all(reset, more(0, 3), { kind: 'dropped', epoch: 'e', through: 6 }, more(6, 8));
    expect(log).toMatchObject({ droppedThrough: 6, lost: true, seq: 8 });
    expect(seqs(log)).toEqual([1, 2, 3, 7, 8]);
  });
});

test('what is missing and what is troubling are kept apart', () => {
  const quota: Tell = { kind: 'trouble', trouble: { kind: 'quota', droppedThrough: 5 } };
  const permission: Tell = { kind: 'trouble', trouble: { kind: 'permission', origins: ['https://a.example/*'] } };
  expect(all(reset, quota, permission, quota)).toMatchObject({ missing: ['https://a.example/*'], troubles: [quota.trouble] });
});

test('no flood of troubles fills the memory', () => {
  const flood = Array.from({ length: 500 }, (_, n): Tell => ({ kind: 'trouble', trouble: { kind: 'browser', text: `${n}` } }));
  const log = all(reset, ...flood);
  expect(log === 'ask-again' ? [] : log.troubles.map((trouble) => 'text' in trouble && trouble.text)).toHaveLength(50);
});

test("the tab's own site is told apart from all others", () => {
  const lacking = (missing: readonly string[]) => lacksSite({ ...EMPTY_LOG, missing });
  expect(lacking(['https://a.example/*', 'http://*/*', 'https://*/*'])).toBe(true);
  expect(lacking(['http://*/*', 'https://*/*'])).toBe(false);
  expect(lacking([])).toBe(false);
});

test('what we have is announced from the first message on', () => {
  const log = all(reset, more(0, 3));
  expect([haveOf(EMPTY_LOG), log !== 'ask-again' && haveOf(log)]).toEqual([null, { epoch: 'e', seq: 3 }]);
});

test('a message that changes nothing gives the same log', () => {
  const log = all(reset, more(0, 3));
  if (log === 'ask-again') throw new Error('a gap');
  expect(receive(log, more(0, 2))).toBe(log);
  expect(receive(log, { kind: 'recording', on: true })).toBe(log);
});
