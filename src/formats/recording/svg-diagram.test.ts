import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { exchangesOf, replayed } from '../../../test/build/rows';
import { svgTexts } from '../../../test/build/xml';
import { svgText } from './svg-diagram';

const drawn = (...responses: ReturnType<typeof aResponse>[]): string => {
  const recording = aRecording('chromium');
  for (const response of responses) recording.after(1000).add(response);
  return svgText(exchangesOf(replayed(recording)));
};

test('a request and its answer: what went, what each line became and why, and no value', () => {
  const svg = drawn(
    aResponse()
      .from('https://shop.example/login?next=secret')
      .sets('sid=hunter2; Path=/; Secure', '__Host-x=hunter2; Domain=shop.example; Secure; Path=/'),
    aResponse().from('https://shop.example/account').linkedFrom('https://shop.example').carrying('sid=hunter2'),
  );
  const texts = svgTexts(svg);
  expect(texts.slice(0, 2)).toEqual(['Browser', 'shop.example']);
  expect(texts).toContain('↑ sid');
  expect(texts.find((each) => each.startsWith('↓ __Host-x'))).toContain('rejected: __Host- forbids Domain (predicted)');
  expect(svg).not.toContain('hunter2');
  expect(svg.match(/class="arrow"/g)?.length).toBe(4);
});

test('is XML whatever a server names its cookies', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (name) => {
      svgTexts(drawn(aResponse().from('https://shop.example/<&">').sets(`${name}<b>&=1`)));
    }),
    { numRuns: 60 },
  );
});

test('many hosts have a lane each, and a long recording is cut', () => {
  const svg = drawn(...Array.from({ length: 130 }, (_, at) => aResponse().from(`https://h${at % 5}.example/`)));
  expect(svgTexts(svg).slice(0, 6)).toEqual(['Browser', 'h0.example', 'h1.example', 'h2.example', 'h3.example', 'h4.example']);
  expect(svg.match(/class="arrow"/g)?.length).toBe(200);
});
