import { describe, expect, test } from 'vitest';
import { aCookie } from '../../test/build/cookie';
import { exchange, kinds, recording, seqs, urls } from '../../test/build/scene';
import { wireCookie, wireRequest } from '../../test/build/wire';
import { World } from '../../test/build/world';
import { bytes } from '../analysis/engine/base/bytes';

describe.each(['chromium', 'firefox'] as const)('with DevTools open in %s', (browser) => {
  test('the recording begins with the browser, the frames and the whole jar', async () => {
    const world = new World({ browser });
    const store = browser === 'chromium' ? '0' : 'firefox-default';
    world.cookies = [wireCookie('mine', { storeId: store }), wireCookie('private', { storeId: 'other' })];
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://a.example/' }]);
    world.devtools(1);
    await world.pass(200);
    const { facts } = world.panel(1).log;
    expect(facts[0]).toMatchObject({ kind: 'recorder-started', browser, browserVersion: '156.0.1.2', storeId: store });
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'navigation-committed', transition: 'existing' }));
    expect(facts.find(({ kind }) => kind === 'jar-snapshot')).toMatchObject({ site: null, cookies: [{ name: 'mine' }] });
    expect(facts).toHaveLength(3);
  });

  test('what happened before the panel was looked at is in it, the same for each panel', async () => {
    const { world, panel } = await recording({ browser });
    panel.close();
    exchange(world, 'r1');
    await world.pass(100);
    const [one, other] = [world.panel(1), world.panel(1)];
    expect(urls(one)).toEqual(['https://a.example/']);
    expect(other.log.facts).toBe(one.log.facts);
    expect(seqs(one)).toEqual(one.log.facts.map((_, index) => index + 1));
  });

  test('a panel hears of one request soon, and of a stream of them five times a second', async () => {
    const { world, panel } = await recording({ browser });
    await world.pass(500);
    exchange(world, 'r0');
    await world.pass(120);
    expect(urls(panel)).toHaveLength(1);
    await world.pass(500);
    let calls = 0;
    const end = panel.recorder.follow(() => {
      calls += 1;
    });
    for (let n = 1; n <= 100; n++) {
      exchange(world, `r${n}`);
      await world.pass(10);
    }
    await world.pass(300);
    expect(urls(panel)).toHaveLength(101);
    // The first of them is the log as it was.
    expect(calls - 1).toBeLessThanOrEqual(7);
    end();
  });

  test('each tab has the facts of its own requests', async () => {
    const { world, panel } = await recording({ browser });
    world.devtools(2);
    await world.pass(200);
    const other = world.panel(2);
    exchange(world, 'r1', { url: 'https://a.example/one' });
    exchange(world, 'r2', { url: 'https://a.example/two', tabId: 2 });
    exchange(world, 'r3', { url: 'https://a.example/three', tabId: 3 });
    await world.pass(200);
    expect([urls(panel), urls(other)]).toEqual([['https://a.example/one'], ['https://a.example/two']]);
  });

  test("cookies of the tab's own store are reported, of another not", async () => {
    const { world, panel } = await recording({ browser });
    const storeId = browser === 'chromium' ? '0' : 'firefox-default';
    world.change({ cookie: wireCookie('mine', { storeId }), removed: false, cause: 'explicit' });
    world.change({ cookie: wireCookie('private', { storeId: '1' }), removed: false, cause: 'explicit' });
    await world.pass(200);
    expect(panel.log.facts.flatMap((fact) => (fact.kind === 'cookie-changed' ? fact.cookie.name : []))).toEqual(['mine']);
  });

  test('events that nobody hears once DevTools is closed cost nothing: no listener is left', async () => {
    const { world, closeDevtools } = await recording({ browser });
    expect(world.listening).toBe(true);
    closeDevtools();
    await world.pass(12_000);
    expect(world.listening).toBe(false);
  });
});

test('what the browser tells before it has named the store comes behind the beginning', async () => {
  const world = new World();
  world.devtools(1);
  exchange(world, 'r1');
  await world.pass(200);
  expect(kinds(world.panel(1)).slice(0, 2)).toEqual(['recorder-started', 'request-sent']);
});

test("requests of a service worker are reported to the tab of its origin, other's not", async () => {
  const { world, panel } = await recording();
  exchange(world, 'r1', { tabId: -1, url: 'https://a.example/by-worker', initiator: 'https://a.example' });
  exchange(world, 'r2', { tabId: -1, url: 'https://b.example/by-worker', initiator: 'https://b.example' });
  exchange(world, 'r3', { tabId: -1, url: 'https://update.example/' });
  await world.pass(200);
  expect(urls(panel)).toEqual(['https://a.example/by-worker']);
});

test('requests of our own pages are left out', async () => {
  const { world, panel } = await recording();
  exchange(world, 'r1', { initiator: 'chrome-extension://own' });
  await world.pass(200);
  expect(urls(panel)).toEqual([]);
});

test("of another tab's response only what tells who changed a cookie is kept, and only of the same store", async () => {
  const { world, panel } = await recording();
  world.stores.set(1, '0').set(2, '0').set(3, '1');
  exchange(world, 'r1', { tabId: 2, url: 'https://a.example:8443/path?q' }, ['sid=0123456789abcdef; HttpOnly', 'on=1']);
  exchange(world, 'r2', { tabId: 3 }, ['sid=private']);
  exchange(world, 'r3', { tabId: 2 });
  await world.pass(200);
  expect(panel.log.facts.slice(3)).toMatchObject([
    {
      kind: 'other-response',
      tabId: 2,
      storeId: '0',
      host: 'a.example',
      lines: [
        { name: 'sid', digest: 'key(0123456789abcdef)' },
        { name: 'on', digest: 'key(1)' },
      ],
    },
  ]);
});

test("another tab's Clear-Site-Data is kept without a cookie beside it, from a secure address only", async () => {
  const { world, panel } = await recording();
  world.stores.set(1, '0').set(2, '0');
  const answered = (id: string, url: string, value: string): void =>
    world.request('received', {
      ...wireRequest(id, { at: world.now, tabId: 2, url }),
      statusCode: 200,
      responseHeaders: [{ name: 'Clear-Site-Data', value }],
    });
  answered('r1', 'https://a.example/logout', '"cookies"');
  answered('r2', 'http://a.example/logout', '"cookies"');
  answered('r3', 'https://a.example/', '"cache"');
  await world.pass(200);
  const others = panel.log.facts.filter(({ kind }) => kind === 'other-response');
  expect(others).toMatchObject([{ host: 'a.example', lines: [], clears: true }, { lines: [] }, { lines: [] }]);
  expect(others.map((fact) => 'clears' in fact)).toEqual([true, false, false]);
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

test('a request whose fail is its only event was not sent once another has begun, and may have been before', async () => {
  const { world, panel } = await recording();
  const fail = (id: string) => world.request('failed', { ...wireRequest(id, { at: world.now }), error: 'net::ERR_FAILED' });
  fail('5');
  exchange(world, '7');
  fail('9');
  await world.pass(200);
  expect(panel.log.facts.flatMap((fact) => (fact.kind === 'request-sent' ? `${fact.request} ${fact.unseen}` : []))).toEqual([
    '5 true',
    '7 false',
    '9 false',
  ]);
});

test('what was typed is in no fact, but a digest of the token is', async () => {
  const { world, panel } = await recording();
  const event = wireRequest('r1', { method: 'POST', at: world.now });
  world.request('body', event, {
    fields: [
      { name: '_csrf', value: 'token-of-the-form' },
      { name: 'password', value: null },
    ],
  });
  world.request('sending', event);
  await world.pass(200);
  expect(panel.log.facts.find(({ kind }) => kind === 'request-sent')).toMatchObject({
    fields: [
      { name: '_csrf', digest: 'key(token-of-the-form)' },
      { name: 'password', digest: null },
    ],
  });
});

test('a panel that was torn down without a word gets no more facts, and the others do', async () => {
  const { world, panel } = await recording();
  let calls = 0;
  panel.recorder.follow(() => {
    if (++calls > 1) throw new Error("can't access dead object");
  });
  exchange(world, 'r1');
  await world.pass(100);
  exchange(world, 'r2');
  await world.pass(300);
  expect([calls, urls(panel).length]).toEqual([2, 2]);
});

test('nothing that a panel handed in is kept: its objects are dead when its document is taken down', async () => {
  const { world, panel } = await recording();
  const limit = { events: 1000, octets: Number.POSITIVE_INFINITY };
  panel.recorder.limit(limit);
  limit.events = 0;
  const { cookie } = aCookie('sid=1').on('a.example');
  const written = { cookie: { ...cookie }, removed: false, by: 'editor' } as const;
  void panel.recorder.write([written]);
  Object.assign(written.cookie, { value: bytes('of the panel') });
  for (let n = 0; n < 200; n++) exchange(world, `r${n}`);
  await world.pass(500);
  expect(panel.log.dropped).toBe(0);
  expect(panel.log.facts.find(({ kind }) => kind === 'cookie-written')).toMatchObject({ cookie: { value: '1' } });
});
