import { describe, expect, test } from 'vitest';
import { exchange, hops, kinds, recording, urls } from '../../test/build/scene';
import { wireCookie, wireRequest } from '../../test/build/wire';
import { World } from '../../test/build/world';

const firefox = { browser: 'firefox' } as const;
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `https://a.example/${n}`);

describe('a background that is suspended', () => {
  test('at any moment of a request loses nothing, repeats nothing and keeps the order', async () => {
    const { world, panel } = await recording(firefox);
    for (let n = 0; n < 30; n++) {
      const event = wireRequest(`r${n}`, { url: `https://a.example/${n}`, at: world.now });
      world.request('sending', event);
      await world.pass(n % 7);
      world.suspend();
      world.request('received', { ...event, statusCode: 200, timeStamp: world.now });
      await world.pass((n % 5) * 200);
      if (n % 3 === 0) world.suspend();
      world.request('completed', { ...event, statusCode: 200, fromCache: false, timeStamp: world.now });
      await world.pass(10);
    }
    await world.pass(6000);
    expect(urls(panel)).toEqual(numbered(30));
    const perRequest = ['request-sent', 'response-received', 'request-completed'];
    expect(kinds(panel).filter((kind) => perRequest.includes(kind))).toHaveLength(90);
    expect(kinds(panel)).not.toContain('recorder-gap');
    expect(panel.log.problems).toEqual([]);
  });

  test('twice before its page is back still loses nothing', async () => {
    const { world, panel } = await recording(firefox);
    world.suspend();
    exchange(world, 'r1', { url: 'https://a.example/0' });
    world.suspend();
    exchange(world, 'r2', { url: 'https://a.example/1' });
    world.suspend();
    exchange(world, 'r3', { url: 'https://a.example/2' });
    await world.pass(2000);
    expect(urls(panel)).toEqual(numbered(3));
  });

  test('is reported as reconnecting until the page is back', async () => {
    const { world, panel } = await recording(firefox);
    world.suspend();
    await world.pass(1000);
    expect(panel.links).toEqual(['connected', 'reconnecting', 'connected']);
  });

  test('does not make a tab lose the hops of a redirect', async () => {
    const { world, panel } = await recording(firefox);
    const event = wireRequest('r1', { at: world.now });
    world.request('sending', event);
    world.request('received', { ...event, statusCode: 302 });
    world.request('redirected', { ...event, statusCode: 302, fromCache: false, redirectUrl: 'https://a.example/2' });
    world.suspend();
    exchange(world, 'r1', { url: 'https://a.example/2' });
    await world.pass(1000);
    expect(hops(panel)).toEqual([
      'request-sent 0',
      'response-received 0',
      'request-redirected 0',
      'request-sent 1',
      'response-received 1',
      'request-completed 1',
    ]);
  });

  test('answers calls that were under way', async () => {
    const { world, panel } = await recording(firefox);
    const readings = () => kinds(panel).filter((kind) => kind === 'jar-snapshot').length;
    const before = readings();
    panel.recorder.readJar();
    world.suspend();
    await world.pass(1000);
    expect(readings()).toBe(before + 1);
  });
});

test('what the browser told before it answered arrives before its answer', async () => {
  const { world, panel } = await recording(firefox);
  exchange(world, 'r1');
  panel.recorder.readJar();
  await world.pass(1000);
  expect(kinds(panel).indexOf('request-completed')).toBeGreaterThan(0);
  expect(kinds(panel).lastIndexOf('jar-snapshot')).toBeGreaterThan(kinds(panel).indexOf('request-completed'));
});

test('events that a woken background receives out of order find their place by their time', async () => {
  const { world, panel } = await recording(firefox);
  world.suspend();
  const at = world.now;
  const event = wireRequest('r1');
  world.request('completed', { ...event, url: 'https://a.example/2', statusCode: 200, fromCache: false, timeStamp: at + 5 });
  world.request('sending', { ...event, timeStamp: at });
  world.request('sending', { ...event, url: 'https://a.example/2', timeStamp: at + 3 });
  world.request('received', { ...event, statusCode: 302, timeStamp: at + 1 });
  world.request('received', { ...event, statusCode: 200, timeStamp: at + 4 });
  const redirectUrl = 'https://a.example/2';
  world.request('redirected', { ...event, statusCode: 302, fromCache: false, redirectUrl, timeStamp: at + 2 });
  await world.pass(1000);
  expect(hops(panel)).toEqual([
    'request-sent 0',
    'response-received 0',
    'request-redirected 0',
    'request-sent 1',
    'response-received 1',
    'request-completed 1',
  ]);
});

test('a port that breaks while the background lives loses nothing and repeats nothing', async () => {
  const { world, panel } = await recording(firefox);
  exchange(world, 'r1', { url: 'https://a.example/0' });
  await world.pass(60);
  exchange(world, 'r2', { url: 'https://a.example/1' });
  world.cutPorts();
  exchange(world, 'r3', { url: 'https://a.example/2' });
  await world.pass(1000);
  expect(urls(panel)).toEqual(numbered(3));
});

test('without DevTools nothing is listened to, kept or marked, also after the background was suspended', async () => {
  const { world, closeDevtools } = await recording(firefox);
  exchange(world, 'r1');
  world.suspend();
  closeDevtools();
  exchange(world, 'r2');
  await world.pass(13_000);
  expect([world.listening, world.marked, world.handedOver]).toEqual([false, false, []]);
});

test('what the last life left arrives before what this one hears, however long it takes to be read', async () => {
  const { world, panel } = await recording(firefox);
  const change = (value: string) =>
    world.change({ removed: false, cause: 'explicit', cookie: wireCookie('x', { value, storeId: 'firefox-default' }) });
  change('1');
  panel.recorder.readJar();
  world.suspend();
  world.handedOverIsRead = new Promise((then) => world.timer.after(120, then));
  change('2');
  await world.pass(2000);
  const values = panel.log.facts.flatMap((fact) => (fact.kind === 'cookie-changed' ? fact.cookie.value : []));
  expect(values).toEqual(['1', '2']);
});

test('a page whose extension is gone says so', async () => {
  const { world, panel } = await recording(firefox);
  world.reachable = false;
  world.suspend();
  await world.pass(1000);
  expect(panel.log.link).toBe('gone');
});

test('a message of unknown shape is answered by nothing and changes nothing', async () => {
  const { world, panel } = await recording(firefox);
  world.say({ kind: 'steal', cookie: 'sid=secret' });
  world.say('nonsense');
  world.say({ kind: 'call', id: 1, name: 'constructor', args: [] });
  exchange(world, 'r1');
  await world.pass(200);
  expect([urls(panel), panel.log.problems]).toEqual([['https://a.example/'], []]);
});

test('one page of DevTools does not get what another was sent', async () => {
  const world = new World(firefox);
  world.devtools(1);
  world.devtools(2);
  await world.pass(300);
  const [one, other] = [world.panel(1), world.panel(2)];
  exchange(world, 'r1', { url: 'https://a.example/0' });
  exchange(world, 'r2', { url: 'https://a.example/1', tabId: 2 });
  world.suspend();
  await world.pass(1000);
  expect([urls(one), urls(other)]).toEqual([['https://a.example/0'], ['https://a.example/1']]);
});
