import { beforeAll, expect, test } from 'vitest';
import { FlawedShops } from '../findings/flawed-shop';
import { headed, switches } from '../findings/switches';

let shops: FlawedShops;
beforeAll(async () => {
  shops = await FlawedShops.open();
});

test.each(switches.map((variant) => [variant.id, variant] as const))(
  '%s brings about its incident, with cause, consequence and fix',
  async (id, { way, incident }) => {
    const { incidents: all, browser } = await shops.walk(way, [id]);
    // What works in one browser only is an incident in the other.
    const expected = incident === 'one-browser-only' && browser === 'firefox' ? [] : [incident];
    expect([...new Set(all.map(({ kind }) => kind))], all.map(headed).join('\n')).toEqual(expected);
    for (const each of all) {
      expect(each.chain.at(-1)?.part).toBe('consequence');
      expect(each.chain.filter(({ part }) => part === 'cause')).toHaveLength(1);
      expect(each.remedy()).not.toBeNull();
    }
  },
);
