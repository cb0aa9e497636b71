import { describe, expect, test } from 'vitest';
import { NOON } from '../../test/build/clock';
import { exchange, kinds, recording, urls } from '../../test/build/scene';
import { wireCookie, wireRequest } from '../../test/build/wire';
import { instant } from '../analysis/engine/base/units';
import { ClockWatch } from './clock-watch';

const HOUR = 3_600_000;

describe.each(['chromium', 'firefox'] as const)("when the system's clock is set back in %s", (browser) => {
  test('the recording begins anew and says so; what was told of before belongs to the one before', async () => {
    const { world, panel } = await recording({ browser });
    exchange(world, 'r1', { url: 'https://a.example/before' });
    await world.pass(200);
    const { facts } = panel.log;
    exchange(world, 'r2', { url: 'https://a.example/just-before' });
    world.clockOffset = -HOUR;
    const setBackAt = world.now;
    world.cookies = [wireCookie('there', { storeId: browser === 'chromium' ? '0' : 'firefox-default' })];
    exchange(world, 'r3', { url: 'https://a.example/after' });
    await world.pass(300);
    expect(facts.flatMap((fact) => (fact.kind === 'request-sent' ? fact.url : []))).toEqual([
      'https://a.example/before',
      'https://a.example/just-before',
    ]);
    expect(urls(panel)).toEqual(['https://a.example/after']);
    expect(panel.log.facts[0]).toMatchObject({ kind: 'recorder-started', cause: 'clock-set-back', at: setBackAt, seq: 1 });
    expect(kinds(panel)).toEqual(expect.arrayContaining(['navigation-committed', 'jar-snapshot']));
    expect(panel.log.problems).toEqual([{ kind: 'clock-set-back', seconds: 3600 }]);
  });

  test('what is told later of a request that was under way is in neither', async () => {
    const { world, panel } = await recording({ browser });
    const event = wireRequest('r1', { at: world.now });
    world.request('sending', { ...event, requestHeaders: [] });
    await world.pass(200);
    world.clockOffset = -HOUR;
    world.request('completed', { ...wireRequest('r1', { at: world.now }), statusCode: 200, fromCache: false });
    await world.pass(300);
    expect(panel.log.facts.filter((fact) => 'request' in fact)).toEqual([]);
  });

  test('a second set right, or a computer that slept, changes nothing', async () => {
    const { world, panel } = await recording({ browser });
    exchange(world, 'r1', { url: 'https://a.example/one' });
    await world.pass(200);
    world.clockOffset = -900;
    exchange(world, 'r2', { url: 'https://a.example/two' });
    await world.pass(200);
    world.clockOffset = HOUR;
    exchange(world, 'r3', { url: 'https://a.example/three' });
    await world.pass(200);
    expect(urls(panel)).toEqual(['https://a.example/one', 'https://a.example/two', 'https://a.example/three']);
    expect(panel.log.problems).toEqual([]);
  });

  test('a reading of the jar that was asked for before is not in the new recording', async () => {
    const { world, panel } = await recording({ browser });
    world.cookies = [wireCookie('there', { storeId: browser === 'chromium' ? '0' : 'firefox-default' })];
    panel.recorder.readJar();
    world.clockOffset = -HOUR;
    await world.pass(300);
    const readings = panel.log.facts.filter(({ kind }) => kind === 'jar-snapshot');
    expect(readings).not.toEqual([]);
    expect(readings.filter(({ at }) => at > world.now)).toEqual([]);
  });

  test('a panel that was left open for days, while the clock was kept right, goes on recording', async () => {
    const { world, panel } = await recording({ browser });
    exchange(world, 'r1', { url: 'https://a.example/one' });
    await world.pass(200);
    world.timer.pass(48 * HOUR);
    world.clockOffset = -10_000;
    exchange(world, 'r2', { url: 'https://a.example/two' });
    await world.pass(200);
    expect(urls(panel)).toEqual(['https://a.example/one', 'https://a.example/two']);
    expect(panel.log.problems).toEqual([]);
  });
});

test('a process that is stopped between reading the two clocks has not set one back', () => {
  let [time, stopped] = [0, 0];
  const watch = new ClockWatch({
    now: () => {
      const read = instant(NOON + time);
      time += stopped;
      return read;
    },
    elapsed: () => time,
  });
  stopped = HOUR;
  expect(watch.setBack([])).toBeNull();
  stopped = 0;
  expect(watch.setBack([])).toBeNull();
});
