import { describe, expect, test } from 'vitest';
import { wireRequest } from '../../test/build/wire';
import type { Draft } from '../analysis/facts/fact';
import type { RequestEvent } from '../protocol/browser-event';
import { RequestFacts } from './request-facts';

const aRequest = (mayBeOlder = true) =>
  new RequestFacts({ dialect: 'chromium', digest: (value) => `digest of ${value}`, mayBeOlder: () => mayBeOlder });

const at = (ms: number, url = 'https://a.example/') => wireRequest('1', { at: ms, url });
const sending = (ms: number, url?: string): RequestEvent => ({ kind: 'sending', event: at(ms, url) });
const received = (ms: number, statusCode = 200): RequestEvent => ({ kind: 'received', event: { ...at(ms), statusCode } });
const redirected = (ms: number): RequestEvent => ({
  kind: 'redirected',
  event: { ...at(ms), statusCode: 302, fromCache: false, redirectUrl: 'https://a.example/2' },
});
const completed = (ms: number, fields: object = {}): RequestEvent => ({
  kind: 'completed',
  event: { ...at(ms), statusCode: 200, fromCache: false, ...fields },
});
const failed = (ms: number): RequestEvent => ({ kind: 'failed', event: { ...at(ms), error: 'net::ERR_FAILED' } });

/** All facts of a request after these events, in this order: kind, hop, and whether its sending was not seen. */
function factsOf(events: readonly RequestEvent[], request = aRequest()): readonly string[] {
  let all: readonly Draft[] = [];
  for (const event of events) {
    const { facts, replaces } = request.add(event);
    all = replaces ? facts : [...all, ...facts];
  }
  return all.map((fact) => `${fact.kind} ${'hop' in fact ? fact.hop : ''}${'unseen' in fact && fact.unseen ? ' unseen' : ''}`);
}

const CHAIN = [sending(1), received(2, 302), redirected(3), sending(4), received(5), completed(6)];
const CHAIN_FACTS = [
  'request-sent 0',
  'response-received 0',
  'request-redirected 0',
  'request-sent 1',
  'response-received 1',
  'request-completed 1',
];

test('redirects are hops of one request', () => {
  expect(factsOf(CHAIN)).toEqual(CHAIN_FACTS);
});

describe('an event out of order is put in its place by its time', () => {
  test.each(CHAIN.map((event, index) => [event.kind, index] as const))('%s (event %i) comes last', (_, index) => {
    const late = CHAIN.filter((__, other) => other !== index);
    expect(factsOf([...late, ...CHAIN.slice(index, index + 1)])).toEqual(CHAIN_FACTS);
  });

  test('a sending that comes behind its answer replaces the one that was taken for unseen', () => {
    expect(factsOf([received(2), sending(1), completed(3)])).toEqual([
      'request-sent 0',
      'response-received 0',
      'request-completed 0',
    ]);
  });
});

test('a clock set back in the middle of a request changes nothing of its order', () => {
  expect(factsOf([sending(5000), received(1000), completed(1001)])).toEqual([
    'request-sent 0',
    'response-received 0',
    'request-completed 0',
  ]);
});

test('a request that went out before the recorder looked is sent unseen', () => {
  expect(factsOf([completed(5)])).toEqual(['request-sent 0 unseen', 'response-received 0', 'request-completed 0']);
});

test('a request that began while the recorder looked and failed without a sending was not sent', () => {
  expect(factsOf([failed(5)], aRequest(false))).toEqual(['request-sent 0', 'request-failed 0']);
  expect(factsOf([failed(5)], aRequest(true))).toEqual(['request-sent 0 unseen', 'request-failed 0']);
});

test('a second head of one hop is not reported: Firefox repeats that of a 304', () => {
  expect(factsOf([sending(1), received(2, 304), received(3, 200)])).toEqual(['request-sent 0', 'response-received 0']);
});

test('an answer to a sending that Chromium does not tell is a hop of its own, sent unseen', () => {
  expect(factsOf([sending(1), received(2, 401), received(3, 200), completed(4)])).toEqual([
    'request-sent 0',
    'response-received 0',
    'request-sent 1 unseen',
    'response-received 1',
    'request-completed 1',
  ]);
});

test('an answer of which Chromium tells only the end has a head too', () => {
  expect(factsOf([sending(1), received(2, 401), completed(4)])).toEqual([
    'request-sent 0',
    'response-received 0',
    'request-sent 1 unseen',
    'response-received 1',
    'request-completed 1',
  ]);
});

test('a request sent again with credentials is a hop of its own', () => {
  expect(factsOf([sending(1), received(2, 401), sending(3), received(4), completed(5)])).toEqual([
    'request-sent 0',
    'response-received 0',
    'request-sent 1',
    'response-received 1',
    'request-completed 1',
  ]);
});

test('an answer from the cache went out to nobody and sets nothing', () => {
  expect(factsOf([completed(4, { fromCache: true })])).toEqual(['request-sent 0', 'request-completed 0']);
});

test('what Firefox hands to a service worker is no redirect', () => {
  const handedOver: RequestEvent = {
    kind: 'redirected',
    event: { ...at(1), statusCode: 0, fromCache: false, redirectUrl: at(1).url },
  };
  expect(factsOf([handedOver, sending(2), received(3), completed(4)])).toEqual([
    'request-sent 0',
    'response-received 0',
    'request-completed 0',
  ]);
});

test('fields of a body go out with the next sending, as digests', () => {
  const request = aRequest();
  const fields = [
    { name: '_csrf', value: 'token-of-the-form' as never },
    { name: 'password', value: null },
  ];
  request.add({ kind: 'body', event: at(1), fields });
  expect(request.add(sending(2)).facts).toMatchObject([
    {
      fields: [
        { name: '_csrf', digest: 'digest of token-of-the-form' },
        { name: 'password', digest: null },
      ],
    },
  ]);
});
