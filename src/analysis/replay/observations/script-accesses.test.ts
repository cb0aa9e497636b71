import { describe, expect, it } from 'vitest';
import { aChange, aCookie, anOtherResponse, aScriptWrite } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { changesOf, replayed } from '../../../../test/build/rows';

const A = 'https://a.example/';
const page = () => aResponse().from(A);
const set = (cookie: string) => aChange().added(aCookie(cookie));
const makers = (recording: ReturnType<typeof aRecording>) =>
  changesOf(replayed(recording, { digest: (value) => value })).map(({ attribution }) =>
    attribution.kind === 'script' ? `script ${attribution.stack[0]?.line ?? '?'}` : attribution.kind,
  );

describe('a change is of the script that wrote it', () => {
  it('whether the page says so before or after the browser', () => {
    expect(
      makers(
        aRecording()
          .add(page(), aScriptWrite(A, 'x=1', 3))
          .after(10)
          .add(set('x=1')),
      ),
    ).toEqual(['script 3']);
    expect(
      makers(
        aRecording()
          .add(page(), set('x=1'))
          .after(60)
          .add(aScriptWrite(A, 'x=1', 3)),
      ),
    ).toEqual(['script 3']);
  });

  it('and of each write once: the second change alike is of the second write', () => {
    const recording = aRecording()
      .add(page(), aScriptWrite(A, 'x=1', 3), set('x=1'))
      .after(100)
      .add(aChange().removed(aCookie('x=1')))
      .after(100)
      .add(set('x=1'));
    expect(makers(recording)).toEqual(['script 3', 'not-recorded', 'not-recorded']);
  });

  it('not of one that wrote another value, another name, or long before', () => {
    expect(makers(aRecording().add(page(), aScriptWrite(A, 'x=2', 3), set('x=1')))).toEqual(['not-recorded']);
    expect(makers(aRecording().add(page(), aScriptWrite(A, 'y=1', 3), set('x=1')))).toEqual(['not-recorded']);
    expect(
      makers(
        aRecording()
          .add(page(), aScriptWrite(A, 'x=1', 3))
          .after(5000)
          .add(set('x=1')),
      ),
    ).toEqual(['not-recorded']);
  });

  it('not of one in a page of another host', () => {
    expect(makers(aRecording().add(page(), aScriptWrite('https://b.example/', 'x=1', 3), set('x=1')))).toEqual(['not-recorded']);
  });

  it('never where the cookie is HttpOnly, whatever the page says', () => {
    const change = aChange().added(aCookie('x=1').httpOnly());
    expect(makers(aRecording().add(page(), aScriptWrite(A, 'x=1', 3), change))).toEqual(['not-recorded']);
  });

  it('that deleted it, and not of one that wrote a value', () => {
    const gone = aChange().removed(aCookie('x=1'));
    expect(makers(aRecording().add(page(), aScriptWrite(A, 'x', 7), gone))).toEqual(['script 7']);
    expect(makers(aRecording().add(page(), aScriptWrite(A, 'x=1', 7), gone))).toEqual(['not-recorded']);
  });

  it('rather than of another tab that set the same at that time', () => {
    const other = anOtherResponse('a.example', { x: '1' });
    expect(makers(aRecording().add(page(), aScriptWrite(A, 'x=1', 3), other, set('x=1')))).toEqual(['script 3']);
  });
});
