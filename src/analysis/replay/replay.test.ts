import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aRecording, navigated, type RecordingBuilder } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { Replay } from './replay';
import type { ChangeRow, Exchange, Row } from './rows/exchange';

const A = 'https://a.example/';

const replayed = (recording: RecordingBuilder): Replay => new Replay().add(recording.facts);
const exchanges = (rows: readonly Row[]): readonly Exchange[] => rows.filter((row) => row.kind === 'exchange');
const writes = (rows: readonly Row[]): readonly ChangeRow[] => rows.filter((row) => row.kind === 'change');
const outcomes = (exchange: Exchange | undefined) =>
  exchange?.lines.map(({ predicted, observed, agreement }) => [predicted.outcome, observed.outcome, agreement]);

describe('a Set-Cookie line', () => {
  it('is stored when Chromium tells of the cookie after the response', () => {
    const { rows } = replayed(
      aRecording('chromium')
        .add(aResponse().from(A).sets('x=1; Secure'))
        .after(30)
        .add(aChange().added(aCookie('x=1').secure()))
        .after(500)
        .add(aResponse().from(A).carrying('x=1')),
    );
    expect(outcomes(exchanges(rows)[0])).toEqual([['stored', 'stored', 'agrees']]);
    expect(writes(rows)).toEqual([]);
  });

  it('is stored when Firefox tells of the cookie before the response', () => {
    const { rows } = replayed(
      aRecording('firefox').add(
        aResponse()
          .from(A)
          .sets('x=1; Secure', 'y=2')
          .tellingFirst(aChange().added(aCookie('x=1').secure()).added(aCookie('y=2')).late(25)),
      ),
    );
    expect(outcomes(exchanges(rows)[0])).toEqual([
      ['stored', 'stored', 'agrees'],
      ['stored', 'stored', 'agrees'],
    ]);
    expect(writes(rows)).toEqual([]);
  });

  it('that replaces a cookie knows what it replaced though Firefox told of the change first', () => {
    const { rows } = replayed(
      aRecording('firefox')
        .add(aJarRead(null, aCookie('x=1')))
        .after(1000)
        .add(
          aResponse()
            .from(A)
            .carrying('x=1')
            .sets('x=2')
            .tellingFirst(aChange().replaced(aCookie('x=1'), aCookie('x=2'))),
        ),
    );
    expect(outcomes(exchanges(rows)[0])).toEqual([['replaced', 'replaced', 'agrees']]);
    expect(exchanges(rows)[0]?.lines[0]?.previous?.value).toBe('1');
  });

  it('is refused when a reading of the jar does not show the cookie', () => {
    const { rows } = replayed(
      aRecording('chromium')
        .add(aResponse().from(A).sets('__Host-x=1; Secure; Path=/; Domain=a.example', 'ok=1'))
        .after(20)
        .add(aChange().added(aCookie('ok=1')))
        .after(250)
        .add(aJarRead('a.example', aCookie('ok=1'))),
    );
    expect(outcomes(exchanges(rows)[0])).toEqual([
      ['rejected', 'rejected', 'agrees'],
      ['stored', 'stored', 'agrees'],
    ]);
  });

  it('that the engine takes and the browser does not leaves the replayed jar', () => {
    const recording = aRecording('chromium')
      .add(aResponse().from(A).sets('x=1'))
      .after(300)
      .add(aJarRead('a.example'))
      .after(10)
      .add(aResponse().from(A));
    const replay = replayed(recording);
    const [first, second] = exchanges(replay.rows);
    expect(outcomes(first)).toEqual([['stored', 'rejected', 'differs']]);
    expect(second?.withheld).toEqual([]);
    expect([...replay.jarAt(second as Exchange).all()]).toEqual([]);
  });
});

describe('a script', () => {
  it('is shown as the writer of a cookie that no response set', () => {
    const { rows } = replayed(
      aRecording('chromium')
        .add(aResponse().from(A))
        .after(10)
        .add(aChange().added(aCookie('_ga=1')))
        .after(500)
        .add(aResponse().from(A).carrying('_ga=1')),
    );
    expect(writes(rows).map(({ outcome, change }) => [outcome, change.cookie.name])).toEqual([['stored', '_ga']]);
    expect(exchanges(rows)[1]?.cookies[0]?.cookie?.value).toBe('1');
  });

  it('is no longer shown once a late response explains the change', () => {
    const replay = new Replay();
    const recording = aRecording('firefox').add(
      aResponse()
        .from(A)
        .sets('x=1')
        .took(2000)
        .tellingFirst(aChange().added(aCookie('x=1'))),
    );
    const before = recording.facts.findIndex(({ kind }) => kind === 'response-received');
    replay.add(recording.facts.slice(0, before)).settle((recording.facts[before]?.at ?? 0) as never);
    const late = new Replay().add(recording.facts);
    expect(writes(late.rows)).toEqual([]);
  });
});

describe('a navigation', () => {
  it('stands before the request for its document', () => {
    const { rows } = replayed(
      aRecording('chromium')
        .add(aResponse().from('http://a.example/').redirectsTo(aResponse().from(A)))
        .add(navigated(A)),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['navigation', 'exchange', 'exchange']);
  });
});
