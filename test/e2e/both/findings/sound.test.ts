import { beforeAll, expect, test } from 'vitest';
import type { Way } from '../../../../playground/flaws/variant';
import { FlawedShops } from '../../findings/flawed-shop';

let shops: FlawedShops;
beforeAll(async () => {
  shops = await FlawedShops.open();
});

test.each<Way>(['sign-out', 'form', 'token', 'cart'])('the sound shop is an A+ without a finding of its own: %s', async (way) => {
  const { audit, grades } = await shops.walk(way, []);
  expect(audit.findings.filter(({ party }) => party === 'own').map(({ rule }) => rule)).toEqual([]);
  expect(grades.site).toMatchObject({ letter: 'A+', score: 100 });
});
