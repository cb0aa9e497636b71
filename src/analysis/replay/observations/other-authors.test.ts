import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead, anOtherResponse, anOverride, type CookieBuilder } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { changesOf, linesOf, replayed } from '../../../../test/build/rows';
import { instant } from '../../engine/base/units';

const page = () => aResponse().from('https://a.example/');
const x = (value: string) => aCookie(`x=${value}`);
const read = (...cookies: readonly CookieBuilder[]) => aJarRead('a.example', ...cookies);
const attributions = (replay: Parameters<typeof changesOf>[0]) => changesOf(replay).map(({ attribution }) => attribution.kind);

describe.each(['chromium', 'firefox'] as const)('a corrected line in force over one that %s takes', (browser) => {
  const recording = () => aRecording(browser).add(aJarRead(null)).after(1500);

  it('is the user’s; the server’s line is what the browser made of it', () => {
    const [served, corrected] = [x('1').sameSite('strict'), x('1').sameSite('lax')];
    const replay = replayed(
      recording()
        .add(page().sets('x=1; Path=/; SameSite=Strict').telling(anOverride(corrected)))
        .after(2)
        .add(aChange().added(served))
        .after(4)
        .add(aChange().replaced(served, corrected))
        .after(120)
        .add(read(corrected)),
    );
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees']);
    expect(attributions(replay)).toEqual(['user']);
  });

  it('that only lives longer is told apart too', () => {
    const until = (clock: { readonly now: number }, seconds: number) => x('1').until(instant(clock.now + seconds * 1000));
    const all = recording();
    all
      .add(
        page()
          .sets('x=1; Path=/; Max-Age=60')
          .telling(anOverride(until(all.clock, 600))),
      )
      .after(2);
    const [served, corrected] = [until(all.clock, 60), until(all.clock, 600)];
    const replay = replayed(all.add(aChange().added(served)).after(4).add(aChange().replaced(served, corrected)));
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees']);
    expect(attributions(replay)).toEqual(['user']);
  });

  it('says nothing of the line where a reading shows it before its change is told', () => {
    const corrected = x('1').sameSite('lax');
    const replay = replayed(
      recording()
        .add(page().sets('x=1; Path=/; SameSite=Strict').telling(anOverride(corrected)))
        .after(120)
        .add(read(corrected)),
    );
    expect(linesOf(replay)).toEqual(['stored, overwritten-since: not-observed']);
  });
});

describe('a change that is told seconds after the user wrote', () => {
  const gone = aChange().removed(x('1'), 'expired-overwrite');

  it('is that of the response just received', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1')))
        .after(1500)
        .add(anOverride(x('1'), true))
        .after(6000)
        .add(page().carrying('x=1').sets('x=; Path=/; Max-Age=0'), gone),
    );
    expect(linesOf(replay)).toEqual(['deleted, deleted by change-event: agrees']);
    expect(attributions(replay)).toEqual([]);
  });

  it('is not theirs where what they wrote changed nothing, which no browser has to tell', () => {
    const deleted = aRecording()
      .add(aJarRead(null))
      .after(1500)
      .add(anOverride(x('1'), true))
      .after(4000);
    const written = aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(1500)
      .add(anOverride(x('1')))
      .after(4000);
    expect(
      attributions(
        replayed(
          deleted
            .add(aChange().added(x('1')))
            .after(6000)
            .add(gone),
        ),
      ),
    ).toEqual(['not-recorded', 'not-recorded']);
    const changed = written.add(aChange().replaced(x('1'), x('2'))).after(6000);
    expect(attributions(replayed(changed.add(aChange().replaced(x('2'), x('1')))))).toEqual(['not-recorded', 'not-recorded']);
  });
});

it('another tab’s response did not make what was there before it', () => {
  const replay = replayed(
    aRecording()
      .add(page())
      .after(100)
      .add(aChange().added(x('1')))
      .after(450)
      .add(anOtherResponse('a.example', { x: '1' })),
    { digest: (value) => value },
  );
  expect(attributions(replay)).toEqual(['not-recorded']);
});

describe('a line that came to nothing', () => {
  it('has not deleted what came after it', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null))
        .after(1500)
        .add(page().sets('x=; Path=/; Max-Age=0'))
        .after(130)
        .add(read())
        .after(2000)
        .add(aChange().added(x('1')))
        .after(1000)
        .add(aChange().removed(x('1'), 'expired-overwrite')),
    );
    expect(linesOf(replay)).toEqual(['deleted-nothing, deleted-nothing by jar-read: agrees']);
    expect(attributions(replay)).toEqual(['not-recorded', 'not-recorded']);
  });

  it('is another than one that deleted, though the cookie of a later line is in the jar before the browser tells of both', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1')))
        .after(1500)
        .add(page().carrying('x=1').sets('x=; Path=/; Max-Age=0'))
        .after(5)
        .add(page().carrying('x=1').sets('x=2; Path=/').took(1))
        .add(aChange().removed(x('1'), 'expired-overwrite'), aChange().added(x('2'))),
    );
    expect(linesOf(replay).map((line) => line.split(':')[0])).toEqual([
      'deleted, deleted by change-event',
      'stored, stored by change-event',
    ]);
    expect(attributions(replay)).toEqual([]);
  });

  it('has not made, seconds later, a cookie of other attributes than its own', () => {
    const lax = x('1').sameSite('lax');
    const replay = replayed(
      aRecording('firefox')
        .add(aJarRead(null, lax))
        .after(1500)
        .add(page().carrying('x=1').sets('x=1; Path=/; SameSite=Lax'))
        .after(4600)
        .add(aChange().replaced(lax, x('1'))),
    );
    expect(linesOf(replay)).toEqual(['unchanged, unchanged-is-silent: not-observed']);
    expect(attributions(replay)).toEqual(['not-recorded']);
  });
});
