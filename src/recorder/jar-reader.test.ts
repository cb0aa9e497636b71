import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording } from '../../test/build/scene';

describe('the jar', () => {
  test('is read once, soon after the last of several responses with Set-Cookie', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1', { url: 'https://www.a.example/' }, ['a=1']);
    await world.pass(60);
    exchange(world, 'r2', { url: 'https://cdn.a.example/' }, ['b=1']);
    await world.pass(90);
    expect(kinds(panel).filter((kind) => kind === 'jar-snapshot')).toHaveLength(1);
    await world.pass(100);
    expect(panel.log.facts.at(-1)).toMatchObject({ kind: 'jar-snapshot', site: 'a.example', storeId: '0' });
    await world.pass(1000);
    expect(kinds(panel).filter((kind) => kind === 'jar-snapshot')).toHaveLength(2);
  });

  test('is read now and then in a stream of such responses', async () => {
    const { world, panel } = await recording();
    for (let n = 0; n < 20; n++) {
      exchange(world, `r${n}`, {}, ['a=1']);
      await world.pass(50);
    }
    expect(kinds(panel).filter((kind) => kind === 'jar-snapshot').length).toBeGreaterThan(3);
  });

  test('is read in time though the clock is set back meanwhile', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1', {}, ['a=1']);
    await world.pass(20);
    world.clockOffset = -3_600_000;
    await world.pass(300);
    expect(panel.log.facts.at(-1)).toMatchObject({ kind: 'jar-snapshot', site: 'a.example' });
  });

  test('that the browser refuses to read is a problem, told once', async () => {
    const { world, panel } = await recording();
    world.refused = 'Invalid cookie store id: "1".';
    panel.recorder.readJar();
    panel.recorder.readJar();
    await world.pass(50);
    expect(panel.log.problems).toEqual([{ kind: 'browser', text: 'Invalid cookie store id: "1".' }]);
  });
});

test('a partition is listed as soon as the tab asks for a document of its top-level site', async () => {
  const { world, panel } = await recording();
  const partitions = () => panel.log.facts.findLast((fact) => fact.kind === 'jar-snapshot')?.partitions;
  expect(partitions()).toEqual(['https://a.example']);
  exchange(world, 'r1', { url: 'https://www.b.example/', type: 'main_frame' });
  await world.pass(60);
  expect(partitions()).toEqual(['https://b.example', 'https://a.example']);
});
