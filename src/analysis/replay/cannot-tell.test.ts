import { describe, expect, it } from 'vitest';
import { aCookie, aJarRead } from '../../../test/build/cookie';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { exchangesOf, replayed } from '../../../test/build/rows';
import type { Exchange } from './rows/exchange';

const A = 'https://a.example/';
const page = () => aResponse().from(A);
const fetched = (path: string) => aResponse().from(`${A}${path}`).fetchedBy('https://a.example');
const x = (value: string) => aCookie(`x=${value}`);

const withheldBy = (exchange: Exchange | undefined) =>
  exchange?.withheld.map(({ cookie, predicted, agreement }) =>
    [cookie.name, predicted.reasons[0] ?? predicted.missing[0] ?? 'sent', agreement].join(' '),
  );

describe('what cannot be told', () => {
  it.each([
    [
      'of a foreign fetch without cookies: whether it asked for them',
      aResponse().from(A).fetchedBy('https://www.a.example'),
      'credentials-mode',
    ],
    ['of a page’s service worker: for whom it works', fetched('api').request({ tabId: -1, frameId: -1 }), 'service-worker'],
    [
      'of a prefetch from another site',
      page().linkedFrom('https://b.example').request({ purpose: 'prefetch' }),
      'cross-site-prefetch',
    ],
    ['of a frame nobody saw', fetched('api').inFrame(9), 'frame-document'],
  ])('%s', (_what, request, missing) => {
    const recording = aRecording()
      .add(aJarRead(null, aCookie('w=1').sameSite('lax')))
      .after(500)
      .add(request);
    const [exchange] = exchangesOf(replayed(recording));
    expect(exchange?.withheld.map(({ predicted, agreement }) => [predicted.outcome, agreement])).toEqual([
      ['cannot-tell', 'not-observed'],
    ]);
    expect(exchange?.withheld[0]?.predicted.missing).toContain(missing);
  });

  it('of a sandboxed frame: whose it is', () => {
    const sandboxed = aResponse().from(A).fetchedBy('null', 'image').inFrame(4);
    const recording = aRecording()
      .add(aJarRead(null, aCookie('w=1').secure().sameSite('none')))
      .after(500)
      .add(sandboxed);
    expect(exchangesOf(replayed(recording))[0]?.withheld[0]?.predicted.missing).toContain('sandboxed-frame');
  });

  it('of a third party: how the browser is set, unless the user says', () => {
    const third = aResponse().from(A).fetchedBy('https://b.example', 'image');
    const none = aCookie('w=1').secure().sameSite('none');
    const recording = aRecording().add(aJarRead(null, none)).after(500).add(third);
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual(['w third-party-setting not-observed']);
    expect(withheldBy(exchangesOf(replayed(recording, { thirdParty: 'block' }))[0])).toEqual(['w third-party-blocked agrees']);
    expect(withheldBy(exchangesOf(replayed(recording, { thirdParty: 'allow' }))[0])).toEqual(['w sent differs']);
  });

  it('of a cookie without SameSite on a foreign POST: how old it is, if it was there before the recording', () => {
    const posted = page().by('POST').linkedFrom('https://b.example');
    const found = aRecording()
      .add(aJarRead(null, x('1')))
      .after(500)
      .add(posted.carrying('x=1'));
    expect(exchangesOf(replayed(found))[0]?.cookies[0]?.predicted).toMatchObject({
      outcome: 'cannot-tell',
      missing: ['cookie-age'],
    });
    const made = aRecording().add(page().sets('x=1')).after(500).add(posted);
    expect(exchangesOf(replayed(made))[1]?.cookies[0]?.predicted.outcome).toBe('sent');
    const old = aRecording()
      .add(aJarRead(null, x('1')))
      .after(130_000)
      .add(page().by('POST').linkedFrom('https://b.example'));
    expect(withheldBy(exchangesOf(replayed(old))[0])).toEqual(['x same-site-default-lax agrees']);
  });
});

describe('a request without credentials', () => {
  it('that only asks leave for another carries nothing, and nothing of its answer is taken', () => {
    const asks = aResponse()
      .from(A)
      .by('OPTIONS')
      .fetchedBy('https://www.a.example')
      .asks('access-control-request-method', 'POST')
      .sets('y=1');
    const [exchange] = exchangesOf(
      replayed(
        aRecording()
          .add(aJarRead(null, x('1')))
          .after(500)
          .add(asks)
          .after(200)
          .add(aJarRead('a.example', x('1'))),
      ),
    );
    expect(exchange).toMatchObject({ cookies: [], withheld: [] });
    expect(exchange?.lines.map(({ predicted, agreement }) => [predicted.reasons[0], agreement])).toEqual([
      ['preflight', 'agrees'],
    ]);
  });

  it('of the page’s own origin is not held against the engine', () => {
    const recording = aRecording()
      .add(aJarRead(null, x('1')))
      .after(500)
      .add(fetched('api'));
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual(['x credentials-mode not-observed']);
  });

  it('that had nothing to carry is taken to carry it: what it sets is predicted', () => {
    const recording = aRecording().add(fetched('sign-in').sets('x=1'));
    expect(exchangesOf(replayed(recording))[0]?.lines[0]?.predicted.outcome).toBe('stored');
  });
});
