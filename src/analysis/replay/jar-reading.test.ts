import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aGap, aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { gapsOf, linesOf, replayed } from '../../../test/build/rows';
import { Replay } from './replay';

const A = 'https://a.example/';
const sets = (...lines: readonly string[]) =>
  aResponse()
    .from(A)
    .sets(...lines);
const x = (value: string) => aCookie(`x=${value}`);

describe('a reading of the jar', () => {
  it('settles the last of two lines, and says of the first that it was overwritten since', () => {
    const replay = replayed(
      aRecording()
        .add(sets('x=1'), sets('x=2'))
        .after(200)
        .add(aJarRead('a.example', x('2'))),
    );
    expect(linesOf(replay)).toEqual(['stored, overwritten-since: not-observed', 'replaced, replaced by jar-read: agrees']);
  });

  it('confirms a cookie set again to the same, of which Firefox tells nothing', () => {
    const replay = replayed(
      aRecording('firefox')
        .add(aJarRead(null, x('1')))
        .after(500)
        .add(sets('x=1').carrying('x=1'))
        .after(200)
        .add(aJarRead('a.example', x('1'))),
    );
    expect(linesOf(replay)).toEqual(['unchanged, unchanged by jar-read: agrees']);
  });

  it('says nothing of a refused line whose cookie was there before', () => {
    const there = aCookie('x=1').secure();
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, there))
        .after(500)
        .add(aResponse().from('http://a.example/').sets('x=1'))
        .after(200)
        .add(aJarRead('a.example', there)),
    );
    expect(linesOf(replay)).toEqual(['rejected, unchanged-is-silent: not-observed']);
  });

  it('shows that a deletion was refused', () => {
    const there = aCookie('x=1').secure();
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, there))
        .after(500)
        .add(aResponse().from('http://a.example/').sets('x=; Max-Age=0'))
        .after(200)
        .add(aJarRead('a.example', there)),
    );
    expect(linesOf(replay)).toEqual(['rejected, rejected by jar-read: agrees']);
  });

  it('is no evidence for a line that came at the same moment', () => {
    const replay = replayed(aRecording().add(sets('x=1')).after(5).add(aJarRead('a.example')));
    expect(linesOf(replay)).toEqual(['stored, no-jar-read: not-observed']);
  });

  it('of another site is no evidence', () => {
    const replay = replayed(aRecording().add(sets('x=1')).after(500).add(aJarRead('b.example')));
    expect(linesOf(replay)).toEqual(['stored, no-jar-read: not-observed']);
  });

  it('gives way to a change that is told after it', () => {
    const replay = replayed(
      aRecording()
        .add(sets('x=1'))
        .after(200)
        .add(aJarRead('a.example'))
        .after(10)
        .add(aChange().added(x('1'))),
    );
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees']);
    expect([...replay.jar.all()]).toHaveLength(1);
  });

  it('puts back what a refused line had replaced', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1')))
        .after(500)
        .add(sets('x=2').carrying('x=1'))
        .after(200)
        .add(aJarRead('a.example', x('1'))),
    );
    expect(linesOf(replay)).toEqual(['replaced, rejected by jar-read: differs']);
    expect([...replay.jar.all()].map(({ value }) => value)).toEqual(['1']);
  });

  it('corrects the replayed jar, whoever changed it', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1'), aCookie('gone=1')))
        .after(500)
        .add(aJarRead('a.example', x('2'), aCookie('come=1'))),
    );
    expect([...replay.jar.all()].map(({ name, value }) => `${name}=${value}`).sort()).toEqual(['come=1', 'x=2']);
  });
});

describe('a line of which nothing is seen', () => {
  it('set to the same in Firefox: that is silent', () => {
    const replay = replayed(
      aRecording('firefox')
        .add(aJarRead(null, x('1')))
        .after(100)
        .add(sets('x=1').carrying('x=1')),
    );
    expect(linesOf(replay)).toEqual(['unchanged, unchanged-is-silent: not-observed']);
  });

  it('waits while it may still be seen', () => {
    expect(linesOf(new Replay().add(aRecording().add(sets('x=1')).facts))).toEqual(['stored, waiting: not-observed']);
  });

  it('lost its witness to a gap', () => {
    const replay = replayed(aRecording().add(sets('x=1').unfinished()).add(aGap(2000)));
    expect(linesOf(replay)).toEqual(['stored, gap: not-observed']);
  });
});

describe('a time without recording', () => {
  it('tells which cookies were different afterwards', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1'), aCookie('same=1'), aCookie('gone=1')))
        .after(500)
        .add(aGap(60_000))
        .after(20)
        .add(aJarRead(null, x('2'), aCookie('same=1'), aCookie('come=1'))),
    );
    expect(gapsOf(replay).map(({ changed }) => changed?.toSorted())).toEqual([['come', 'gone', 'x']]);
  });

  it('of which the jar was not read tells nothing', () => {
    expect(gapsOf(replayed(aRecording().add(aGap(60_000)))).map(({ changed }) => changed)).toEqual([null]);
  });

  it('is not blamed for what was told after it', () => {
    const replay = replayed(
      aRecording()
        .add(aGap(1000))
        .after(20)
        .add(aChange().added(x('1')))
        .after(60)
        .add(aJarRead(null, x('1'))),
    );
    expect(gapsOf(replay).map(({ changed }) => changed)).toEqual([[]]);
  });
});
