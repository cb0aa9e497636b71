import { describe, expect, test } from 'vitest';
import { nearMisses } from '../../src/analysis/story/near-misses';
import { flowText } from '../../src/cli/flow/flow-text';
import { rowTotals } from '../../src/panel/shared/presentation/row-tally';
import { nearMissText } from '../../src/words/particular-text';
import { aCookie, aJarRead, type CookieBuilder } from '../build/cookie';
import { aRecording } from '../build/recording';
import { aResponse, type ResponseBuilder } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';
import { explainedCookie, explainedLine } from './answers';

function misses(request: ResponseBuilder, ...stands: readonly CookieBuilder[]): readonly string[] {
  const replay = replayed(
    aRecording()
      .add(aJarRead(null, ...stands))
      .after(500)
      .add(request),
  );
  const [exchange] = exchangesOf(replay);
  return exchange ? nearMisses(exchange, replay.jarAt(exchange)).map(nearMissText) : [];
}
const page = (url: string) => aResponse().from(url);

describe('“my cookie is in the jar and does not go”: it lives on another host', () => {
  test.each([
    [
      'on a sibling',
      page('https://ws.site.test/'),
      aCookie('beta.sid=1').on('beta.site.test'),
      'beta.sid belongs to beta.site.test only: it was set without Domain.',
    ],
    [
      'on the parent',
      page('https://ws.site.test/'),
      aCookie('sid=1').on('site.test'),
      'sid belongs to site.test only: it was set without Domain.',
    ],
    [
      'on a child',
      page('https://site.test/'),
      aCookie('sid=1').on('api.site.test'),
      'sid belongs to api.site.test only: it was set without Domain.',
    ],
    [
      'with www',
      page('https://site.test/'),
      aCookie('sid=1').on('www.site.test'),
      'sid belongs to www.site.test only: www and the bare domain are two hosts, and it was set without Domain.',
    ],
    [
      'without www',
      page('https://www.site.test/'),
      aCookie('sid=1').on('site.test'),
      'sid belongs to site.test only: www and the bare domain are two hosts, and it was set without Domain.',
    ],
    [
      'for a domain beside it',
      page('https://ws.site.test/'),
      aCookie('sid=1').forDomain('beta.site.test'),
      'sid belongs to beta.site.test and its subdomains; this host is not one of them.',
    ],
    [
      'on localhost, asked by number',
      page('http://127.0.0.1:3000/'),
      aCookie('sid=1').on('localhost'),
      'sid belongs to localhost only: to a browser, localhost, 127.0.0.1 and [::1] are three hosts.',
    ],
    [
      'by number, asked as localhost',
      page('http://localhost:3000/'),
      aCookie('sid=1').on('[::1]'),
      'sid belongs to [::1] only: to a browser, localhost, 127.0.0.1 and [::1] are three hosts.',
    ],
    [
      'in another partition',
      page('https://site.test/'),
      aCookie('sid=1').on('site.test').secure().sameSite('none').inPartition('https://top.test'),
      'sid is kept for pages of https://top.test: cookies of another partition are not sent here.',
    ],
    [
      'in the partition of the other scheme',
      page('https://site.test/'),
      aCookie('sid=1').on('site.test').secure().sameSite('none').inPartition('http://site.test'),
      'sid is kept for pages of http://site.test: http and https have separate partitions.',
    ],
  ])('%s', (_where, request, cookie, said) => {
    expect(misses(request, cookie)).toEqual([said]);
  });

  test('they are in no count, and the terminal tells of them', () => {
    const recording = aRecording()
      .add(aJarRead(null, aCookie('beta.sid=1').on('beta.site.test')))
      .after(500)
      .add(page('https://ws.site.test/'));
    const [exchange] = exchangesOf(replayed(recording));
    expect(exchange && rowTotals(exchange)).toMatchObject({ sent: 0, withheld: 0, mark: null });
    expect(flowText(recording.facts)).toContain('beta.sid belongs to beta.site.test only');
  });

  test.each([
    ['of another site', page('https://site.test/'), aCookie('sid=1').on('other.test')],
    ['of another site on this machine', page('http://a.localhost/'), aCookie('sid=1').on('b.localhost')],
    ['that covers the host', page('https://ws.site.test/'), aCookie('sid=1').forDomain('site.test')],
    ['whose name went along from here', page('https://ws.site.test/').carrying('sid=2'), aCookie('sid=1').on('beta.site.test')],
    [
      'of a request that never left the browser',
      page('https://ws.site.test/').request({ nothingSent: true }).fails(),
      aCookie('sid=1').on('site.test'),
    ],
  ])('no cookie %s is one', (_what, request, cookie) => {
    expect(misses(request, cookie)).toEqual([]);
  });
});

describe('“two servers on this machine sign each other out”: ports share one jar', () => {
  const set = (port: number, value: string) => page(`http://localhost:${port}/`).sets(`SESSION=${value}; Path=/; HttpOnly`);

  test('the answer of the second port replaces the first one’s cookie, and says so', () => {
    const replay = replayed(aRecording().add(set(3000, 'aaaa')).after(500).add(set(4000, 'bbbb').carrying('SESSION=aaaa')));
    const second = exchangesOf(replay)[1];
    const said = 'It was set by localhost:3000. Cookies ignore ports: all servers on one host share one jar.';
    expect(explainedLine(replay, second).particulars).toEqual([said]);
    expect(explainedCookie(replay, second, 'cookies').particulars).toEqual([said]);
  });

  test('http and https of one host are no two ports to speak of', () => {
    const replay = replayed(
      aRecording().add(page('http://site.test/').sets('k=1; Path=/')).after(500).add(page('https://site.test/').carrying('k=1')),
    );
    expect(explainedCookie(replay, exchangesOf(replay)[1], 'cookies').particulars).toEqual([]);
  });
});
