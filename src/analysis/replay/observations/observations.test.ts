import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../../test/build/cookie';
import { aBareRecording, aRecording, started } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { changesOf, exchangesOf, linesOf, replayed } from '../../../../test/build/rows';
import { instant } from '../../engine/base/units';
import { Replay } from '../replay';

const A = 'https://a.example/';
const sets = (...lines: readonly string[]) =>
  aResponse()
    .from(A)
    .sets(...lines);
const x = (value: string) => aCookie(`x=${value}`);

describe('lines and changes that are reported about them', () => {
  it('belong together when two responses set the same cookie at once, each by its value', () => {
    const replay = replayed(
      aRecording()
        .add(sets('x=1').took(1), sets('x=2').took(1))
        .after(20)
        .add(aChange().added(x('1')).replaced(x('1'), x('2'))),
    );
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees', 'replaced, replaced by change-event: agrees']);
    expect([...replay.jar.all()].map(({ value }) => value)).toEqual(['2']);
  });

  it('come in the order of one response’s lines', () => {
    const replay = replayed(
      aRecording('firefox').add(sets('x=1', 'x=2').tellingFirst(aChange().added(x('1')).replaced(x('2'), x('2')))),
    );
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees', 'replaced, replaced by change-event: agrees']);
  });

  it('tell a deletion in Chromium’s way and in Firefox’s', () => {
    const deletes = sets('x=; Max-Age=0').carrying('x=1');
    const chromium = aRecording('chromium')
      .add(aJarRead(null, x('1')))
      .after(100)
      .add(deletes, aChange().removed(x('1'), 'expired-overwrite'));
    const firefox = aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(100)
      .add(deletes, aChange().removed(x('1'), 'explicit'));
    for (const recording of [chromium, firefox]) {
      expect(linesOf(replayed(recording))).toEqual(['deleted, deleted by change-event: agrees']);
      expect(changesOf(replayed(recording))).toEqual([]);
    }
  });

  it('take what Firefox stores of Max-Age=0 for the deletion it is', () => {
    const recording = aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(100);
    const expired = x('2').until(recording.clock.now);
    recording.add(sets('x=2; Max-Age=0').carrying('x=1').tellingFirst(aChange().replaced(expired, expired)));
    const replay = replayed(recording.after(2000).add(aJarRead(null, expired)));
    expect(linesOf(replay)).toEqual(['deleted, deleted by change-event: agrees']);
    expect(changesOf(replay)).toEqual([]);
    expect([...replay.jar.all()]).toEqual([]);
  });

  it('show nothing of a cookie that Firefox stores when its time is up already', () => {
    const recording = aRecording('firefox').after(100);
    const expired = x('2').until(recording.clock.now);
    recording.add(sets('x=2; Max-Age=0').tellingFirst(aChange().added(expired)));
    const replay = replayed(recording.after(2000).add(aJarRead(null, expired)));
    expect(linesOf(replay)).toEqual(['deleted-nothing, deleted-nothing by jar-read: agrees']);
    expect(changesOf(replay)).toEqual([]);
    expect([...replay.jar.all()]).toEqual([]);
  });

  it('say that the engine is wrong when the browser stores what it refuses', () => {
    const replay = replayed(
      aRecording()
        .add(sets('__Host-x=1; Secure; Path=/; Domain=a.example'))
        .after(10)
        .add(aChange().added(aCookie('__Host-x=1').forDomain('a.example').secure())),
    );
    expect(linesOf(replay)).toEqual(['rejected, stored by change-event: differs']);
    expect([...replay.jar.all()].map(({ name }) => name)).toEqual(['__Host-x']);
  });

  it('do not take a script’s write of another value for a refused line’s', () => {
    const replay = replayed(
      aRecording()
        .add(sets('x=1; Domain=b.example'))
        .after(10)
        .add(aChange().added(x('2'))),
    );
    expect(linesOf(replay)).toEqual(['rejected, no-jar-read: not-observed']);
    expect(changesOf(replay)).toHaveLength(1);
  });

  it('say so when the cookie was stored with other attributes than the engine says', () => {
    const replay = replayed(
      aRecording()
        .add(sets('x=1; Path=/; Secure'))
        .after(10)
        .add(aChange().added(x('1').secure().under('/other'))),
    );
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: differs']);
    expect([...replay.jar.all()].map(({ path }) => path)).toEqual(['/other']);
  });

  it('take the engine’s yes over a cookie it did not know of as a replacement', () => {
    const replay = replayed(
      aBareRecording()
        .add(started('chromium'), sets('x=2'))
        .after(10)
        .add(aChange().replaced(x('1'), x('2'))),
    );
    expect(linesOf(replay)).toEqual(['replaced, replaced by change-event: agrees']);
    expect(exchangesOf(replay)[0]?.lines[0]?.previous?.value).toBe('1');
  });
});

describe('a change that no response explains', () => {
  const early = aRecording('firefox').add(
    sets('x=1')
      .took(2000)
      .tellingFirst(aChange().added(x('1'))),
  );
  const heard = early.facts.findIndex(({ kind }) => kind === 'response-received');

  it('is shown after a while, and taken back when the response is reported late', () => {
    const replay = new Replay().add(early.facts.slice(0, heard));
    expect(changesOf(replay)).toHaveLength(0);
    replay.settle(instant(early.clock.now + 2000));
    expect(changesOf(replay)).toHaveLength(1);
    const { version } = replay;
    replay.add(early.facts.slice(heard));
    expect(changesOf(replay)).toHaveLength(0);
    expect(replay.version).toBeGreaterThan(version);
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees']);
  });

  it('stands where it happened, not where it became certain', () => {
    const replay = replayed(
      aRecording('firefox')
        .add(aResponse().from(A))
        .add(aChange().added(aCookie('_ga=1')))
        .after(500)
        .add(aResponse().from(A).carrying('_ga=1')),
    );
    expect(replay.rows.map(({ kind }) => kind)).toEqual(['exchange', 'change', 'exchange']);
  });

  it('knows what it replaced, though Firefox names the new cookie twice', () => {
    const replay = replayed(
      aRecording('firefox')
        .add(aJarRead(null, x('1')))
        .after(500)
        .add(aChange().replaced(x('2'), x('2'))),
    );
    expect(changesOf(replay).map(({ outcome, previous }) => [outcome, previous?.value])).toEqual([['replaced', '1']]);
  });

  it.each([
    ['expired', 'expired'],
    ['evicted', 'evicted'],
    ['explicit', 'deleted'],
  ] as const)('by %s is a cookie %s', (cause, outcome) => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1')))
        .after(500)
        .add(aChange().removed(x('1'), cause)),
    );
    expect(changesOf(replay).map((write) => [write.outcome, write.previous?.value])).toEqual([[outcome, '1']]);
    expect([...replay.jar.all()]).toEqual([]);
  });

  it('in another store touches no cookie of the tab', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1')))
        .after(500)
        .add(aChange().removed(x('1')).inStore('private')),
    );
    expect([...replay.jar.all()]).toHaveLength(1);
  });
});
