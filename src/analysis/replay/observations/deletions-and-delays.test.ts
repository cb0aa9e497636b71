import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead, anOtherResponse } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { changesOf, linesOf, replayed } from '../../../../test/build/rows';

const A = 'https://a.example/';
const page = () => aResponse().from(A);
const fetched = (path: string) => aResponse().from(`${A}${path}`).fetchedBy('https://a.example');
const x = (value: string) => aCookie(`x=${value}`);
const attributions = (replay: Parameters<typeof changesOf>[0]) => changesOf(replay).map(({ attribution }) => attribution.kind);

describe('a response', () => {
  it.each(['chromium', 'firefox'] as const)(
    'that deletes what its request carried, and sets it again, did both (%s)',
    (browser) => {
      const gone = aChange().removed(x('1'), 'expired-overwrite');
      const request = fetched('api').carrying('x=1').sets('x=; Path=/; Max-Age=0', 'x=1; Path=/');
      const replay = replayed(
        aRecording(browser)
          .add(aJarRead(null, x('1')))
          .after(1500)
          .add(request)
          .add(gone, aChange().added(x('1'))),
      );
      expect(linesOf(replay).map((line) => line.split(' by ')[0])).toEqual(['deleted, deleted', 'stored, stored']);
      expect(attributions(replay)).toEqual([]);
    },
  );

  it('that came seven seconds before, as a busy browser tells it, did it', () => {
    const replay = replayed(
      aRecording()
        .add(fetched('api').sets('x=1'))
        .after(7000)
        .add(aChange().added(x('1'))),
    );
    expect(attributions(replay)).toEqual([]);
  });

  it('with a past date, whose credentials are not known, is dead on arrival and no deletion, though it took a cookie away', () => {
    const cookie = x('old').on('b.example').secure().sameSite('none');
    const replay = replayed(
      aRecording('firefox')
        .add(aJarRead(null, cookie))
        .after(1500)
        .add(
          aResponse()
            .from('https://b.example/api')
            .fetchedBy('https://a.example')
            .sets('x=fresh; Path=/; SameSite=None; Secure; Expires=Mon, 01 Jun 2020 00:00:00 GMT'),
        )
        .add(aChange().removed(cookie)),
    );
    expect(linesOf(replay)[0]).toMatch(/dead-on-arrival by change-event/);
  });
});

describe('another tab', () => {
  it.each([-1, 2])('whose response cleared the site deleted what was there before (tab %i)', (tabId) => {
    const deleted = (name: string) =>
      replayed(
        aRecording()
          .add(aJarRead(null, x('1').httpOnly()))
          .after(100)
          .add(anOtherResponse('www.a.example', {}, tabId, name === 'clears' ? { clears: true } : {}))
          .after(20)
          .add(aChange().removed(x('1').httpOnly())),
      );
    expect(attributions(deleted('clears'))).toEqual(['other-tab']);
    expect(attributions(deleted('nothing'))).toEqual(['not-recorded']);
  });

  it('whose response cleared the site sets nothing, and deletes nothing that came later or is another site’s', () => {
    const clearing = (host: string) => anOtherResponse(host, {}, 2, { clears: true });
    const later = replayed(
      aRecording()
        .add(page(), clearing('a.example'))
        .after(100)
        .add(aChange().added(x('1')))
        .after(800)
        .add(aChange().removed(x('1'))),
    );
    expect(attributions(later)).toEqual(['not-recorded', 'not-recorded']);
    const elsewhere = aRecording()
      .add(aJarRead(null, x('1')))
      .after(100)
      .add(clearing('b.example'))
      .after(20)
      .add(aChange().removed(x('1')));
    expect(attributions(replayed(elsewhere))).toEqual(['not-recorded']);
  });
});
