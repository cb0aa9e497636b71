import { describe, expect, test } from 'vitest';
import { exchange, recording, urls } from '../../test/build/scene';
import { wireRequest } from '../../test/build/wire';

const hops = (facts: readonly { readonly kind: string }[]) =>
  facts.flatMap((fact) => ('hop' in fact ? `${fact.kind} ${fact.hop}` : []));

describe('an event that was on its way to a worker when that was killed', () => {
  test('is recorded from what DevTools saw, in its place', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { at: world.timer.now });
    world.requestLost('sending', { ...event, requestHeaders: [{ name: 'Cookie', value: 'a=1' }] });
    world.kill();
    world.request('received', { ...event, statusCode: 200, timeStamp: event.timeStamp + 1 });
    world.request('completed', { ...event, statusCode: 200, fromCache: false, timeStamp: event.timeStamp + 2 });
    await world.pass(1000);
    expect(hops(panel.log.facts)).toEqual(['request-sent 0', 'response-received 0', 'request-completed 0']);
    expect(panel.log.facts.find(({ kind }) => kind === 'request-sent')).toMatchObject({ cookie: 'a=1', unseen: false });
  });

  test('is recorded also when all events of its request were lost', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { at: world.timer.now });
    world.requestLost('sending', event);
    world.requestLost('failed', { ...event, error: 'net::ERR_FAILED' });
    world.kill();
    await world.pass(1000);
    expect(hops(panel.log.facts)).toEqual(['request-sent 0', 'request-failed 0']);
  });

  test('is recorded also when it is told late, with the hop it had', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { at: world.timer.now });
    world.request('sending', event);
    await world.pass(10);
    const redirect = {
      ...event,
      statusCode: 302,
      fromCache: false,
      redirectUrl: 'https://a.example/2',
      timeStamp: world.timer.now,
    };
    world.kill();
    exchange(world, 'r1', { url: 'https://a.example/2', at: world.timer.now + 5 });
    await world.pass(600);
    world.requestLost('redirected', redirect);
    await world.pass(1500);
    expect(hops(panel.log.facts).sort()).toEqual([
      'request-completed 1',
      'request-redirected 0',
      'request-sent 0',
      'request-sent 1',
      'response-received 0',
      'response-received 1',
    ]);
  });

  test('that was recorded after all is not recorded again', async () => {
    const { world, panel } = await recording();
    exchange(world, 'r1');
    await world.pass(50);
    world.kill();
    exchange(world, 'r2');
    await world.pass(3000);
    expect(hops(panel.log.facts)).toHaveLength(6);
  });

  test('that reaches the next worker after all, when DevTools has told it, is not recorded again', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { at: world.timer.now });
    world.requestLost('sending', event);
    world.kill();
    world.request('received', { ...event, statusCode: 200, timeStamp: event.timeStamp + 1 });
    await world.pass(600);
    world.requestLate('sending', event);
    world.request('completed', { ...event, statusCode: 200, fromCache: false, timeStamp: event.timeStamp + 2 });
    await world.pass(3000);
    expect(hops(panel.log.facts)).toEqual(['request-sent 0', 'response-received 0', 'request-completed 0']);
  });

  test('that an earlier worker recorded is not recorded again, though DevTools does not tell of it any more', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { at: world.timer.now });
    world.request('sending', event);
    await world.pass(5000);
    world.kill();
    await world.pass(3000);
    world.requestLate('sending', event);
    await world.pass(50);
    expect(hops(panel.log.facts)).toEqual(['request-sent 0']);
  });

  test('while the tab was paused is not recorded', async () => {
    const { world, panel } = await recording();
    panel.line.record(false);
    await world.pass(50);
    exchange(world, 'r1');
    await world.pass(50);
    panel.line.record(true);
    await world.pass(50);
    world.kill();
    await world.pass(3000);
    expect(urls(panel)).toEqual([]);
  });

  test('of another tab is not recorded', async () => {
    const { world, panel } = await recording();
    panel.say({ kind: 'witnessed', tabId: 1, events: [{ kind: 'sending', event: wireRequest('r1', { tabId: 7 }), body: null }] });
    await world.pass(50);
    expect(urls(panel)).toEqual([]);
  });
});

describe('what nobody saw go out', () => {
  test('is told as unseen, not as sent without cookies', async () => {
    const { world, panel } = await recording();
    world.request('received', { ...wireRequest('r1'), statusCode: 200, responseHeaders: [{ name: 'Set-Cookie', value: 'a=1' }] });
    await world.pass(50);
    expect(panel.log.facts.filter((fact) => 'request' in fact)).toMatchObject([
      { kind: 'request-sent', unseen: true, cookie: null, url: 'https://a.example/' },
      { kind: 'response-received', setCookie: ['a=1'] },
    ]);
  });

  test('went nowhere when it was answered from the cache, and its old Set-Cookie lines count for nothing', async () => {
    const { world, panel } = await recording();
    const responseHeaders = [{ name: 'Set-Cookie', value: 'a=1' }];
    world.request('completed', { ...wireRequest('r1'), statusCode: 200, fromCache: true, responseHeaders });
    await world.pass(50);
    expect(panel.log.facts.filter((fact) => 'request' in fact)).toMatchObject([
      { kind: 'request-sent', unseen: false, cookie: null },
      { kind: 'request-completed', fromCache: true },
    ]);
  });

  test('went nowhere when the browser itself changed it to https', async () => {
    const { world, panel } = await recording();
    const responseHeaders = [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }];
    world.request('received', { ...wireRequest('r1', { url: 'http://a.example/' }), statusCode: 307, responseHeaders });
    await world.pass(50);
    expect(panel.log.facts.find(({ kind }) => kind === 'request-sent')).toMatchObject({ unseen: false, cookie: null });
  });

  test('is known by its end alone, which bears the head', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1');
    world.request('sending', event);
    world.request('completed', {
      ...event,
      statusCode: 200,
      fromCache: false,
      responseHeaders: [{ name: 'Set-Cookie', value: 'a=1' }],
    });
    await world.pass(50);
    expect(hops(panel.log.facts)).toEqual(['request-sent 0', 'response-received 0', 'request-completed 0']);
    expect(panel.log.facts.find(({ kind }) => kind === 'response-received')).toMatchObject({ setCookie: ['a=1'] });
  });
});
