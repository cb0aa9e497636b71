import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording, urls } from '../../test/build/scene';
import type { World } from '../../test/build/world';

describe('a full store', () => {
  const QUOTA = 60_000;
  const fill = async (world: World, count: number) => {
    for (let n = 0; n < count; n++) {
      exchange(world, `r${n}`, { url: `https://a.example/${n}` });
      await world.pass(20);
    }
    await world.pass(200);
  };

  test('drops the oldest; a panel that has them loses nothing and is told', async () => {
    const { world, panel } = await recording({ quota: QUOTA });
    await fill(world, 200);
    expect(urls(panel)).toEqual(Array.from({ length: 200 }, (_, n) => `https://a.example/${n}`));
    expect(panel.log).toMatchObject({ lost: false, troubles: [{ kind: 'quota' }] });
    expect(panel.log.droppedThrough).toBeGreaterThan(50);
    expect(world.store.size).toBeLessThanOrEqual(QUOTA);
  });

  test('leaves a later panel the browser, a jar and the newest, and says what it lost', async () => {
    const { world, panel } = await recording({ quota: QUOTA });
    await fill(world, 200);
    const later = world.panel(1);
    await world.pass(200);
    expect(kinds(later)[0]).toBe('recorder-started');
    expect(kinds(later)).toContain('jar-snapshot');
    expect([later.log.lost, later.log.droppedThrough]).toEqual([true, panel.log.droppedThrough]);
    expect(urls(later).at(-1)).toBe('https://a.example/199');
    expect(urls(later).length).toBeGreaterThan(10);
  });

  test('takes up after a kill where it was', async () => {
    const { world, panel } = await recording({ quota: QUOTA });
    await fill(world, 150);
    world.kill();
    exchange(world, 'last', { url: 'https://a.example/last' });
    await world.pass(1000);
    expect(urls(panel)).toHaveLength(151);
    expect(panel.log.lost).toBe(false);
  });

  test('that a single response would overfill shows it, keeps its number and says so later', async () => {
    const { world, panel } = await recording({ quota: QUOTA });
    exchange(world, 'before', { url: 'https://a.example/before' });
    exchange(world, 'huge', { url: 'https://a.example/huge' }, [`a=${'x'.repeat(QUOTA)}`]);
    exchange(world, 'after', { url: 'https://a.example/after' });
    await world.pass(200);
    expect(panel.log.facts.flatMap((fact) => (fact.kind === 'response-received' ? fact.setCookie.length : []))).toEqual([
      0, 1, 0,
    ]);
    world.kill();
    await world.pass(1000);
    const later = world.panel(1);
    await world.pass(200);
    expect(urls(later).at(-1)).toBe('https://a.example/after');
    expect(kinds(later)).toContain('recorder-gap');
  });
});

test('a store that fails altogether is told as trouble, and the panel goes on', async () => {
  const { world, panel } = await recording();
  world.store.fail(new Error('the disk is on fire'));
  exchange(world, 'r1');
  await world.pass(50);
  expect(urls(panel)).toEqual(['https://a.example/']);
  expect(panel.log.troubles).toContainEqual({ kind: 'storage', text: 'Error: the disk is on fire' });
});
