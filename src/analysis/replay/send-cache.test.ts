import { expect, it } from 'vitest';
import { aCookie, aJarRead } from '../../../test/build/cookie';
import { aRecording, type RecordingBuilder } from '../../../test/build/recording';
import { aResponse, type ResponseBuilder } from '../../../test/build/response';
import { exchangesOf, replayed } from '../../../test/build/rows';
import { instant } from '../engine/base/units';
import type { Exchange } from './rows/exchange';

const A = 'https://a.example/';
const x = (value: string) => aCookie(`x=${value}`);

const after = (recording: RecordingBuilder, ...requests: readonly ResponseBuilder[]) => {
  for (const request of requests) recording.after(1000).add(request);
  return exchangesOf(replayed(recording, { thirdParty: 'allow' }));
};
const withheld = (exchange: Exchange | undefined) =>
  exchange?.withheld.map(({ cookie, predicted }) => `${cookie.name} ${predicted.reasons}`);

it('a request like the one before has the very same lists', () => {
  const [first, second] = after(
    aRecording().add(aJarRead(null, x('1'))),
    aResponse().from(`${A}one`).carrying('x=1'),
    aResponse().from(`${A}two`).carrying('x=1'),
  );
  expect(second?.cookies).toBe(first?.cookies);
});

it.each([
  ['a path within a cookie’s', aResponse().from(`${A}deep/er`).carrying('x=1')],
  ['another site’s asking', aResponse().from(A).linkedFrom('https://b.example').carrying('x=1')],
  ['an insecure connection', aResponse().from('http://a.example/').carrying('x=1')],
])('%s is not like it', (_what, request) => {
  const jar = [x('1'), aCookie('strict=1').sameSite('strict'), aCookie('secure=1').secure(), aCookie('deep=1').under('/deep')];
  const usual = () => aResponse().from(A).carrying('x=1; strict=1; secure=1');
  const alone = after(aRecording().add(aJarRead(null, ...jar)), request).at(-1);
  const repeated = after(aRecording().add(aJarRead(null, ...jar)), usual(), usual(), request).at(-1);
  expect(withheld(repeated)).toEqual(withheld(alone));
  expect(withheld(repeated)).not.toEqual(['deep path-mismatch']);
});

it('neither is one after a cookie has changed, or its time was up', () => {
  const recording = aRecording().add(aJarRead(null, x('1'), aCookie('brief=1').until(instant(Date.UTC(2026, 10, 23, 12, 0, 3)))));
  const both = () => aResponse().from(A).carrying('x=1; brief=1');
  const shown = after(
    recording,
    both(),
    both(),
    aResponse().from(A).carrying('x=1').sets('x=2'),
    aResponse().from(A).carrying('x=2'),
  );
  expect(
    shown.map((exchange) => exchange.cookies.map(({ name, value, agreement }) => `${name}=${value} ${agreement}`).join()),
  ).toEqual(['x=1 agrees,brief=1 agrees', 'x=1 agrees,brief=1 agrees', 'x=1 agrees', 'x=2 agrees']);
  expect(withheld(shown[2])).toEqual(['brief expired']);
});
