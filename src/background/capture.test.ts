import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording, urls } from '../../test/build/scene';
import { wireCookie, wireRequest } from '../../test/build/wire';
import { World } from '../../test/build/world';
import { bytes } from '../analysis/facts/bytes';

describe('with DevTools open', () => {
  test('the recording begins with the browser, the frames and the whole jar', async () => {
    const world = new World();
    world.cookies = [wireCookie('mine'), wireCookie('private', { storeId: '1' })];
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://a.example/' }]);
    world.devtools(1);
    const panel = world.panel(1);
    await world.pass(50);
    expect(panel.log.facts).toMatchObject([
      { kind: 'recorder-started', cause: 'devtools-opened', browser: 'chromium', browserVersion: '156.0.1.2', storeId: '0' },
      { kind: 'jar-snapshot', site: null, cookies: [{ name: 'mine' }] },
      { kind: 'navigation-committed', transition: 'existing', url: 'https://a.example/' },
    ]);
  });

  test('what happened before the panel was looked at is in it', async () => {
    const world = new World();
    world.devtools(1);
    await world.pass(50);
    exchange(world, 'r1');
    await world.pass(1000);
    const panel = world.panel(1);
    await world.pass(50);
    expect(urls(panel)).toEqual(['https://a.example/']);
  });

  test('each panel gets the facts of its own tab, numbered without a gap between them', async () => {
    const { world, panel } = await recording();
    world.devtools(2);
    const other = world.panel(2);
    await world.pass(50);
    exchange(world, 'r1', { url: 'https://a.example/one' });
    exchange(world, 'r2', { url: 'https://a.example/two', tabId: 2 });
    exchange(world, 'r3', { url: 'https://a.example/three', tabId: 3 });
    await world.pass(50);
    expect([urls(panel), urls(other)]).toEqual([['https://a.example/one'], ['https://a.example/two']]);
    expect(panel.log.seq).toBe(other.log.seq);
  });

  test("cookies of the tab's own store are told, of another not", async () => {
    const { world, panel } = await recording();
    world.change({ cookie: wireCookie('mine'), removed: false, cause: 'explicit' });
    world.change({ cookie: wireCookie('private', { storeId: '1' }), removed: false, cause: 'explicit' });
    await world.pass(50);
    expect(panel.log.facts.flatMap((fact) => (fact.kind === 'cookie-changed' ? fact.cookie.name : []))).toEqual(['mine']);
  });

  test("requests of a service worker are told to the tab of its origin, other's not", async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1', { tabId: -1, url: 'https://a.example/by-worker', initiator: 'https://a.example' });
    exchange(world, 'r2', { tabId: -1, url: 'https://b.example/by-worker', initiator: 'https://b.example' });
    exchange(world, 'r3', { tabId: -1, url: 'https://update.example/' });
    await world.pass(50);
    expect(urls(panel)).toEqual(['https://a.example/by-worker']);
    expect(kinds(panel).slice(-3)).toEqual(['request-sent', 'response-received', 'request-completed']);
  });

  test('requests of our own pages are left out', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1', { initiator: 'chrome-extension://own' });
    await world.pass(50);
    expect(urls(panel)).toEqual([]);
  });

  test('redirects are hops of one request', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('sending', event);
    world.request('received', { ...event, statusCode: 302 });
    world.request('redirected', { ...event, statusCode: 302, fromCache: false, redirectUrl: 'https://a.example/2' });
    exchange(world, 'r1', { url: 'https://a.example/2' });
    await world.pass(50);
    expect(panel.log.facts.flatMap((fact) => ('hop' in fact ? `${fact.kind} ${fact.hop}` : []))).toEqual([
      'request-sent 0',
      'response-received 0',
      'request-redirected 0',
      'request-sent 1',
      'response-received 1',
      'request-completed 1',
    ]);
  });

  test('a second head of one hop is not told: Firefox repeats that of a 304', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('sending', event);
    world.request('received', { ...event, statusCode: 304, responseHeaders: [{ name: 'Set-Cookie', value: 'a=1' }] });
    world.request('received', { ...event, statusCode: 200 });
    await world.pass(50);
    expect(panel.log.facts.filter(({ kind }) => kind === 'response-received')).toMatchObject([
      { status: 304, setCookie: ['a=1'] },
    ]);
  });

  test('an answer to a sending that Chromium does not tell is a hop of its own, sent unseen', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('sending', event);
    world.request('received', { ...event, statusCode: 401, timeStamp: event.timeStamp + 1 });
    world.request('received', { ...event, statusCode: 200, timeStamp: event.timeStamp + 2 });
    world.request('completed', { ...event, statusCode: 200, fromCache: false, timeStamp: event.timeStamp + 3 });
    await world.pass(50);
    expect(
      panel.log.facts.flatMap((fact) => ('hop' in fact ? [[fact.kind, fact.hop, 'unseen' in fact && fact.unseen]] : [])),
    ).toEqual([
      ['request-sent', 0, false],
      ['response-received', 0, false],
      ['request-sent', 1, true],
      ['response-received', 1, false],
      ['request-completed', 1, false],
    ]);
  });

  test('an answer of which Chromium tells only the end has a head too', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('sending', event);
    world.request('received', { ...event, statusCode: 401 });
    const responseHeaders = [{ name: 'Set-Cookie', value: 'a=1' }];
    world.request('completed', { ...event, statusCode: 200, fromCache: false, responseHeaders });
    await world.pass(50);
    expect(panel.log.facts.filter((fact) => 'hop' in fact && fact.hop === 1)).toMatchObject([
      { kind: 'request-sent', unseen: true },
      { kind: 'response-received', status: 200, setCookie: ['a=1'] },
      { kind: 'request-completed' },
    ]);
  });

  test('what Firefox hands to a service worker is no redirect', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('redirected', { ...event, statusCode: 0, fromCache: false, redirectUrl: event.url });
    exchange(world, 'r1');
    await world.pass(50);
    expect(panel.log.facts.flatMap((fact) => ('hop' in fact ? `${fact.kind} ${fact.hop}` : []))).toEqual([
      'request-sent 0',
      'response-received 0',
      'request-completed 0',
    ]);
  });

  test('a request sent again with credentials is a hop of its own', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('sending', event);
    world.request('received', { ...event, statusCode: 401 });
    exchange(world, 'r1');
    await world.pass(50);
    expect(panel.log.facts.flatMap((fact) => (fact.kind === 'response-received' ? [[fact.hop, fact.status]] : []))).toEqual([
      [0, 401],
      [1, 200],
    ]);
  });
});

test('300 lines of 1 kB arrive in order', async () => {
  const { world, panel } = await recording();
  const lines = Array.from({ length: 300 }, (_, n) => `c${n}=${'x'.repeat(1000)}`);
  exchange(world, 'r1', {}, lines);
  await world.pass(50);
  expect(panel.log.facts.flatMap((fact) => (fact.kind === 'response-received' ? fact.setCookie : []))).toEqual(
    lines.map((line) => bytes(line)),
  );
});
