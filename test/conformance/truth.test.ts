import { describe, expect, test } from 'vitest';
import { hasShared } from './corpus';
import { UNSHOWN } from './exceptions';
import { failures } from './judge';
import { cdpDifferences, firefoxDifferences } from './recorded-reasons';

const ABSENT = '../shared is not here, so the recordings of real browsers are not compared';
const PARTS = ['set-get', 'contexts', 'script'] as const;

describe.skipIf(!hasShared())(hasShared() ? 'recorded in real browsers' : ABSENT, () => {
  test.each(PARTS)('Chromium 156, %s: every line, header and jar is as it was', (part) => {
    expect([...failures(`truth/chromium-${part}.json`, 'chromium')]).toEqual([]);
  });

  test.each(PARTS)('Firefox 153, %s: every line, header and jar is as it was', (part) => {
    expect([...failures(`truth/firefox-${part}.json`, 'firefox')]).toEqual([]);
  });

  test('Chromium 156: the reasons are those DevTools gave, but where it could not show the octets', () => {
    const { judged, different } = cdpDifferences(PARTS.map((part) => `truth/chromium-${part}.json`));
    expect(different.filter(({ at }) => !(at in UNSHOWN))).toEqual([]);
    expect(Object.keys(UNSHOWN).filter((at) => !different.some((each) => each.at === at))).toEqual([]);
    expect(judged).toBeGreaterThan(2000);
  });

  test('Firefox 153: the console keys are those it logged', () => {
    const { judged, different } = firefoxDifferences(PARTS.map((part) => `truth/firefox-${part}.json`));
    expect(different).toEqual([]);
    expect(judged).toBeGreaterThan(400);
  });
});
