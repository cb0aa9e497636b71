import { expect, test } from 'vitest';
import { instant } from '../../analysis/engine/base/units';
import { ALONE, DIRECT, type Trial, withLines } from '../state/trial';
import { tried } from '../state/tried';
import { PRESETS } from './presets';

const at = instant(Date.UTC(2026, 10, 23));
const base: Trial = {
  ...ALONE,
  ...DIRECT,
  line: 'a=1; Path=/',
  url: 'https://shop.example/',
  as: 'page',
  top: '',
  method: 'GET',
  next: null,
  thirdParty: 'default',
};
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
  for (const example of PRESETS) {
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

const sendings = (trial: Partial<Trial>) =>
  tried({ ...base, ...trial }, at)?.verdicts.map(({ profile, sending }) => `${profile} ${sending?.outcome ?? 'none'}`);
const LINK = {
  ...DIRECT,
  url: 'https://shop.example/',
  as: 'page',
  top: 'https://news.example/',
  method: 'GET',
  seconds: 60,
} as const;

test.each([
  ['a=1; SameSite=Strict', LINK, 'withheld', 'withheld', 'withheld'],
  ['a=1; SameSite=Lax', LINK, 'sent', 'sent', 'sent'],
  ['a=1', { ...LINK, method: 'POST', seconds: 60 }, 'sent', 'sent', 'sent'],
  ['a=1', { ...LINK, method: 'POST', seconds: 150 }, 'withheld', 'withheld', 'sent'],
  ['a=1; Max-Age=30', { ...LINK, top: '' }, 'withheld', 'withheld', 'withheld'],
  ['a=1; Path=/x', { ...LINK, top: '' }, 'withheld', 'withheld', 'withheld'],
  ['__Host-a=1', { ...LINK, top: '' }, 'none', 'none', 'none'],
] as const)('%s and a request that follows', (line, next, spec, chromium, firefox) => {
  expect(sendings({ line, next })).toEqual([`spec ${spec}`, `chromium ${chromium}`, `firefox ${firefox}`]);
});

test('with third-party cookies blocked a cookie of an embedded image is not sent, a partitioned one is', () => {
  const image = { ...DIRECT, url: 'https://ads.example/', as: 'image', top: 'https://shop.example/', method: 'GET' } as const;
  const asked = (line: string) => sendings({ ...image, line, next: { ...image, seconds: 1 }, thirdParty: 'block' });
  expect(asked('a=1; Secure; SameSite=None')).not.toContain('chromium sent');
  expect(asked('a=1; Secure; SameSite=None; Partitioned')).toContain('chromium sent');
});

const LAX = 'a=1; Path=/; SameSite=Lax';

test('a line after another replaces its cookie, and the Cookie header has what is left, the longer path first', () => {
  const trial = withLines(
    { ...base, next: { ...LINK, top: '', url: 'https://shop.example/x/y' } },
    ['a=1', 'b=2; Path=/x', 'a=3', ''],
    2,
  );
  const result = tried(trial, at);
  expect(result?.lines.map(({ index, outcomes }) => `${index} ${outcomes.map(({ outcome }) => outcome).join()}`)).toEqual([
    '0 stored,stored,stored',
    '1 stored,stored,stored',
    '2 replaced,replaced,replaced',
  ]);
  expect(result?.headers.map(({ header }) => header)).toEqual(['b=2; a=3', 'b=2; a=3', 'b=2; a=3']);
});

test('a frame of another site between the page and a frame of its own makes the request cross-site', () => {
  const frame = {
    ...DIRECT,
    url: 'https://shop.example/f',
    as: 'frame',
    top: 'https://shop.example/',
    method: 'GET',
    seconds: 1,
  } as const;
  const asked = (frames: readonly string[]) => sendings({ line: LAX, next: { ...frame, frames } })?.[1];
  expect(asked([])).toBe('chromium sent');
  expect(asked(['https://ads.example/'])).toBe('chromium withheld');
});

test('addresses that redirected here can be read, or there is no verdict', () => {
  expect(tried({ ...base, redirects: ['https://idp.example/'] }, at)).not.toBeNull();
  expect(tried({ ...base, redirects: ['idp'] }, at)).toBeNull();
});

test('in a private window Chromium blocks third-party cookies unless told otherwise', () => {
  const image = { ...DIRECT, url: 'https://ads.example/', as: 'image', top: 'https://shop.example/', method: 'GET' } as const;
  const line = 'a=1; Secure; SameSite=None';
  const asked = (more: Partial<Trial>) => outcomes({ ...image, line, ...more })?.[1];
  expect(asked({})).toBe('chromium stored');
  expect(asked({ isPrivate: true })).toBe('chromium rejected');
  expect(asked({ isPrivate: true, thirdParty: 'allow' })).toBe('chromium stored');
});
