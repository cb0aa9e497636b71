import { describe, expect, it } from 'vitest';
import { Clock } from '../../../../test/build/clock';
import { navigated } from '../../../../test/build/recording';
import { aResponse, type ResponseBuilder } from '../../../../test/build/response';
import type { RequestSent } from '../../facts/fact';
import { FrameTree } from './frames';
import { isThirdPartyRequest, requestContext } from './request-context';

const TOP = 'https://www.a.test';
const clock = new Clock();

function sentBy(response: ResponseBuilder): RequestSent {
  const [sent] = response.build(clock);
  if (sent?.kind !== 'request-sent') throw new Error('a response begins with its request');
  return sent;
}

/** A page of www.a.test with a frame (5) of b.test, in it a frame (6) of a.test, and beside them one of cdn.a.test (7). */
function page(): FrameTree {
  const frames = new FrameTree();
  const commits = [
    navigated(`${TOP}/`, { documentId: 'top' }),
    navigated('https://b.test/', { frameId: 5, documentId: 'b' }),
    navigated('https://a.test/', { frameId: 6, parentFrameId: 5, documentId: 'a-in-b' }),
    navigated('https://cdn.a.test/', { frameId: 7 }),
    navigated('about:srcdoc', { frameId: 8 }),
  ];
  for (const commit of commits.flatMap((each) => each.build(clock))) frames.commit(commit);
  return frames;
}

const contextOf = (response: ResponseBuilder, frames = page(), chain: readonly string[] = []) => {
  const sent = sentBy(response);
  return requestContext(sent, frames.path(sent), chain);
};

describe('in Chromium, which does not tell the ancestors', () => {
  it.each([
    [
      'a top-level navigation is for its own site',
      aResponse().from('https://b.test/').linkedFrom(TOP),
      'https://b.test',
      [],
      false,
    ],
    ['what the page loads of its own site', aResponse().from('https://a.test/').fetchedBy(TOP), TOP, [TOP], false],
    ['what the page loads of another site', aResponse().from('https://b.test/').fetchedBy(TOP), TOP, [TOP], true],
    ['a frame in the page', aResponse().from('https://b.test/').linkedFrom(TOP).inFrame(5), TOP, [TOP], true],
    [
      'what another site’s frame loads',
      aResponse().from('https://b.test/').fetchedBy('https://b.test').inFrame(5),
      null,
      [TOP, 'https://b.test'],
      true,
    ],
    [
      'what a same-site frame inside it loads',
      aResponse().from('https://a.test/').fetchedBy('https://a.test').inFrame(6, 5),
      null,
      [TOP, 'https://b.test', 'https://a.test'],
      true,
    ],
    [
      'what a same-site frame loads',
      aResponse().from('https://a.test/').fetchedBy('https://cdn.a.test').inFrame(7),
      TOP,
      [TOP, 'https://cdn.a.test'],
      false,
    ],
    [
      'what a srcdoc frame loads: it has the origin of the page',
      aResponse().from('https://a.test/').fetchedBy(TOP).inFrame(8),
      TOP,
      [TOP, TOP],
      false,
    ],
    ['http on an https page is another site', aResponse().from('http://a.test/').fetchedBy(TOP, 'image'), TOP, [TOP], true],
  ] as const)('%s', (_what, response, siteForCookies, ancestors, crossSiteAncestor) => {
    const context = contextOf(response);
    expect(context.siteForCookies).toBe(siteForCookies);
    expect(context.ancestors).toEqual(ancestors);
    expect(context.partitionKey).toMatchObject({ crossSiteAncestor });
  });

  it('knows the document that has gone by its id: it sends beacons while it unloads', () => {
    const frames = page();
    for (const commit of navigated('https://c.test/', { documentId: 'next' }).build(clock)) frames.commit(commit);
    const beacon = aResponse().from('https://a.test/').fetchedBy(TOP, 'ping').request({ documentId: 'top' });
    expect(contextOf(beacon, frames).siteForCookies).toBe(TOP);
  });

  it('knows a document that has not been committed yet by its response', () => {
    const frames = page();
    frames.arrives(sentBy(aResponse().from('https://c.test/').linkedFrom(TOP)));
    const early = aResponse().from('https://c.test/app.css').fetchedBy('https://c.test', 'stylesheet');
    expect(contextOf(early, frames).siteForCookies).toBe('https://c.test');
    const late = aResponse().from('https://a.test/late').fetchedBy(TOP);
    expect(contextOf(late, frames).siteForCookies).toBe(TOP);
  });

  it('knows what a page loads that is not yet the one the tab shows: its frame has a number of its own', () => {
    const early = aResponse().from('https://a.test/').fetchedBy('https://c.test', 'image').inFrame(3, -1);
    const arrived = page();
    arrived.arrives(sentBy(aResponse().from('https://c.test/').linkedFrom(TOP)));
    for (const frames of [arrived, page()]) {
      expect(contextOf(early, frames)).toMatchObject({ siteForCookies: 'https://c.test', ancestors: ['https://c.test'] });
      expect(isThirdPartyRequest(sentBy(early), frames.path(sentBy(early)))).toBe(true);
    }
  });

  it('knows the frames of a page that is prerendered', () => {
    const frames = page();
    const commits = [
      navigated('https://c.test/', { frameId: 3, parentFrameId: -1 }),
      navigated('https://b.test/', { frameId: 4, parentFrameId: 3 }),
    ];
    for (const commit of commits.flatMap((each) => each.build(clock))) frames.commit(commit);
    const inFrame = aResponse().from('https://b.test/').fetchedBy('https://b.test').inFrame(4, 3);
    expect(contextOf(inFrame, frames).ancestors).toEqual(['https://c.test', 'https://b.test']);
    expect(contextOf(aResponse().from('https://a.test/').fetchedBy(TOP), frames).ancestors).toEqual([TOP]);
  });

  it('takes the initiator for the top where the page was open before the recording', () => {
    expect(contextOf(aResponse().from('https://a.test/').fetchedBy(TOP), new FrameTree()).siteForCookies).toBe(TOP);
  });

  it('cannot tell of a frame it never saw', () => {
    const inFrame = aResponse().from('https://a.test/').fetchedBy(TOP).inFrame(9);
    expect(contextOf(inFrame, new FrameTree()).siteForCookies).toEqual({ unknown: 'frame-document' });
  });

  it('cannot tell of a page’s service worker', () => {
    const worker = aResponse().from('https://a.test/').fetchedBy('https://a.test').request({ tabId: -1, frameId: -1 });
    expect(contextOf(worker).siteForCookies).toEqual({ unknown: 'service-worker' });
  });

  it('cannot tell of a sandboxed frame', () => {
    const sandboxed = aResponse().from('https://a.test/').fetchedBy('null').inFrame(7);
    expect(contextOf(sandboxed).siteForCookies).toEqual({ unknown: 'sandboxed-frame' });
  });
});

describe('in Firefox, which tells them', () => {
  it.each([
    ['a page’s image', { ancestors: [], documentUrl: `${TOP}/`, type: 'image' }, TOP, [TOP]],
    ['a frame', { ancestors: [`${TOP}/`], documentUrl: `${TOP}/`, type: 'subdocument', frameId: 5 }, TOP, [TOP]],
    [
      'a frame’s image',
      { ancestors: [`${TOP}/`], documentUrl: 'https://b.test/', type: 'image', frameId: 5 },
      null,
      [TOP, 'https://b.test'],
    ],
    [
      'a same-site frame’s image',
      { ancestors: [`${TOP}/`], documentUrl: 'https://a.test/', type: 'image', frameId: 5 },
      TOP,
      [TOP, 'https://a.test'],
    ],
  ] as const)('%s', (_what, fields, siteForCookies, ancestors) => {
    const context = contextOf(aResponse().from('https://a.test/').request(fields), new FrameTree());
    expect(context.siteForCookies).toBe(siteForCookies);
    expect(context.ancestors).toEqual(ancestors);
  });
});

describe('the service worker of a frame, of which Firefox names document or script and no tab', () => {
  const WORKER = 'https://b.test/sw.js';
  const request = (url: string, documentUrl: string, thirdParty: boolean, dest = 'empty') =>
    aResponse()
      .from(url)
      .fetchedBy('https://b.test')
      .asks('sec-fetch-dest', dest)
      .request({ tabId: -1, frameId: 0, ancestors: null, documentUrl, thirdParty });

  it('is in the place of the frame, and so is what it asks for', () => {
    const frames = page();
    const script = contextOf(request(WORKER, 'https://b.test/', true, 'serviceworker'), frames);
    const fetched = contextOf(request('https://b.test/api', WORKER, true), frames);
    for (const { ancestors, siteForCookies } of [script, fetched]) {
      expect(ancestors).toEqual([TOP, 'https://b.test']);
      expect(siteForCookies).toBeNull();
    }
  });

  it('may be that of a page as well: then it cannot be told', () => {
    const frames = page();
    contextOf(request(WORKER, 'https://b.test/', true, 'serviceworker'), frames);
    const [commit] = navigated('https://b.test/page', {}).build(clock);
    if (commit) frames.commit(commit);
    contextOf(request(WORKER, 'https://b.test/page', false, 'serviceworker'), frames);
    expect(contextOf(request('https://b.test/api', WORKER, false), frames).ancestors).toEqual({ unknown: 'service-worker' });
  });

  it('is in no place that the browser contradicts', () => {
    const context = contextOf(request(WORKER, 'https://b.test/', false, 'serviceworker'));
    expect(context.ancestors).toEqual({ unknown: 'service-worker' });
  });
});

it('calls a third party what is of another site than the top, whatever lies between', () => {
  const frames = page();
  const thirdParty = (response: ResponseBuilder) => {
    const sent = sentBy(response);
    return isThirdPartyRequest(sent, frames.path(sent));
  };
  expect(thirdParty(aResponse().from('https://b.test/').fetchedBy(TOP))).toBe(true);
  expect(thirdParty(aResponse().from('http://a.test/').fetchedBy(TOP))).toBe(false);
  expect(thirdParty(aResponse().from('https://a.test/').fetchedBy('https://b.test').inFrame(5))).toBe(false);
  expect(thirdParty(aResponse().from('https://b.test/').linkedFrom(TOP))).toBe(false);
  expect(thirdParty(aResponse().from('https://b.test/').fetchedBy('x').inFrame(99))).toBeNull();
});
