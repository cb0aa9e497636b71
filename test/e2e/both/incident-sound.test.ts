import { beforeAll, expect, test } from 'vitest';
import { FlawedShops } from '../findings/flawed-shop';
import { headed, switches } from '../findings/switches';

let shops: FlawedShops;
beforeAll(async () => {
  shops = await FlawedShops.open();
});

test.each([...new Set(switches.map(({ way }) => way))])('the sound shop has no incident: %s', async (way) => {
  const { incidents } = await shops.walk(way, []);
  expect(incidents.map(headed)).toEqual([]);
});
