import { describe, expect, test } from 'vitest';
import { Replay } from '../../src/analysis/replay/replay';
import { rowWords } from '../../src/panel/flow/list/row-words';
import { rowTotals } from '../../src/panel/shared/presentation/row-tally';
import { aCookie, aJarRead, type CookieBuilder } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse, type ResponseBuilder } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';
import { explainedCookie } from './answers';

const A = 'https://a.example';
const B = 'https://b.example';
const sid = () => aCookie('sid=1').on('a.example').secure();
const asks = (request: ResponseBuilder, headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).reduce((built, [name, value]) => built.asks(`sec-fetch-${name}`, value), request);

function open(browser: 'chromium' | 'firefox', page: string, ...cookies: readonly CookieBuilder[]) {
  return aRecording(browser)
    .add(navigated(page), aJarRead(null, ...cookies))
    .after(2000);
}

/** "withheld same-site-strict agrees": of each cookie of the last request. */
function beadsOf(recording: ReturnType<typeof open>): readonly string[] {
  const last = exchangesOf(replayed(recording)).at(-1);
  const said =
    (kind: string) => (each: NonNullable<typeof last>['withheld'][number] | NonNullable<typeof last>['cookies'][number]) =>
      [kind, each.predicted.outcome, each.predicted.reasons[0] ?? each.predicted.missing[0] ?? '', each.agreement].join(' ');
  return [...(last?.cookies.map(said('sent')) ?? []), ...(last?.withheld.map(said('withheld')) ?? [])];
}

describe('“the prefetched page went without cookies”: nothing went, the page had been loaded ahead', () => {
  const ahead = (purpose: 'prefetch' | 'prerender') =>
    asks(aResponse().from(`${A}/next`).request({ purpose }).carrying('sid=1'), { mode: 'navigate', site: 'same-origin' });
  const shown = () => aResponse().from(`${A}/next`).asks('upgrade-insecure-requests', '1');

  test.each(['prefetch', 'prerender'] as const)('after a %s', (purpose) => {
    const recording = open('chromium', `${A}/`, sid()).add(ahead(purpose)).after(3000).add(shown());
    const last = exchangesOf(replayed(recording)).at(-1);
    expect(last).toMatchObject({ transmission: 'preloaded', cookies: [], withheld: [] });
    expect(last && rowTotals(last)).toMatchObject({ sent: 0, withheld: 0, mark: null });
  });

  test('a request with its headers is one, and so is one that nothing was loaded for', () => {
    const real = asks(aResponse().from(`${A}/next`).carrying('sid=1'), { mode: 'navigate', site: 'none' });
    for (const recording of [
      open('chromium', `${A}/`, sid()).add(ahead('prefetch')).after(3000).add(real),
      open('chromium', `${A}/`, sid()).add(shown()),
      open('chromium', `${A}/`, sid()).add(ahead('prefetch')).after(600_000).add(shown()),
    ])
      expect(exchangesOf(replayed(recording)).at(-1)?.transmission).toBe('observed');
  });

  test('of what a page of another site prefetches nothing can be told, its Set-Cookie included', () => {
    const recording = open('chromium', `${B}/`).add(
      aResponse().from(`${A}/next`).request({ purpose: 'prefetch' }).sets('n=1; Secure; Path=/'),
    );
    expect(exchangesOf(replayed(recording)).at(-1)?.lines[0]?.predicted).toMatchObject({
      outcome: 'cannot-tell',
      missing: ['cross-site-prefetch'],
    });
  });
});

describe('“the service worker’s page loses the session”: the worker passes a navigation on', () => {
  const cookies = () => [sid().sameSite('lax'), aCookie('hard=1').on('a.example').secure().sameSite('strict')];
  const tab = () => aResponse().from(`${A}/inbox`).linkedFrom(B).request({ nothingSent: true }).pending();
  const worker = () =>
    asks(aResponse().from(`${A}/inbox`).as('fetch').linkedFrom(B).request({ tabId: -1, frameId: -1 }), {
      mode: 'navigate',
      site: 'cross-site',
    });

  test('a Lax cookie goes with it, a Strict one does not, and the answer may set one', () => {
    const recording = open('chromium', `${B}/`, ...cookies())
      .add(tab())
      .after(10)
      .add(worker().carrying('sid=1').sets('s=1; Secure; SameSite=Strict'));
    expect(beadsOf(recording)).toEqual(['sent sent  agrees', 'withheld withheld same-site-strict agrees']);
    expect(exchangesOf(replayed(recording)).at(-1)?.lines[0]?.predicted.outcome).toBe('stored');
  });

  test('where the tab’s navigation was not seen, it cannot be told', () => {
    const recording = open('chromium', `${B}/`, ...cookies()).add(worker().carrying('sid=1'));
    expect(beadsOf(recording)).toEqual([
      'sent cannot-tell service-worker not-observed',
      'withheld cannot-tell service-worker not-observed',
    ]);
  });

  test('what a worker of the page asks for itself is of the page; one that also sits in a frame cannot be told', () => {
    const own = aResponse().from(`${A}/api`).fetchedBy(A).request({ tabId: -1, frameId: -1 }).carrying('sid=1');
    expect(beadsOf(open('chromium', `${A}/`, sid().sameSite('strict')).add(own))).toEqual(['sent sent  agrees']);
    const framed = open('chromium', `${A}/`, sid().sameSite('strict')).add(
      navigated(`${A}/widget`, { frameId: 4, parentFrameId: 0 }),
      own,
    );
    expect(beadsOf(framed)).toEqual(['sent cannot-tell service-worker not-observed']);
  });
});

describe('“fetch goes without cookies”: it may have left its credentials out', () => {
  const fetched = (mode: string, url = `${B}/beacon`) =>
    asks(aResponse().from(url).fetchedBy(A), { mode, site: url.startsWith(A) ? 'same-origin' : 'cross-site' });
  const none = () => aCookie('x=1').on('b.example').secure().sameSite('none');

  test.each(['no-cors', 'cors'])(
    'in Chromium, mode %s: a third party’s request without Sec-Fetch-Storage-Access had none',
    (mode) => {
      expect(beadsOf(open('chromium', `${A}/`, none()).add(fetched(mode)))).toEqual([
        'withheld withheld credentials-omitted agrees',
      ]);
    },
  );

  test('in Firefox, mode no-cors: cannot tell', () => {
    const request = fetched('no-cors').request({ ancestors: [], documentUrl: `${A}/` });
    expect(beadsOf(open('firefox', `${A}/`, none()).add(request))[0]).toMatch(/cannot-tell/);
  });

  test.each(['no-cors', 'same-origin'])('to its own origin, mode %s, and nothing went: cannot tell', (mode) => {
    expect(beadsOf(open('chromium', `${A}/`, sid()).add(fetched(mode, `${A}/api`)))).toEqual([
      'withheld cannot-tell credentials-mode not-observed',
    ]);
  });

  test('several cookies did not go that nothing else holds back: that it left them out is inferred, and said to be', () => {
    const recording = open('chromium', `${A}/`, sid(), aCookie('lang=en').on('a.example')).add(fetched('cors', `${A}/api`));
    expect(beadsOf(recording)).toEqual(Array(2).fill('withheld withheld credentials-omitted agrees'));
    const replay = replayed(recording);
    expect(explainedCookie(replay, exchangesOf(replay)[0]).particulars).toEqual([
      'Inferred, not observed: several cookies that nothing else holds back did not go with the request, so it left its credentials out.',
    ]);
  });

  test('an image has them always', () => {
    const image = asks(aResponse().from(`${A}/logo`).fetchedBy(A, 'image'), { mode: 'no-cors', site: 'same-origin' });
    expect(beadsOf(open('chromium', `${A}/`, sid()).add(image))).toEqual(['withheld sent  differs']);
  });

  test('an old Chromium does not send the header, so its absence says nothing', () => {
    const recording = open('chromium', `${A}/`, none()).add(fetched('no-cors'));
    const old = recording.facts.map((fact) =>
      fact.kind === 'recorder-started' ? { ...fact, browserVersion: '132.0.1.1' } : fact,
    );
    const last = exchangesOf(new Replay().add(old)).at(-1);
    expect(last?.withheld[0]?.predicted.missing).toContain('credentials-mode');
  });
});

describe('reports of a Content-Security-Policy', () => {
  const report = (url: string, from = A) =>
    aResponse().from(url).by('POST').fetchedBy(from, 'csp-report').sets('r=1; Secure; Path=/');
  const outcome = (browser: 'chromium' | 'firefox', request: ResponseBuilder) =>
    exchangesOf(replayed(open(browser, `${A}/`).add(request))).at(-1)?.lines[0]?.predicted;

  test('have credentials to their own origin in Chromium alone', () => {
    expect(outcome('chromium', report(`${A}/csp`))?.outcome).toBe('stored');
    expect(outcome('chromium', report('https://api.a.example/csp'))?.reasons).toEqual(['credentials-omitted']);
    const inFirefox = report(`${A}/csp`).request({ ancestors: [], documentUrl: `${A}/` });
    expect(outcome('firefox', inFirefox)?.reasons).toEqual(['credentials-omitted']);
  });
});

describe('a frame or page whose origin is opaque', () => {
  test('a frame inside a sandboxed document is a third party’s, as the header says', () => {
    const recording = open(
      'chromium',
      `${A}/`,
      aCookie('an=1').on('a.example').secure().sameSite('none'),
      sid().sameSite('lax'),
    ).add(
      navigated(`${A}/sandboxed`, { frameId: 3, parentFrameId: 0 }),
      asks(aResponse().from(`${A}/inner`).linkedFrom('null').inFrame(4, 3), { site: 'cross-site', 'storage-access': 'inactive' }),
    );
    expect(beadsOf(recording).toSorted()).toEqual([
      'withheld withheld same-site-lax agrees',
      'withheld withheld third-party-blocked agrees',
    ]);
  });

  test.each(['chromium', 'firefox'] as const)(
    'in %s, a page that is not named: Sec-Fetch-Site says that it was no address bar',
    (browser) => {
      const link = () =>
        aResponse()
          .from(`${A}/`)
          .request(browser === 'firefox' ? { ancestors: [] } : {});
      const strict = () => sid().sameSite('strict');
      const recording = open(browser, 'about:blank', strict()).add(asks(link(), { site: 'cross-site', mode: 'navigate' }));
      expect(beadsOf(recording)).toEqual(['withheld withheld same-site-strict agrees']);
      const replay = replayed(recording);
      expect(explainedCookie(replay, exchangesOf(replay)[0]).particulars).toEqual([
        'A document without an origin of its own (sandboxed, data: or file:) made the request: it is same-site with nothing.',
      ]);
      expect(beadsOf(open(browser, 'about:blank', strict()).add(asks(link().carrying('sid=1'), { site: 'none' })))).toEqual([
        'sent sent  agrees',
      ]);
    },
  );
});

test('in Firefox a worker inside a third party’s frame is of that frame', () => {
  const apart = aCookie('x=1').on('b.example').secure().sameSite('none').inPartition(A, false);
  const recording = open('firefox', `${A}/`, apart).add(
    navigated(`${B}/widget`, { frameId: 8, parentFrameId: 0 }),
    aResponse()
      .from(`${B}/api`)
      .fetchedBy(B)
      .request({ frameId: 8, parentFrameId: 0, ancestors: [], documentUrl: `${B}/widget`, thirdParty: true })
      .carrying('x=1'),
  );
  expect(beadsOf(recording)).toEqual(['sent sent  agrees']);
});

describe('Storage Access', () => {
  const x = () => aCookie('x=1').on('b.example').secure().sameSite('none');
  const frame = () => aResponse().from(`${B}/`).linkedFrom(A).inFrame(3);

  test('a frame that was granted access carries its cookies, though others of the site do not', () => {
    const recording = open('chromium', `${A}/`, x())
      .add(asks(frame(), { site: 'cross-site', 'storage-access': 'none' }))
      .after(500)
      .add(asks(frame().carrying('x=1'), { site: 'cross-site', 'storage-access': 'active' }));
    expect(
      exchangesOf(replayed(recording)).map(({ withheld, cookies }) => [withheld[0]?.predicted.reasons[0], cookies[0]?.agreement]),
    ).toEqual([
      ['third-party-blocked', undefined],
      [undefined, 'agrees'],
    ]);
  });

  test('after Activate-Storage-Access: retry the browser asks again unseen: what the server got is not known', () => {
    const recording = open('chromium', `${A}/`, x()).add(
      asks(frame(), { site: 'cross-site', 'storage-access': 'inactive' })
        .heads('activate-storage-access', `retry; allowed-origin="${A}"`)
        .sets('y=1; Secure; SameSite=None'),
    );
    const last = exchangesOf(replayed(recording)).at(-1);
    expect(last).toMatchObject({ transmission: 'retried', withheld: [] });
    expect(last?.lines[0]?.predicted.outcome).toBe('stored');
    expect(last && rowWords(last, last.at).kind).toBe('request');
  });
});
