import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../../test/build/cookie';
import { aBareRecording, aRecording, started } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { exchangesOf, replayed } from '../../../../test/build/rows';
import type { Exchange } from '../rows/exchange';

const A = 'https://a.example/';
const page = () => aResponse().from(A);
const fetched = (path: string) => aResponse().from(`${A}${path}`).fetchedBy('https://a.example');
const x = (value: string) => aCookie(`x=${value}`);

const sentBy = (exchange: Exchange | undefined) =>
  exchange?.cookies.map(({ name, value, cookie, agreement }) => `${name}=${value} ${cookie ? '' : 'unknown '}${agreement}`);
const withheldBy = (exchange: Exchange | undefined) =>
  exchange?.withheld.map(({ cookie, predicted, agreement }) =>
    [cookie.name, predicted.reasons[0] ?? predicted.missing[0] ?? 'sent', agreement].join(' '),
  );

describe('a Cookie header', () => {
  it('is the cookies of the replayed jar, in its own order', () => {
    const [exchange] = exchangesOf(
      replayed(
        aRecording()
          .add(aJarRead(null, x('1'), aCookie('y=2').under('/deep')))
          .after(50)
          .add(aResponse().from(`${A}deep`).carrying('y=2; x=1')),
      ),
    );
    expect(sentBy(exchange)).toEqual(['y=2 agrees', 'x=1 agrees']);
    expect(withheldBy(exchange)).toEqual([]);
  });

  it('may carry two cookies of one name, told apart by path', () => {
    const [exchange] = exchangesOf(
      replayed(
        aRecording()
          .add(aJarRead(null, x('1'), x('2').under('/deep')))
          .after(50)
          .add(aResponse().from(`${A}deep`).carrying('x=1; x=2')),
      ),
    );
    expect(exchange?.cookies.map(({ cookie }) => cookie?.path)).toEqual(['/', '/deep']);
  });

  it('names a cookie that a script has only just written: the change is reported after the request', () => {
    const [, exchange] = exchangesOf(
      replayed(
        aRecording()
          .add(page())
          .after(5)
          .add(fetched('api').carrying('x=1'), aChange().added(x('1'))),
      ),
    );
    expect(sentBy(exchange)).toEqual(['x=1 agrees']);
  });

  it('still carries the old value of a cookie that is being replaced', () => {
    const [, , exchange] = exchangesOf(
      replayed(aRecording().add(page().sets('x=1'), page().sets('x=2')).after(2).add(fetched('api').carrying('x=1'))),
    );
    expect(sentBy(exchange)).toEqual(['x=1 agrees']);
    expect(withheldBy(exchange)).toEqual([]);
  });

  it('is compared with the jar as it stood when the request went out, though Firefox tells of the change first', () => {
    const change = aChange().replaced(x('2'), x('2')).late(20);
    const recording = aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(50)
      .add(change)
      .add(fetched('api').carrying('x=1'));
    expect(sentBy(exchangesOf(replayed(recording))[0])).toEqual(['x=1 agrees']);
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual([]);
  });

  it('with a cookie that the jar did not hold differs from what the engine says', () => {
    const [exchange] = exchangesOf(replayed(aRecording().add(page().carrying('ghost=1'))));
    expect(sentBy(exchange)).toEqual(['ghost=1 unknown differs']);
  });

  it('is the one of two alike that can have gone, where nobody can tell whether it must', () => {
    const elsewhere = aResponse().from(A).fetchedBy('https://b.example');
    const alike = [x('1').under('/deep').sameSite('none').secure(), x('1').sameSite('none').secure()];
    const [exchange] = exchangesOf(
      replayed(
        aRecording()
          .add(aJarRead(null, ...alike))
          .after(500)
          .add(elsewhere.carrying('x=1')),
      ),
    );
    expect(exchange?.cookies.map(({ cookie, agreement }) => [cookie?.path, agreement])).toEqual([['/', 'not-observed']]);
  });

  it('before the jar was read is known by the reading', () => {
    const unread = aBareRecording().add(started('chromium'), page().carrying('x=1'));
    expect(sentBy(exchangesOf(replayed(unread))[0])).toEqual(['x=1 unknown not-observed']);
    unread.after(30).add(aJarRead(null, x('1')));
    expect(sentBy(exchangesOf(replayed(unread))[0])).toEqual(['x=1 agrees']);
  });
});

describe('a cookie of the jar that did not go', () => {
  it.each([
    ['a script’s deletion', aChange().removed(x('1'))],
    ['a script’s new value', aChange().replaced(x('1'), x('2'))],
  ])('was gone already where a busy browser tells of it a second late: %s', (_what, change) => {
    const recording = aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(500);
    recording.add(fetched('api').carrying('y=2')).after(1_000).add(change);
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual([]);
  });

  it('and that a change took out of the jar much later stayed behind', () => {
    const recording = aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(500);
    recording
      .add(fetched('api').carrying('y=2'))
      .after(6_000)
      .add(aChange().removed(x('1')));
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual(['x sent differs']);
  });

  it.each([
    ['its path does not cover the request', aCookie('w=1').under('/account'), page(), 'w path-mismatch agrees'],
    [
      'it is Strict and another site asked',
      aCookie('w=1').sameSite('strict'),
      page().linkedFrom('https://b.example'),
      'w same-site-strict agrees',
    ],
    [
      'it is Secure and the request is not',
      aCookie('w=1').secure(),
      aResponse().from('http://a.example/'),
      'w secure-insecure-request agrees',
    ],
    ['nobody knows why', aCookie('w=1'), page(), 'w sent differs'],
  ])('is withheld: %s', (_why, cookie, request, withheld) => {
    const recording = aRecording().add(aJarRead(null, cookie)).after(500).add(request);
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual([withheld]);
  });

  it('is no candidate on another host', () => {
    const recording = aRecording()
      .add(aJarRead(null, aCookie('w=1').on('www.a.example'), aCookie('v=1').on('b.example')))
      .after(500)
      .add(page());
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual([]);
  });

  it('is no candidate in the partition of another top-level site, and told apart', () => {
    const there = aCookie('w=1').secure().sameSite('none').inPartition('https://b.example');
    const [exchange] = exchangesOf(replayed(aRecording().add(aJarRead(null, there)).after(500).add(page())));
    expect(exchange?.withheld).toEqual([]);
    expect(exchange?.otherPartitions.map(({ cookie }) => cookie.name)).toEqual(['w']);
  });

  it('was not withheld if it was deleted just then', () => {
    const recording = aRecording()
      .add(aJarRead(null, x('1')))
      .after(500)
      .add(fetched('api').carrying('y=2'))
      .after(40)
      .add(aChange().removed(x('1'), 'expired-overwrite'));
    expect(withheldBy(exchangesOf(replayed(recording))[0])).toEqual([]);
  });

  it('was not withheld if the browser had refused it', () => {
    const recording = aRecording().add(page().sets('x=1')).after(20).add(fetched('api')).after(200).add(aJarRead('a.example'));
    expect(withheldBy(exchangesOf(replayed(recording))[1])).toEqual([]);
  });

  it('has expired: in Firefox that is reported once', () => {
    const brief = (recording = aRecording('firefox')) =>
      recording.add(aJarRead(null, x('1').until((recording.clock.now + 1000) as never)));
    const recording = brief().after(2000).add(page(), page());
    const [first, second] = exchangesOf(replayed(recording));
    expect(withheldBy(first)).toEqual(['x expired agrees']);
    expect(withheldBy(second)).toEqual([]);
  });
});

describe('a script’s request that carried nothing', () => {
  const settled = (...cookies: readonly ReturnType<typeof x>[]) =>
    aRecording()
      .add(aJarRead(null, ...cookies))
      .after(2_000);
  const two = () => settled(x('1'), aCookie('y=2'));

  it('left its credentials out, where several cookies are missing that nothing else holds back: that is inferred', () => {
    const [exchange] = exchangesOf(replayed(two().add(fetched('api').sets('z=1'))));
    expect(withheldBy(exchange)).toEqual(['x credentials-omitted agrees', 'y credentials-omitted agrees']);
    expect(exchange?.lines[0]?.predicted).toMatchObject({ outcome: 'rejected', reasons: ['credentials-omitted'] });
    for (const { predicted } of [...(exchange?.withheld ?? []), ...(exchange?.lines ?? [])])
      expect(predicted.missing).toEqual(['credentials-mode']);
  });

  it('keeps the reason of a cookie that would have stayed anyway', () => {
    const recording = settled(x('1'), aCookie('y=2'), aCookie('w=1').under('/account'));
    expect(withheldBy(exchangesOf(replayed(recording.add(fetched('api'))))[0])).toContain('w path-mismatch agrees');
  });

  it.each([
    ['only one is missing', settled(x('1'), aCookie('w=1').under('/account'))],
    [
      'one of two had only just come',
      settled(x('1'))
        .add(aChange().added(aCookie('y=2')))
        .after(20),
    ],
  ])('may have left them out where %s', (_what, recording) => {
    const [exchange] = exchangesOf(replayed(recording.add(fetched('api'))));
    expect(withheldBy(exchange)).toContain('x credentials-mode not-observed');
  });

  it.each([
    ['at once', 40, 'y credentials-mode not-observed'],
    ['late', 3_000, 'x credentials-mode not-observed'],
  ])('of which a change tells %s that a cookie was gone, may have had them', (_when, later, first) => {
    const recording = two()
      .add(fetched('api').sets('z=1'))
      .after(later)
      .add(aChange().removed(x('1')));
    const [exchange] = exchangesOf(replayed(recording));
    expect(withheldBy(exchange)?.[0]).toBe(first);
    expect(exchange?.lines[0]?.predicted).toMatchObject({ outcome: 'cannot-tell', missing: ['credentials-mode'] });
  });

  it('had them where the browser took the response’s cookie', () => {
    const recording = two()
      .add(fetched('api').sets('z=1'))
      .after(20)
      .add(aChange().added(aCookie('z=1')))
      .after(11_000);
    const [exchange] = exchangesOf(replayed(recording));
    expect(withheldBy(exchange)).toEqual(['x credentials-mode not-observed', 'y credentials-mode not-observed']);
    expect(exchange?.lines[0]).toMatchObject({ observed: { outcome: 'stored' }, agreement: 'not-observed' });
  });
});
