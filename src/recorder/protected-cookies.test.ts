import { beforeEach, expect, test } from 'vitest';
import { aFewTurns } from '../../test/build/a-few-turns';
import { NOON } from '../../test/build/clock';
import { aCookie } from '../../test/build/cookie';
import { instant } from '../analysis/engine/base/units';
import type { JarCookie } from '../analysis/facts/fact';
import type { WriteAnswer } from '../protocol/cookie-write';
import { ProtectedCookies } from './protected-cookies';

const sid = (value: string): JarCookie => aCookie(`sid=${value}`).on('shop.example').cookie;

let writes: string[] = [];
let answer: WriteAnswer = null;
let now = NOON;
let later: (() => void)[] = [];
let all: ProtectedCookies;

const changed = (value: string) => all.cookieChanged({ cookie: sid(value), removed: false, cause: 'explicit' });
const removed = (cause: 'explicit' | 'overwrite') => all.cookieChanged({ cookie: sid('1'), removed: true, cause });

beforeEach(() => {
  [writes, answer, now, later] = [[], null, NOON, []];
  all = new ProtectedCookies({
    elapsed: () => now,
    after: (_, then) => later.push(then),
    changed: () => {},
    write: async ({ cookie, by }) => {
      writes.push(`${cookie.name}=${cookie.value} ${by}`);
      return answer;
    },
  });
  all.begin([sid('1')]);
});

test('a cookie that is changed or deleted is put back, and how often is told', async () => {
  changed('1');
  removed('overwrite');
  expect(writes).toEqual([]);
  changed('2');
  removed('explicit');
  await aFewTurns();
  expect(writes).toEqual(['sid=1 protection', 'sid=1 protection']);
  expect(all.states).toMatchObject([{ name: 'sid', host: 'shop.example', restored: 2, isWaiting: false, refused: null }]);
  all.cookieChanged({ cookie: aCookie('sid=2').on('other.example').cookie, removed: false, cause: 'explicit' });
  expect(writes.length).toBe(2);
});

test('a site that changes it again and again gets its way until a minute has passed', async () => {
  for (const value of ['2', '3', '4', '5', '6', '7']) changed(value);
  await aFewTurns();
  expect(writes.length).toBe(4);
  expect(all.states[0]).toMatchObject({ restored: 4, isWaiting: true });
  expect(later.length).toBe(1);
  now = instant(NOON + 60_000);
  later[0]?.();
  await aFewTurns();
  expect(writes.length).toBe(5);
  expect(all.states[0]).toMatchObject({ restored: 5, isWaiting: false });
});

test('what the user writes is protected from then on; what the user deletes is not', () => {
  all.written({ cookie: sid('mine'), removed: false });
  changed('mine');
  expect(writes).toEqual([]);
  changed('2');
  expect(writes).toEqual(['sid=mine protection']);
  all.written({ cookie: sid('mine'), removed: true });
  removed('explicit');
  expect([writes.length, all.states]).toEqual([1, []]);
});

test('what the browser refuses to put back is told with its words, and an ended protection does nothing', async () => {
  answer = 'no';
  changed('2');
  await aFewTurns();
  expect(all.states[0]).toMatchObject({ restored: 0, refused: 'no' });
  all.end(all.states.map(({ id }) => id));
  changed('3');
  expect(writes.length).toBe(1);
});
