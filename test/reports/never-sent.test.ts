import { describe, expect, test } from 'vitest';
import { instant } from '../../src/analysis/engine/base/units';
import { diagramAt } from '../../src/analysis/story/lanes';
import { rowWords } from '../../src/panel/flow/list/row-words';
import { rowTotals } from '../../src/panel/shared/presentation/row-tally';
import { aCookie, aJarRead } from '../build/cookie';
import { aGap, aRecording } from '../build/recording';
import { aResponse, type ResponseBuilder } from '../build/response';
import { exchangesOf, gapsOf, replayed } from '../build/rows';
import { saidOfSent } from './answers';

const A = 'https://a.example';
const asked = () => aResponse().from(`${A}/offline`).fetchedBy(A);
const exchangeOf = (request: ResponseBuilder) =>
  exchangesOf(
    replayed(
      aRecording()
        .add(aJarRead(null, aCookie('k=1')))
        .after(500)
        .add(request),
    ),
  )[0];
const sentBeadsOf = (request: ResponseBuilder) => {
  const exchange = exchangeOf(request);
  const diagram = exchange && diagramAt([exchange], 0);
  return diagram?.kind === 'requests' ? diagram.hops[0]?.sent.map(({ name, evidence }) => `${name} ${evidence}`) : null;
};

describe('“I was offline: which cookies did the server get?”', () => {
  test.each([
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_CONNECTION_REFUSED',
    'net::ERR_NAME_NOT_RESOLVED',
    'net::ERR_ABORTED',
    'NS_ERROR_OFFLINE',
    'NS_ERROR_CONNECTION_REFUSED',
  ])('%s before a response: no cookie is observed as sent, none is counted', (error) => {
    const request = () => asked().carrying('k=1').fails(error);
    expect(sentBeadsOf(request())).toEqual(['k cannot-tell']);
    expect(saidOfSent(exchangeOf(request()))).toEqual([
      'k: In a request that failed before a response: whether a server received it is not known.',
    ]);
    const exchange = exchangeOf(request());
    expect(exchange && rowTotals(exchange).sent).toBe(0);
  });

  test('a request that was answered and then cut short did reach the server', () => {
    expect(sentBeadsOf(asked().carrying('k=1').unfinished())).toEqual(['k observed']);
  });
});

describe('“thousands of requests failed: what did they carry?”', () => {
  test.each(['net::ERR_INSUFFICIENT_RESOURCES', 'net::ERR_BLOCKED_BY_CLIENT'])(
    '%s before it was sent: nothing went out',
    (error) => {
      const exchange = exchangeOf(asked().request({ nothingSent: true }).fails(error));
      expect(exchange).toMatchObject({ transmission: 'none', cookies: [], withheld: [] });
      expect(exchange && rowTotals(exchange)).toMatchObject({ sent: 0, withheld: 0, mark: null });
      expect(exchange && rowWords(exchange, instant(0))).toMatchObject({ kind: 'request', status: 'failed' });
    },
  );

  test('one that went out unseen and failed is reported as unseen, not as never sent', () => {
    expect(exchangeOf(asked().request({ unseen: true }).fails())).toMatchObject({ transmission: 'unseen' });
  });

  test('what is answered from the cache, or redirected by the browser itself, withholds nothing', () => {
    expect(exchangeOf(asked().request({ nothingSent: true }).fromCache())).toMatchObject({ transmission: 'none', withheld: [] });
  });
});

test('“I withdrew access for a minute”: the list has a gap there, and what changed in it', () => {
  const recording = aRecording()
    .add(aJarRead(null, aCookie('k=1')))
    .after(500)
    .add(aGap(60_000, 'permission'))
    .after(20)
    .add(aJarRead(null, aCookie('k=2')));
  const [gap] = gapsOf(replayed(recording));
  expect(gap && rowWords(gap, gap.at)).toEqual({
    kind: 'gap',
    title: 'Not recorded: access to the site was withdrawn',
    rest: '0:00.0 – 1:00.0 (60 seconds) · 1 cookie changed: k',
  });
});
