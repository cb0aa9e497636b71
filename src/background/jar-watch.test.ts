import { expect, test } from 'vitest';
import { exchange, kinds, recording } from '../../test/build/scene';

test('the jar is read once, soon after the last of several responses with Set-Cookie', async () => {
  const { world, panel } = await recording();
  exchange(world, 'r1', { url: 'https://www.a.example/' }, ['a=1']);
  await world.pass(60);
  exchange(world, 'r2', { url: 'https://cdn.a.example/' }, ['b=1']);
  await world.pass(90);
  expect(kinds(panel).filter((kind) => kind === 'jar-snapshot')).toHaveLength(1);
  await world.pass(60);
  expect(panel.log.facts.at(-1)).toMatchObject({ kind: 'jar-snapshot', site: 'a.example', storeId: '0' });
  await world.pass(1000);
  expect(kinds(panel).filter((kind) => kind === 'jar-snapshot')).toHaveLength(2);
});

test('a stream of such responses does not put the reading off for ever', async () => {
  const { world, panel } = await recording();
  for (let n = 0; n < 20; n++) {
    exchange(world, `r${n}`, {}, ['a=1']);
    await world.pass(50);
  }
  expect(kinds(panel).filter((kind) => kind === 'jar-snapshot').length).toBeGreaterThan(3);
});
