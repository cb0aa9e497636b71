import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead, aPartialJarRead } from '../../../../test/build/cookie';
import { aBareRecording, aGap, aRecording, navigated, started } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { exchangesOf, gapsOf, linesOf, replayed } from '../../../../test/build/rows';
import { Replay } from '../replay';

const A = 'https://a.example/';
const sets = (...lines: readonly string[]) =>
  aResponse()
    .from(A)
    .sets(...lines);
const x = (value: string) => aCookie(`x=${value}`);
/** In Firefox, a cookie that is set as it was, and what the jar shows then. */
const setAgain = (shown: ReturnType<typeof x>) =>
  replayed(
    aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(500)
      .add(sets('x=1').carrying('x=1'))
      .after(200)
      .add(aJarRead('a.example', shown)),
  );

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
    expect(linesOf(setAgain(x('1')))).toEqual(['unchanged, unchanged by jar-read: agrees']);
  });

  it('with a third value is no evidence that a line was refused: another wrote it, of which Firefox tells late', () => {
    expect(linesOf(setAgain(x('2')))).toEqual(['unchanged, overwritten-since: not-observed']);
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

  it('of localhost shows nothing of app.localhost, which is another site', () => {
    const app = aResponse().from('http://app.localhost/').sets('x=1');
    const replay = replayed(aRecording('firefox').add(app).after(500).add(aJarRead('localhost')));
    expect(linesOf(replay)).toEqual(['stored, no-jar-read: not-observed']);
  });

  it('of another site is no evidence', () => {
    const replay = replayed(aRecording().add(sets('x=1')).after(500).add(aJarRead('b.example')));
    expect(linesOf(replay)).toEqual(['stored, no-jar-read: not-observed']);
  });

  it('gives way to a change that is reported after it', () => {
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

describe('a reading of the jar that did not list every partition', () => {
  const apart = (value: string) =>
    aCookie(`x=${value}`).on('b.example').secure().sameSite('none').inPartition('https://a.example');
  /** What a frame of b.example in the page a.example sets for itself alone. */
  const framed = (line: string) => aResponse().from('https://b.example/').as('subdocument').inFrame(7).sets(line);
  const page = () => aRecording().add(navigated(A));

  it.each([
    [[], 'stored, no-jar-read: not-observed'],
    [['https://c.example'], 'stored, no-jar-read: not-observed'],
    [['https://a.example'], 'stored, rejected by jar-read: differs'],
    ['all' as const, 'stored, rejected by jar-read: differs'],
  ])('%j: a partitioned cookie that is absent', (partitions, seen) => {
    const line = 'x=1; Secure; SameSite=None; Partitioned';
    const replay = replayed(page().add(framed(line)).after(200).add(aPartialJarRead(partitions, 'b.example')));
    expect(linesOf(replay)).toEqual([seen]);
  });

  it('settles a line that is in no partition', () => {
    const replay = replayed(aRecording().add(sets('x=1')).after(200).add(aPartialJarRead([], 'a.example')));
    expect(linesOf(replay)).toEqual(['stored, rejected by jar-read: differs']);
  });

  it.each([
    [[], ['x=1']],
    [['https://a.example'], []],
  ])('%j: the replayed jar keeps what could not be listed', (partitions, expected) => {
    const replay = replayed(
      page()
        .add(aJarRead(null, apart('1')))
        .after(500)
        .add(aPartialJarRead(partitions, null)),
    );
    expect([...replay.jar.all()].map(({ name, value }) => `${name}=${value}`)).toEqual(expected);
  });

  it.each([
    [[], []],
    [['https://a.example'], ['x']],
  ])('%j: what was not listed after a gap did not go in it', (partitions, changed) => {
    const replay = replayed(
      page()
        .add(aJarRead(null, apart('1')))
        .after(500)
        .add(aGap(60_000))
        .after(20)
        .add(aPartialJarRead(partitions, null)),
    );
    expect(gapsOf(replay).map((gap) => gap.changed)).toEqual([changed]);
  });

  it.each([
    [[], 'cannot-tell'],
    [['https://c.example'], 'cannot-tell'],
    [['https://a.example'], 'withheld'],
  ])('%j: of a cookie that nobody has seen, the prediction is "%s"', (partitions, predicted) => {
    const replay = replayed(
      aBareRecording()
        .add(started('chromium'), navigated(A), aPartialJarRead(partitions, null))
        .after(200)
        .add(aResponse().from(A).carrying('new=1')),
    );
    expect(exchangesOf(replay).flatMap(({ cookies }) => cookies.map((each) => each.predicted.outcome))).toEqual([predicted]);
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

  it('is not blamed for what was reported after it', () => {
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
