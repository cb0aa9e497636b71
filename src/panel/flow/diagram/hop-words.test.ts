import { expect, test } from 'vitest';
import { aRecording } from '../../../../test/build/recording';
import { aResponse, type ResponseBuilder } from '../../../../test/build/response';
import { replayed } from '../../../../test/build/rows';
import { instant } from '../../../analysis/engine/base/units';
import { diagramAt } from '../../../analysis/story/lanes';
import { drawnSequence } from './hop-words';

const SHOP = 'https://shop.example';

function notes(response: ResponseBuilder): string | undefined {
  const diagram = diagramAt(replayed(aRecording('chromium').add(response)).rows, 0);
  return diagram?.kind === 'requests' ? drawnSequence(diagram, instant(0)).hops[0]?.notes : undefined;
}

test('a request says which page asked for it: its path on the same host, its host where that is another', () => {
  const fetched = (url: string) =>
    aResponse()
      .from(url)
      .fetchedBy(SHOP)
      .request({ documentUrl: `${SHOP}/basket`, topLevelUrl: `${SHOP}/basket` });
  expect(notes(fetched(`${SHOP}/api`))).toBe('fetch · same-origin · from /basket');
  expect(notes(fetched('https://ads.example/pixel'))).toBe('fetch · cross-site · from shop.example/basket');
});

test('a request from inside a frame says so', () => {
  const framed = aResponse()
    .from('https://pay.example/api')
    .fetchedBy('https://pay.example')
    .request({ documentUrl: 'https://pay.example/widget', frameId: 4, parentFrameId: 0 });
  expect(notes(framed)).toMatch(/from \/widget · in a frame$/);
});

test('a page opened by the browser comes from nowhere, one that a link opened from its site', () => {
  expect(notes(aResponse().from(`${SHOP}/`))).toBe('page · started by the browser');
  expect(notes(aResponse().from(`${SHOP}/`).linkedFrom('https://news.example'))).toBe('page · cross-site · from news.example');
  expect(notes(aResponse().from(`${SHOP}/`).linkedFrom(SHOP))).toBe('page · same-origin');
});
