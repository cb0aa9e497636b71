import { describe, expect, test } from 'vitest';
import { truth } from './corpus';
import { UNSHOWN } from './exceptions';
import { failures } from './judge';
import { cdpDifferences, firefoxDifferences } from './recorded-reasons';

const PARTS = ['set-get', 'contexts', 'script'] as const;

describe('recorded in real browsers', () => {
  test.each(PARTS)('Chromium 156, %s: every line, header and jar is as it was', (part) => {
    expect([...failures(truth(`chromium-${part}`), 'chromium')]).toEqual([]);
  });

  test.each(PARTS)('Firefox 153, %s: every line, header and jar is as it was', (part) => {
    expect([...failures(truth(`firefox-${part}`), 'firefox')]).toEqual([]);
  });

  test('Chromium 156: the reasons are those DevTools gave, but where it could not show the octets', () => {
    const { judged, different } = cdpDifferences(PARTS.map((part) => truth(`chromium-${part}`)));
    expect(different.filter(({ at }) => !(at in UNSHOWN))).toEqual([]);
    expect(Object.keys(UNSHOWN).filter((at) => !different.some((each) => each.at === at))).toEqual([]);
    expect(judged).toBeGreaterThan(2000);
  });

  test('Firefox 153: the console keys are those it logged', () => {
    const { judged, different } = firefoxDifferences(PARTS.map((part) => truth(`firefox-${part}`)));
    expect(different).toEqual([]);
    expect(judged).toBeGreaterThan(400);
  });
});
