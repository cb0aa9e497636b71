import { describe, expect, test } from 'vitest';
import { aCookie, aJarRead } from '../../../../test/build/cookie';
import { aRecording, navigated } from '../../../../test/build/recording';
import { aResponse, type ResponseBuilder } from '../../../../test/build/response';
import { exchangesOf, replayed } from '../../../../test/build/rows';

const A = 'https://a.example';

/** What is predicted of the Strict cookie that a worker's request carried; its origin is a page's and sits in a frame. */
function predicted(
  browser: 'chromium' | 'firefox',
  headers: Readonly<Record<string, string>>,
  fields: Parameters<ResponseBuilder['request']>[0] = {},
): string | undefined {
  const asking = aResponse()
    .from(`${A}/api`)
    .fetchedBy(A)
    .request({ tabId: -1, frameId: -1, ...fields })
    .carrying('sid=1');
  const request = Object.entries(headers).reduce((built, [name, value]) => built.asks(`sec-fetch-${name}`, value), asking);
  const recording = aRecording(browser)
    .add(navigated(`${A}/`), aJarRead(null, aCookie('sid=1').on('a.example').secure().sameSite('strict')))
    .add(navigated(`${A}/widget`, { frameId: 4, parentFrameId: 0 }))
    .after(2000)
    .add(request);
  return exchangesOf(replayed(recording)).at(-1)?.cookies[0]?.predicted.outcome;
}

describe('a worker that may be a page’s or a frame’s asks its own site', () => {
  test('in Chromium cookies without Sec-Fetch-Storage-Access go from a page of the site alone', () => {
    expect(predicted('chromium', { site: 'same-origin', mode: 'cors' })).toBe('sent');
    expect(predicted('chromium', { site: 'cross-site', mode: 'cors' })).toBe('cannot-tell');
    expect(predicted('chromium', { site: 'same-origin', mode: 'cors', 'storage-access': 'active' })).not.toBe('sent');
  });

  test('so does a navigation of the site that it passes on, of whose own request nothing was told', () => {
    expect(predicted('chromium', { site: 'same-origin', mode: 'navigate' })).toBe('sent');
  });

  test('Firefox says whether it is a third party’s', () => {
    const fields = (thirdParty: boolean) => ({ thirdParty, ancestors: [] });
    expect(predicted('firefox', { site: 'same-origin', mode: 'cors' }, fields(false))).toBe('sent');
    expect(predicted('firefox', { site: 'same-origin', mode: 'cors' }, fields(true))).toBe('cannot-tell');
  });

  test('where Firefox allows third-party cookies one service worker serves a page and a frame elsewhere', () => {
    const asks = (dest: string) =>
      aResponse()
        .from(`${A}/api`)
        .fetchedBy(A)
        .request({ tabId: -1, frameId: -1, thirdParty: false, ancestors: [] })
        .asks('sec-fetch-site', 'same-origin')
        .asks('sec-fetch-dest', dest);
    const recording = (dest: string) =>
      aRecording('firefox')
        .add(navigated('https://b.example/'), aJarRead(null, aCookie('sid=1').on('a.example').secure().sameSite('strict')))
        .add(navigated(`${A}/widget`, { frameId: 4, parentFrameId: 0 }))
        .after(2000)
        .add(asks(dest));
    expect(exchangesOf(replayed(recording('empty'))).at(-1)?.withheld[0]?.predicted.outcome).toBe('cannot-tell');
    expect(exchangesOf(replayed(recording('serviceworker'))).at(-1)?.thirdParty).toBe(false);
  });
});

test('Chromium asks for the script of a SharedWorker as its own site would, from a frame in a page of another site too', () => {
  const script = aResponse()
    .from(`${A}/worker.js`)
    .fetchedBy(A, 'script')
    .inFrame(4)
    .request({ type: 'script' })
    .asks('sec-fetch-site', 'same-origin')
    .asks('sec-fetch-mode', 'same-origin')
    .asks('sec-fetch-dest', 'sharedworker')
    .carrying('sid=1')
    .sets('lax=1; SameSite=Lax; Secure');
  const recording = aRecording()
    .add(navigated('https://b.example/'), aJarRead(null, aCookie('sid=1').on('a.example').secure().sameSite('strict')))
    .add(navigated(`${A}/widget`, { frameId: 4, parentFrameId: 0 }))
    .after(2000)
    .add(script);
  const [exchange] = exchangesOf(replayed(recording));
  expect(exchange).toMatchObject({
    thirdParty: false,
    cookies: [{ predicted: { outcome: 'sent' } }],
    lines: [{ predicted: { outcome: 'stored' } }],
  });
});
