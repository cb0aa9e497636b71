import { expect, test } from 'vitest';
import { otherResponse } from '../../src/analysis/facts/from-webrequest';
import { aChange, aCookie, aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse } from '../build/response';
import { changesOf, replayed } from '../build/rows';

const SHOP = 'https://shop.example';
const APP = 'https://app.shop.example';
const PORTAL = 'https://portal.example';

const cookie = () => aCookie('c=1').secure().sameSite('none');
const KINDS = {
  'its own': cookie().on('shop.example'),
  'a domain cookie': cookie().on('shop.example').forDomain('shop.example'),
  'of the host below': cookie().on('app.shop.example'),
  'partitioned under its own site': cookie().on('shop.example').inPartition(SHOP, false),
  'partitioned under the portal': cookie().on('shop.example').inPartition(PORTAL),
} as const;

/** What goes is as measured in Chromium 156 and Firefox 153. */
test.each([
  ['chromium', 'page', SHOP, ['its own', 'a domain cookie', 'of the host below', 'partitioned under its own site']],
  ['chromium', 'page', APP, ['its own', 'a domain cookie', 'of the host below', 'partitioned under its own site']],
  ['chromium', 'frame', SHOP, ['partitioned under the portal']],
  ['firefox', 'page', SHOP, ['its own', 'a domain cookie']],
  ['firefox', 'page', APP, ['of the host below']],
  ['firefox', 'frame', SHOP, ['partitioned under the portal']],
] as const)(
  '“who signed me out?” in %s, a %s of %s: Clear-Site-Data deletes %j, and is blamed for nothing else',
  (browser, place, origin, gone) => {
    const clears = () => aResponse().from(`${origin}/leave`).heads('clear-site-data', '"cookies"');
    const framed = () => clears().linkedFrom(PORTAL).inFrame(4, 0).asks('sec-fetch-storage-access', 'none');
    const embedded = () => (browser === 'firefox' ? framed().request({ ancestors: [`${PORTAL}/`], thirdParty: true }) : framed());
    const blamed = Object.entries(KINDS).flatMap(([kind, each]) => {
      const recording = aRecording(browser)
        .add(navigated(`${place === 'page' ? origin : PORTAL}/`), aJarRead(null, each))
        .after(500)
        .add(place === 'page' ? clears() : embedded())
        .after(20)
        .add(aChange().removed(each));
      return changesOf(replayed(recording))[0]?.attribution.kind === 'clear-site-data' ? [kind] : [];
    });
    expect(blamed).toEqual(gone);
  },
);

test.each([
  ['a page', { type: 'main_frame', frameId: 0 }, true],
  ['what a page asks of its own site', { type: 'xmlhttprequest', frameId: 0, initiator: SHOP }, true],
  ['a frame of another site’s page', { type: 'sub_frame', frameId: 4, initiator: PORTAL }, false],
  ['what another site’s page loads', { type: 'image', frameId: 0, initiator: PORTAL }, false],
  ['what Firefox calls a third party', { type: 'image', frameId: 0, thirdParty: true }, false],
] as const)('of another tab, %s clears the jar that is recorded: %j %s', (_what, request, isTold) => {
  const event = {
    ...{ requestId: '1', url: `${SHOP}/leave`, method: 'GET', tabId: 9, parentFrameId: -1, timeStamp: 1, statusCode: 200 },
    ...request,
    responseHeaders: [{ name: 'Clear-Site-Data', value: '"cookies"' }],
  };
  const fact = otherResponse(event, 'default' as Parameters<typeof otherResponse>[1], {
    dialect: 'chromium',
    digest: () => null,
  });
  expect('clears' in fact).toBe(isTold);
});
