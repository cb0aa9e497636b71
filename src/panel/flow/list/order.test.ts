import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { Traffic } from '../../../../test/panel/many';
import { shopFacts } from '../../../../test/panel/shop';
import { Replay } from '../../../analysis/replay/replay';
import type { Row } from '../../../analysis/replay/rows/exchange';
import { inListOrder, ListOrder } from './order';

/** A list that follows rows, and how often something in it changed. */
function following() {
  const list: Row[] = [];
  let changes = 0;
  const order = new ListOrder({
    insert(place, row) {
      list.splice(place, 0, row);
      changes += 1;
    },
    replace(place, row) {
      list[place] = row;
      changes += 1;
    },
    truncate(length) {
      changes += list.splice(length).length;
    },
  });
  return { list, order, changes: () => changes };
}

const facts = shopFacts();

test('a list that follows its rows in batches of any size is the list made in one pass', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), fc.integer({ min: 0, max: 8 }), (sizes, from) => {
      const replay = new Replay();
      const { list, order } = following();
      let at = 0;
      const isLikeOnePass = () => {
        const made = inListOrder(replay.rows, from);
        return list.length === made.length && list.every((row, place) => row === made[place]);
      };
      for (const size of sizes) {
        replay.add(facts.slice(at, at + size));
        at += size;
        order.follow(replay.rows, from);
        expect(isLikeOnePass()).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test('rows that were seen are not looked at again when others come', () => {
  const traffic = new Traffic();
  const replay = new Replay().add(traffic.next(300));
  const { order, changes } = following();
  order.follow(replay.rows, 0);
  const before = changes();
  replay.add(traffic.next(5));
  order.follow(replay.rows, 0);
  expect(changes() - before).toBeLessThan(20);
});

test('a request that is asked again after a 401 stands behind its first row, beside a chain that moved', () => {
  const asked = aResponse().from('https://shop.example/secret').status(401);
  const { facts } = aRecording('chromium')
    .add(asked)
    .add(aResponse().from('https://shop.example/a').redirectsTo(aResponse().from('https://shop.example/b')));
  const { rows } = new Replay().add(facts);
  const [first] = rows;
  if (first?.kind !== 'exchange') throw new Error('no request');
  const again: Row = { ...first, id: `${first.id}+2` };
  const list = inListOrder([...rows, again], 0);
  expect(list.map(({ id }) => id)).toEqual([first.id, again.id, ...rows.slice(1).map(({ id }) => id)]);
});

test('a page’s navigation is a row of its own until its document comes', () => {
  const { rows } = new Replay().add(facts);
  const navigation = rows.findIndex((row) => row.kind === 'navigation');
  const growing = rows.slice(0, navigation + 1);
  const { list, order } = following();
  order.follow(growing, 0);
  expect(list.at(-1)?.kind).toBe('navigation');
  const document = rows[navigation + 1];
  if (document) growing.push(document);
  order.follow(growing, 0);
  expect(list).toEqual(inListOrder(rows.slice(0, navigation + 2), 0));
  expect(list.some((row) => row.kind === 'navigation')).toBe(false);
});

test('a row that comes in late near a redirect chain moves nothing but what stands there', () => {
  const { rows } = new Replay().add(new Traffic().next(300));
  const [one, other, late, ...many] = rows.filter((row) => row.kind === 'exchange');
  if (!one || !other || !late) throw new Error('no requests');
  const redirected: Row = { ...one, id: `${one.id}+1`, hop: 1 };
  const growing: Row[] = [...many, one, other, redirected];
  const { list, order, changes } = following();
  order.follow(growing, 0);
  const before = changes();
  growing.splice(growing.length - 2, 0, late);
  order.follow(growing, 0);
  expect(list).toEqual([...many, one, redirected, late, other]);
  expect(changes() - before).toBeLessThan(20);
});
