import { describe, expect, test } from 'vitest';
import {
  isMadeBy,
  requestRedirected,
  requestSent,
  responseReceived,
  type SendingContext,
  type WireSending,
} from './from-webrequest';

const event: WireSending = {
  requestId: '7',
  url: 'https://a.example/x',
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 1,
  frameId: 5,
  parentFrameId: 0,
  timeStamp: 1000.5,
};
const chromium: SendingContext = { dialect: 'chromium', hop: 0, fields: null, digest: () => 'digest' };
const firefox: SendingContext = { ...chromium, dialect: 'firefox' };

describe('a request of Chromium', () => {
  test('has its initiator, and does not tell the documents above', () => {
    expect(requestSent({ ...event, initiator: 'https://b.example' }, chromium)).toMatchObject({
      kind: 'request-sent',
      request: '7',
      type: 'fetch',
      initiator: 'https://b.example',
      ancestors: null,
      topLevelUrl: null,
      thirdParty: null,
      cookie: null,
    });
  });

  test('without an initiator comes from the browser itself', () => {
    expect(requestSent({ ...event, type: 'main_frame' }, chromium)).toMatchObject({ type: 'document', initiator: null });
  });

  test('of an opaque origin says so', () => {
    expect(requestSent({ ...event, initiator: 'null' }, chromium)).toMatchObject({ initiator: 'null' });
  });

  test.each([
    [[{ name: 'Sec-Purpose', value: 'prefetch' }], undefined, 'prefetch'],
    [[{ name: 'Sec-Purpose', value: 'prefetch;prerender' }], undefined, 'prerender'],
    [[], 'prerender', 'prerender'],
    [[], 'active', 'normal'],
  ])('with %j in the life cycle %s is %s', (requestHeaders, documentLifecycle, purpose) => {
    expect(requestSent({ ...event, requestHeaders, documentLifecycle }, chromium)).toMatchObject({ purpose });
  });
});

describe('a request of Firefox', () => {
  const inFrame = {
    ...event,
    originUrl: 'https://B.example:8443/frame?x#y',
    documentUrl: 'https://b.example:8443/frame',
    frameAncestors: [
      { url: 'https://c.example/inner', frameId: 2 },
      { url: 'https://top.example/', frameId: 0 },
    ],
    cookieStoreId: 'firefox-container-1',
    thirdParty: true,
  };

  test('has the documents above it, the top first', () => {
    expect(requestSent(inFrame, firefox)).toMatchObject({
      initiator: 'https://b.example:8443',
      ancestors: ['https://top.example/', 'https://c.example/inner'],
      topLevelUrl: 'https://top.example/',
      storeId: 'firefox-container-1',
      thirdParty: true,
    });
  });

  test('in the top document has that as its top', () => {
    expect(requestSent({ ...inFrame, frameAncestors: [] }, firefox)).toMatchObject({
      ancestors: [],
      topLevelUrl: 'https://b.example:8443/frame',
    });
  });

  test('for a top document has no document above it', () => {
    expect(requestSent({ ...event, type: 'main_frame', frameAncestors: [] }, firefox)).toMatchObject({
      topLevelUrl: null,
      initiator: null,
    });
  });

  test('from a page without an origin says so', () => {
    expect(requestSent({ ...event, originUrl: 'moz-nullprincipal:{x}' }, firefox)).toMatchObject({ initiator: 'null' });
  });
});

test('the Cookie header goes out as octets', () => {
  const requestHeaders = [{ name: 'Cookie', binaryValue: [0x61, 0x3d, 0xff] }];
  expect(requestSent({ ...event, requestHeaders }, chromium)).toMatchObject({ cookie: 'a=\u00ff' });
});

test('a type that only one browser knows is reported as a common one', () => {
  const types = ['imageset', 'beacon', 'object_subrequest', 'speculative', 'webtransport'];
  expect(types.map((type) => (requestSent({ ...event, type }, chromium) as { type: string }).type)).toEqual([
    'image',
    'ping',
    'object',
    'other',
    'other',
  ]);
});

test('a response without headers has no lines', () => {
  expect(responseReceived({ ...event, statusCode: 204 }, 'chromium', 3)).toMatchObject({
    hop: 3,
    status: 204,
    setCookie: [],
    date: null,
  });
});

test('a redirect tells where it leads', () => {
  expect(requestRedirected({ ...event, statusCode: 302, fromCache: false, redirectUrl: 'https://a.example/y' }, 1)).toMatchObject(
    {
      hop: 1,
      to: 'https://a.example/y',
    },
  );
});

describe('requests of our own pages', () => {
  const own = 'moz-extension://0123';
  test.each([
    [{ initiator: 'moz-extension://0123' }, true],
    [{ originUrl: 'moz-extension://0123/src/panel/index.html' }, true],
    [{ documentUrl: 'moz-extension://0123/src/panel/index.html' }, true],
    [{ originUrl: 'moz-extension://01234/x' }, false],
    [{ initiator: 'https://a.example' }, false],
    [{}, false],
  ])('%j: %s', (fields, expected) => {
    expect(isMadeBy({ ...event, ...fields }, own)).toBe(expected);
  });
});

test('a password before the host is in no fact', () => {
  const url = 'https://user:hunter2@a.example/x?mail=a@b#y@z';
  const frameAncestors = [{ url, frameId: 0 }];
  const sent = requestSent({ ...event, url, originUrl: url, documentUrl: url, frameAncestors }, firefox);
  const redirected = requestRedirected({ ...event, url, statusCode: 302, fromCache: false, redirectUrl: url }, 0);
  expect(JSON.stringify([sent, redirected])).not.toContain('hunter2');
  expect(sent).toMatchObject({ url: 'https://a.example/x?mail=a@b#y@z', initiator: 'https://a.example' });
});

test('a fragment or path with an at sign is no user name', () => {
  expect(requestSent({ ...event, url: 'https://a.example/@name' }, chromium)).toMatchObject({ url: 'https://a.example/@name' });
});
