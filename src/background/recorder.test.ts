import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording, seqs, urls } from '../../test/build/scene';
import { wireCookie, wireRequest } from '../../test/build/wire';
import { World } from '../../test/build/world';

describe('a worker that is killed', () => {
  test('after each event loses nothing, repeats nothing and keeps the order', async () => {
    const { world, panel } = await recording();
    for (let n = 0; n < 30; n++) {
      const event = wireRequest(`r${n}`, { url: `https://a.example/${n}`, at: world.timer.now });
      world.request('sending', event);
      await world.pass(n % 7);
      world.kill();
      world.request('received', { ...event, statusCode: 200, timeStamp: world.timer.now });
      await world.pass((n % 5) * 200);
      if (n % 3 === 0) world.kill();
      world.request('completed', { ...event, statusCode: 200, fromCache: false, timeStamp: world.timer.now });
      await world.pass(10);
    }
    await world.pass(6000);
    expect(urls(panel)).toEqual(Array.from({ length: 30 }, (_, n) => `https://a.example/${n}`));
    expect(kinds(panel).filter((kind) => kind === 'response-received')).toHaveLength(30);
    expect(kinds(panel).filter((kind) => kind === 'request-completed')).toHaveLength(30);
    expect(seqs(panel)).toEqual(Array.from({ length: panel.log.seq }, (_, n) => n + 1));
    expect(panel.states.filter((state) => state === 'resumed').length).toBeGreaterThan(3);
  });

  test('is told as a restart, without a gap, and the jar is read', async () => {
    const { world, panel } = await recording();
    world.kill();
    await world.pass(1000);
    expect(panel.log.facts.slice(-2)).toMatchObject([
      { kind: 'recorder-started', cause: 'worker-restarted', tabId: 1 },
      { kind: 'jar-snapshot', site: null },
    ]);
    expect(kinds(panel)).not.toContain('recorder-gap');
    expect(panel.states).toEqual(['following', 'interrupted', 'resumed']);
  });

  test('in a redirect chain does not lose count', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('sending', event);
    world.request('received', { ...event, statusCode: 302 });
    world.request('redirected', { ...event, statusCode: 302, fromCache: false, redirectUrl: 'https://a.example/2' });
    await world.pass();
    world.kill();
    exchange(world, 'r1', { url: 'https://a.example/2' });
    await world.pass(1000);
    expect(panel.log.facts.flatMap((fact) => (fact.kind === 'request-sent' ? fact.hop : []))).toEqual([0, 1]);
  });

  test('twice before the journal was read still gives each fact its number once', async () => {
    const { world, panel } = await recording();
    world.kill();
    exchange(world, 'r1', { url: 'https://a.example/1' });
    world.kill();
    exchange(world, 'r2', { url: 'https://a.example/2' });
    world.kill();
    exchange(world, 'r3', { url: 'https://a.example/3' });
    await world.pass(1000);
    expect(urls(panel)).toEqual(['https://a.example/1', 'https://a.example/2', 'https://a.example/3']);
    expect([...world.store.items.keys()].filter((key) => key.startsWith('early/'))).toEqual([]);
  });

  test('before it has read the jar after a response has the next one read it', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1', {}, ['a=1']);
    const answered = world.timer.now;
    await world.pass();
    world.kill();
    await world.pass(1000);
    const readings = panel.log.facts.filter(({ kind, at }) => kind === 'jar-snapshot' && at >= answered + 100);
    expect(readings).toHaveLength(1);
  });

  test('is told events out of order, which are numbered by their time', async () => {
    const { world, panel } = await recording();
    world.kill();
    const at = world.timer.now;
    const event = wireRequest('r1');
    world.request('completed', { ...event, url: 'https://a.example/2', statusCode: 200, fromCache: false, timeStamp: at + 5 });
    world.request('sending', { ...event, timeStamp: at });
    world.request('sending', { ...event, url: 'https://a.example/2', timeStamp: at + 3 });
    world.request('received', { ...event, statusCode: 302, timeStamp: at + 1 });
    world.request('received', { ...event, statusCode: 200, timeStamp: at + 4 });
    world.request('redirected', {
      ...event,
      statusCode: 302,
      fromCache: false,
      redirectUrl: 'https://a.example/2',
      timeStamp: at + 2,
    });
    await world.pass(1000);
    expect(panel.log.facts.flatMap((fact) => ('hop' in fact ? `${fact.kind} ${fact.hop}` : []))).toEqual([
      'request-sent 0',
      'response-received 0',
      'request-redirected 0',
      'request-sent 1',
      'response-received 1',
      'request-completed 1',
    ]);
  });
});

describe('a pause', () => {
  test('is a gap of its tab, and ends with a reading of the jar', async () => {
    const { world, panel } = await recording();
    panel.line.record(false);
    await world.pass(50);
    expect([panel.log.recording, panel.log.facts.at(-1)]).toMatchObject([
      false,
      { kind: 'recorder-gap', cause: 'paused', to: null },
    ]);
    exchange(world, 'r1');
    world.change({ cookie: wireCookie('unseen'), removed: false, cause: 'explicit' });
    await world.pass(50);
    panel.line.record(true);
    await world.pass(50);
    expect(urls(panel)).toEqual([]);
    expect(panel.log.recording).toBe(true);
    expect(kinds(panel).slice(-3)).toEqual(['recorder-gap', 'recorder-started', 'jar-snapshot']);
  });

  test('of one tab does not pause another, nor show it what the other saw', async () => {
    const { world, panel } = await recording();
    world.devtools(2);
    const other = world.panel(2);
    await world.pass(50);
    panel.line.record(false);
    await world.pass(50);
    world.change({ cookie: wireCookie('seen by one'), removed: false, cause: 'explicit' });
    await world.pass(50);
    expect([kinds(panel).includes('cookie-changed'), kinds(other).includes('cookie-changed')]).toEqual([false, true]);
  });

  test('outlives the worker', async () => {
    const { world, panel } = await recording();
    panel.line.record(false);
    await world.pass(50);
    world.kill();
    exchange(world, 'r1');
    await world.pass(1000);
    expect([urls(panel), panel.log.recording]).toEqual([[], false]);
  });
});

test('an event of the time before DevTools was opened is of nobody', async () => {
  const world = new World();
  world.listening = true;
  exchange(world, 'r1');
  await world.pass(1000);
  expect([world.listening, world.store.items.size]).toEqual([false, 0]);
});
