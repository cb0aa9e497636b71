import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording, urls } from '../../test/build/scene';
import { wireCookie, wireRequest } from '../../test/build/wire';

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
});
