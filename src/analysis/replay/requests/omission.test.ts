import { expect, it } from 'vitest';
import { aCookie, aJarRead } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { exchangesOf, replayed } from '../../../../test/build/rows';

const A = 'https://a.example/';

/** A script's request without the two cookies of the jar, whose answer sets `z=1`, as told once a page was asked for with this one. */
function bareBefore(z: string) {
  const recording = aRecording()
    .add(aJarRead(null, aCookie('x=1'), aCookie('y=2')))
    .after(2_000)
    .add(aResponse().from(`${A}api`).fetchedBy('https://a.example').sets('z=1'))
    .after(3_000)
    .add(aResponse().from(A).carrying(`x=1; y=2; z=${z}`));
  const [exchange] = exchangesOf(replayed(recording));
  return [...(exchange?.withheld ?? []), ...(exchange?.lines ?? [])].map(({ predicted }) => predicted.outcome);
}

it('is taken back where a later request carries what the answer set', () => {
  expect(bareBefore('2')).toEqual(['withheld', 'withheld', 'rejected']);
  expect(bareBefore('1')).toEqual(['cannot-tell', 'cannot-tell', 'cannot-tell']);
});
