import { describe, expect, it, test } from 'vitest';
import { aChange, aCookie, aJarRead, anOtherResponse, anOverride } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { changesOf, linesOf, replayed } from '../../../../test/build/rows';
import { saidOfChanges } from '../../../../test/reports/answers';

const A = 'https://a.example/';
const page = () => aResponse().from(A);
const fetched = (path: string) => aResponse().from(`${A}${path}`).fetchedBy('https://a.example');
const x = (value: string) => aCookie(`x=${value}`);
const attributions = (replay: Parameters<typeof changesOf>[0]) => changesOf(replay).map(({ attribution }) => attribution.kind);

test('a reading that shows what the user wrote says nothing of the line that was refused, though its change is told later', () => {
  const written = aCookie('s=1').on('a.example').secure().sameSite('none');
  const replay = replayed(
    aRecording('firefox')
      .add(aJarRead(null))
      .after(100)
      .add(page().sets('s=1; Path=/; SameSite=None'))
      .after(5)
      .add(anOverride(written))
      .after(120)
      .add(aJarRead('a.example', written), aChange().added(written)),
  );
  expect(linesOf(replay)).toEqual(['rejected, overwritten-since: not-observed']);
  expect(attributions(replay)).toEqual(['user']);
});

describe('what the user wrote', () => {
  const written = x('1');
  const recording = () => aRecording().add(aJarRead(null)).after(100).add(anOverride(written));

  it('is called the user’s, however late a busy browser tells of it', () => {
    const replay = replayed(recording().after(12_000).add(aChange().added(written)));
    expect(attributions(replay)).toEqual(['user']);
  });

  it('changes a cookie once: who gives it the same value again soon after is another', () => {
    const replay = replayed(
      recording()
        .add(aChange().added(written))
        .after(300)
        .add(aChange().replaced(written, x('2')))
        .after(300)
        .add(aChange().replaced(x('2'), written)),
    );
    expect(attributions(replay)).toEqual(['user', 'not-recorded', 'not-recorded']);
  });
});

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

  it.each([6, 20, 600])(
    'that came %i seconds before, as a busy browser may tell it, is not said to have had no part',
    (seconds) => {
      const changedTo = (value: string) =>
        replayed(
          aRecording()
            .add(fetched('api').sets('x=1'))
            .after(seconds * 1000)
            .add(aChange().added(x(value))),
        );
      expect(changesOf(changedTo('1'))[0]?.attribution).toMatchObject({ candidates: expect.arrayContaining(['late-response']) });
      expect(saidOfChanges(changedTo('1'))[0]).toMatch(/Stored, perhaps by a response recorded long before: .*not known/);
      expect(changesOf(changedTo('2'))[0]?.attribution).not.toMatchObject({
        candidates: expect.arrayContaining(['late-response']),
      });
      expect(saidOfChanges(changedTo('2'))[0]).toMatch(/not by a recorded response/);
    },
  );

  it('whose own change was told, or whose request carried the cookie, has no part in one that comes long after', () => {
    const told = aRecording()
      .add(fetched('api').sets('x=1'))
      .after(20)
      .add(aChange().added(x('1')))
      .after(20_000)
      .add(aChange().removed(x('1')), aChange().added(x('1')));
    const carried = aRecording()
      .add(aJarRead(null, x('1')))
      .after(1500)
      .add(fetched('api').carrying('x=1').sets('x=1; Path=/'))
      .after(20_000)
      .add(aChange().removed(x('1')), aChange().added(x('1')));
    for (const recording of [told, carried])
      expect(saidOfChanges(replayed(recording)).every((said) => said.includes('not by a recorded response'))).toBe(true);
  });

  it('that deleted what was not there yet has no part in a deletion that comes long after', () => {
    const replay = replayed(
      aRecording()
        .add(fetched('api').sets('x=; Path=/; Max-Age=0'))
        .after(12_000)
        .add(aChange().added(x('1')))
        .after(5_000)
        .add(aChange().removed(x('1'))),
    );
    expect(saidOfChanges(replay)[1]).toMatch(/Deleted, but not by a recorded response/);
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
