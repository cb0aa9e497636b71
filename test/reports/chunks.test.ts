import { describe, expect, test } from 'vitest';
import { sessionsOf } from '../../src/analysis/session/sessions';
import { exampleDigest } from '../build/example-facts';
import { aRecording } from '../build/recording';
import { aResponse } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';
import { explainedCookie } from './answers';

const A = 'https://app.example/';
const long = (letter: string) => letter.repeat(3500);
const chunks = (form: (number: number) => string, ...values: readonly string[]) =>
  values.map((value, number) => `${form(number)}=${value}; Path=/; Secure; HttpOnly`);

describe('“after the session became shorter nobody is signed in”: a chunk is left over', () => {
  const recorded = (form: (number: number) => string, again: readonly string[]) => {
    const carried = ['x', 'y', 'z'].map((letter, number) => `${form(number)}=${number < 2 ? letter : 'c'}`).join('; ');
    return replayed(
      aRecording()
        .add(
          aResponse()
            .from(A)
            .sets(...chunks(form, 'a', 'b', 'c')),
        )
        .after(1000)
        .add(
          aResponse()
            .from(`${A}refresh`)
            .carrying(`${form(0)}=a; ${form(1)}=b; ${form(2)}=c`)
            .sets(...again),
        )
        .after(1000)
        .add(aResponse().from(`${A}account`).carrying(carried)),
    );
  };

  test.each([
    ['t.0', (number: number) => `t.${number}`],
    ['t_0', (number: number) => `t_${number}`],
  ])('%s and its next one are written anew, the third is not', (_form, form) => {
    const replay = recorded(form, chunks(form, 'x', 'y'));
    const last = exchangesOf(replay)[2];
    expect(explainedCookie(replay, last, 'cookies', 2).particulars).toEqual([
      'Left over from an older, longer t: https://app.example/refresh set 2 chunks anew and did not delete this one, so the server reads both values mixed. Delete the chunks that are no longer needed.',
    ]);
    expect(explainedCookie(replay, last, 'cookies', 1).particulars).toEqual([]);
  });

  test('deleted with the same response, or written with it, none is left over', () => {
    const form = (number: number) => `t.${number}`;
    const deleted = recorded(form, [...chunks(form, 'x', 'y'), 't.2=; Path=/; Max-Age=0']);
    expect(exchangesOf(deleted)[2]?.withheld).toEqual([]);
    const whole = recorded(form, chunks(form, 'x', 'y', 'c'));
    expect(explainedCookie(whole, exchangesOf(whole)[2], 'cookies', 2).particulars).toEqual([]);
  });

  test('the family stays one, with the chunk that is left over', () => {
    const form = (number: number) => `session.${number}`;
    const recording = aRecording()
      .add(
        aResponse()
          .from(A)
          .sets(...chunks(form, long('a'), long('b'), 'c')),
      )
      .after(1000)
      .add(
        aResponse()
          .from(`${A}refresh`)
          .carrying(`session.0=${long('a')}; session.1=${long('b')}; session.2=c`)
          .sets(...chunks(form, long('x'), 'y')),
      )
      .after(1000)
      .add(
        aResponse()
          .from(`${A}account`)
          .carrying(`session.0=${long('x')}; session.1=y; session.2=c`),
      );
    const { roles } = sessionsOf(replayed(recording).rows, exampleDigest);
    const whole = [...roles].filter(([, verdict]) => verdict.chunkOf === 'session').map(([key]) => key);
    expect(whole).toHaveLength(3);
  });
});
