import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording, urls } from '../../test/build/scene';

describe('a panel that opens later', () => {
  test('gets everything', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1');
    await world.pass(50);
    const later = world.panel(1);
    await world.pass(50);
    expect(later.log.facts).toEqual(panel.log.facts);
  });

  test('does not get what was cleared, but the browser and the jar', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1');
    await world.pass(50);
    panel.line.clear();
    await world.pass(50);
    const later = world.panel(1);
    await world.pass(50);
    expect(kinds(later)).toEqual(['recorder-started', 'jar-snapshot']);
  });

  test('when DevTools was closed and opened begins anew', async () => {
    const { world, panel, closeDevtools } = await recording();
    exchange(world, 'r1');
    await world.pass(50);
    panel.close();
    closeDevtools();
    await world.pass(2000);
    world.devtools(1);
    const later = world.panel(1);
    await world.pass(50);
    expect([urls(later), kinds(later)[0], later.log.epoch === panel.log.epoch]).toEqual([[], 'recorder-started', false]);
  });

  test('begins anew also while another tab is recorded on', async () => {
    const { world, panel, closeDevtools } = await recording();
    world.devtools(2);
    exchange(world, 'r1');
    await world.pass(50);
    panel.close();
    closeDevtools();
    await world.pass(2000);
    world.devtools(1);
    const later = world.panel(1);
    await world.pass(50);
    expect([urls(later), kinds(later)[0], later.log.epoch === panel.log.epoch]).toEqual([[], 'recorder-started', true]);
  });
});

describe('without DevTools', () => {
  test('nothing is listened to, and nothing is kept', async () => {
    const { world, panel, closeDevtools } = await recording();
    exchange(world, 'r1');
    await world.pass(50);
    panel.close();
    closeDevtools();
    expect(world.listening).toBe(true);
    await world.pass(1100);
    expect([world.listening, world.store.items.size]).toEqual([false, 0]);
  });

  test('a worker that was killed first notices too, when the browser wakes it', async () => {
    const { world, panel, closeDevtools } = await recording();
    world.kill();
    panel.close();
    closeDevtools();
    exchange(world, 'r1');
    await world.pass(13_000);
    expect([world.listening, world.store.items.size]).toEqual([false, 0]);
  });

  test('a page that is only reloaded goes on', async () => {
    const { world, panel, closeDevtools } = await recording();
    panel.close();
    closeDevtools();
    await world.pass(500);
    world.devtools(1);
    await world.pass(3000);
    expect(world.listening).toBe(true);
  });
});

test('a message of unknown shape is reported without its values, and what follows is obeyed', async () => {
  const { world, panel } = await recording();
  panel.say({ kind: 'steal', cookie: 'sid=secret' });
  panel.say('nonsense');
  panel.say({ kind: 'record', tabId: 1, on: false });
  await world.pass(50);
  expect(panel.log.troubles).toEqual([
    { kind: 'unknown-message', shape: '{kind: string, cookie: string}' },
    { kind: 'unknown-message', shape: 'string' },
  ]);
  expect(panel.log.recording).toBe(false);
});

test('a panel whose extension is gone says so', async () => {
  const { world, panel } = await recording();
  world.reachable = false;
  world.kill();
  await world.pass(1000);
  expect(panel.states.at(-1)).toBe('extension-reloaded');
});
