import { describe, expect, test } from 'vitest';
import { exchange, kinds, recording, urls } from '../../test/build/scene';
import { wireRequest } from '../../test/build/wire';
import type { WireEnd, WireSending } from '../analysis/facts/from-webrequest';
import type { Witnessed } from '../protocol/witnessed';

const seen = (kind: Witnessed['kind'], event: WireSending | WireEnd): Witnessed => ({ kind, event, body: null });
const hops = (facts: readonly { readonly kind: string }[]) =>
  facts.flatMap((fact) => ('hop' in fact ? `${fact.kind} ${fact.hop}` : []));

describe('an event that was on its way to a worker when that was killed', () => {
  test('is recorded from what DevTools saw, in its place', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { at: world.timer.now });
    const sending = { ...event, requestHeaders: [{ name: 'Cookie', value: 'a=1' }] };
    const received = { ...event, statusCode: 200, fromCache: false, timeStamp: event.timeStamp + 1 };
    const completed = { ...received, timeStamp: event.timeStamp + 2 };
    world.kill();
    world.request('received', received);
    world.request('completed', completed);
    await world.pass(120);
    panel.say({
      kind: 'witnessed',
      tabId: 1,
      events: [seen('sending', sending), seen('received', received), seen('completed', completed)],
    });
    await world.pass(1000);
    expect(hops(panel.log.facts)).toEqual(['request-sent 0', 'response-received 0', 'request-completed 0']);
    expect(panel.log.facts.find(({ kind }) => kind === 'request-sent')).toMatchObject({ cookie: 'a=1', unseen: false });
  });

  test('is recorded also when DevTools tells of it late, with the hop it had', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { at: world.timer.now });
    const redirect = {
      ...event,
      statusCode: 302,
      fromCache: false,
      redirectUrl: 'https://a.example/2',
      timeStamp: event.timeStamp + 2,
    };
    const received = {
      ...event,
      statusCode: 302,
      fromCache: false,
      timeStamp: event.timeStamp + 1,
      responseHeaders: [{ name: 'Set-Cookie', value: 'a=1' }],
    };
    world.request('sending', event);
    world.request('redirected', redirect);
    await world.pass(10);
    exchange(world, 'r1', { url: 'https://a.example/2' });
    await world.pass(500);
    panel.say({
      kind: 'witnessed',
      tabId: 1,
      events: [seen('sending', event), seen('received', received), seen('redirected', redirect as never)],
    });
    await world.pass(50);
    const heads = panel.log.facts.filter(({ kind }) => kind === 'response-received');
    expect(heads).toMatchObject([{ hop: 0, setCookie: [] }, { hop: 1 }, { hop: 0, setCookie: ['a=1'] }]);
    expect(kinds(panel).filter((kind) => kind === 'request-sent')).toHaveLength(2);
  });

  test('of another tab is not recorded', async () => {
    const { world, panel } = await recording();
    panel.say({ kind: 'witnessed', tabId: 1, events: [seen('sending', wireRequest('r1', { tabId: 7 }))] });
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
