import { expect, test } from 'vitest';
import { aFewTurns } from '../../test/build/a-few-turns';
import { aCookie } from '../../test/build/cookie';
import { joinedEnds } from '../../test/build/ends';
import type { CookieWrite } from '../protocol/cookie-write';
import { RESTORE_PORT } from '../protocol/relay-messages';
import { restoreWhenGone } from './restorer';

const write = (value: string): CookieWrite => ({ storeId: '0', cookie: aCookie(`sid=${value}`).cookie, removed: false });
const served = (name: string) => {
  const written: string[] = [];
  const [ours, theirs] = joinedEnds(name);
  const stopped: number[] = [];
  restoreWhenGone(theirs, {
    writeCookie: async ({ cookie }) => {
      written.push(cookie.value);
      return null;
    },
    traceScripts: async (tabId, patterns) => {
      if (patterns.length === 0) stopped.push(tabId);
    },
  });
  return { ours, written, stopped };
};

test('what was reported last is written when the page goes', async () => {
  const { ours, written } = served(RESTORE_PORT);
  ours.send({ kind: 'restore', writes: [write('1')] });
  ours.send({ kind: 'restore', writes: [write('2'), write('3')] });
  ours.send({ kind: 'ping' });
  ours.send('nonsense');
  await aFewTurns();
  expect(written).toEqual([]);
  ours.close();
  await aFewTurns();
  expect(written).toEqual(['2', '3']);
});

test('of an override that has ended nothing is written, nor over another port', async () => {
  const { ours, written } = served(RESTORE_PORT);
  ours.send({ kind: 'restore', writes: [write('1')] });
  ours.send({ kind: 'restore', writes: [] });
  await aFewTurns();
  ours.close();
  const other = served('another');
  other.ours.send({ kind: 'restore', writes: [write('1')] });
  await aFewTurns();
  other.ours.close();
  await aFewTurns();
  expect([written, other.written]).toEqual([[], []]);
});

test('a trace is stopped when the page goes, one that has ended is not', async () => {
  const { ours, stopped } = served(RESTORE_PORT);
  ours.send({ kind: 'restore', writes: [], tracedTab: 7 });
  await aFewTurns();
  ours.close();
  const ended = served(RESTORE_PORT);
  ended.ours.send({ kind: 'restore', writes: [], tracedTab: 7 });
  ended.ours.send({ kind: 'restore', writes: [], tracedTab: null });
  await aFewTurns();
  ended.ours.close();
  await aFewTurns();
  expect([stopped, ended.stopped]).toEqual([[7], []]);
});
