import { expect, test } from 'vitest';
import { instant } from '../../analysis/facts/units';
import { EXAMPLES, type Trial, tried } from './trial';

const at = instant(Date.UTC(2026, 10, 23));
const base: Trial = { line: 'a=1; Path=/', url: 'https://shop.example/', as: 'page', top: '', method: 'GET' };
const outcomes = (trial: Partial<Trial>) =>
  tried({ ...base, ...trial }, at)?.verdicts.map(({ profile, decision }) => `${profile} ${decision.outcome}`);

test('a plain line of a page is stored by all', () => {
  expect(outcomes({})).toEqual(['spec stored', 'chromium stored', 'firefox stored']);
});

test('Firefox keeps a cookie without SameSite that a cross-site frame sets, Chromium refuses it', () => {
  expect(outcomes({ as: 'frame', top: 'https://pay.example/' })).toEqual([
    'spec rejected',
    'chromium rejected',
    'firefox stored',
  ]);
});

test('a same-site frame is like the page', () => {
  expect(outcomes({ as: 'frame', top: 'https://www.shop.example/' })).toEqual(outcomes({}));
});

test.each(['', 'shop', 'ftp://shop.example/'])('an address like %j has no verdict', (url) => {
  expect(tried({ ...base, url }, at)).toBeNull();
});

test('every example has a verdict in every profile, and its steps stand in the same order', () => {
  for (const example of EXAMPLES) {
    const columns = tried(example, at)?.verdicts.map(({ verdict }) => verdict.steps.map(({ id }) => id)) ?? [];
    expect(columns.length).toBe(3);
    expect(columns[1]).toEqual(columns[0]);
    expect(columns[2]).toEqual(columns[0]);
  }
});

test('no line makes it throw', () => {
  for (const line of ['', '=', ';;;', '\u0000', 'a'.repeat(5000), 'x=1; Max-Age=; Expires=soon; Domain=.; Path']) {
    expect(tried({ ...base, line }, at)).not.toBeNull();
  }
});
