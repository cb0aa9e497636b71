import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording, urls } from '../../test/build/scene';
import { wireCookie } from '../../test/build/wire';

describe('a pause', () => {
  test('is a gap, and ends with a reading of frames and jar', async () => {
    const { world, panel } = await recording();
    panel.recorder.record(false);
    expect([panel.log.recording, panel.log.facts.at(-1)]).toMatchObject([
      false,
      { kind: 'recorder-gap', cause: 'paused', to: null },
    ]);
    exchange(world, 'r1');
    world.change({ cookie: wireCookie('unseen'), removed: false, cause: 'explicit' });
    await world.pass(200);
    panel.recorder.record(true);
    await world.pass(200);
    expect(urls(panel)).toEqual([]);
    expect(panel.log.recording).toBe(true);
    expect(kinds(panel).slice(-4).toSorted()).toEqual([
      'jar-snapshot',
      'navigation-committed',
      'recorder-gap',
      'recorder-started',
    ]);
  });

  test('keeps what came just before it', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1');
    panel.recorder.record(false);
    expect(kinds(panel).slice(-4)).toEqual(['request-sent', 'response-received', 'request-completed', 'recorder-gap']);
  });

  test('leaves out what happened in it and is told later, and has what happened before it and is told in it', async () => {
    const { world, panel } = await recording({ browser: 'firefox' });
    exchange(world, 'r1', { url: 'https://a.example/before' });
    await world.pass(10);
    panel.recorder.record(false);
    await world.pass(200);
    exchange(world, 'r2', { url: 'https://a.example/during' });
    await world.pass(10);
    // Before the background has passed on what it has.
    panel.recorder.record(true);
    await world.pass(200);
    exchange(world, 'r3', { url: 'https://a.example/after' });
    await world.pass(200);
    expect(urls(panel)).toEqual(['https://a.example/before', 'https://a.example/after']);
  });

  test('of one tab does not pause another', async () => {
    const { world, panel } = await recording();
    world.devtools(2);
    await world.pass(200);
    const other = world.panel(2);
    panel.recorder.record(false);
    world.change({ cookie: wireCookie('seen by one'), removed: false, cause: 'explicit' });
    await world.pass(200);
    expect([kinds(panel).includes('cookie-changed'), kinds(other).includes('cookie-changed')]).toEqual([false, true]);
  });
});
