import { describe, expect, test } from 'vitest';
import { bytes } from '../engine/base/bytes';
import { instant, seconds } from '../engine/base/units';
import { parseSetCookie } from '../engine/header/set-cookie';
import { ACTIONS, FRAMEWORKS } from './frameworks/framework';
import { frameworks } from './frameworks/registry';
import { actionLines, snippet, type Wanted } from './snippet';
import { changedBetween, wanted } from './wanted';

const NOW = instant(Date.UTC(2026, 10, 23, 12));
const sound: Wanted = {
  name: bytes('__Host-sid'),
  domain: null,
  path: bytes('/'),
  lifetime: seconds(3600),
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  partitioned: false,
};

const code = (id: (typeof FRAMEWORKS)[number], use: 'session' | 'cookie', cookie: Wanted): string =>
  snippet(frameworks[id], use, cookie, [])
    .lines.map((line) => line.text)
    .join('\n');

describe.each(FRAMEWORKS)('%s', (id) => {
  test.each(['session', 'cookie'] as const)('fills every slot of its %s', (use) => {
    expect(code(id, use, sound)).not.toMatch(/\$(?:name|domain|path|seconds|milliseconds|minutes|samesite|SameSite)/);
    expect(code(id, use, sound)).toContain('__Host-sid');
  });

  test.each(ACTIONS)('fills every slot of its lines for %s', (action) => {
    for (const cookie of [sound, { ...sound, domain: 'shop.example', secure: false, partitioned: true }]) {
      expect(actionLines(frameworks[id], action, cookie, 'https://app.example').join('\n')).not.toMatch(
        /\$(?:name|domain|path|origin|secure|partitioned|\[|\])/,
      );
    }
  });

  test('deletes a cookie with the attributes it was set with, and no others', () => {
    const lines = (cookie: Wanted) => actionLines(frameworks[id], 'delete-cookie', cookie).join('\n');
    const broad = { ...sound, domain: 'shop.example', partitioned: true };
    expect(lines(broad)).toContain('shop.example');
    expect(lines(broad)).toMatch(/partitioned/i);
    expect(lines(sound)).not.toMatch(/partitioned|domain.{1,3}shop/i);
    expect(lines({ ...sound, secure: false })).not.toMatch(/secure[(: =]+(?:true|True)|; Secure/);
  });

  test('leaves Secure out where it is not wanted', () => {
    expect(code(id, 'cookie', { ...sound, secure: false })).not.toMatch(/secure[: =]+(?:true|True)/i);
  });

  test('keeps the literal whole whatever the name', () => {
    const name = bytes(`a'"\\b`);
    expect(code(id, 'cookie', { ...sound, name })).toContain(`a\\'\\"\\\\b`);
  });
});

test('marks the lines that make the change', () => {
  const { lines } = snippet(frameworks.express, 'session', sound, ['httpOnly']);
  expect(lines.filter((line) => line.changed).map((line) => line.text.trim())).toEqual(['httpOnly: true,']);
});

test('marks no bracket that a property brings along', () => {
  const { lines } = snippet(frameworks.express, 'session', sound, ['name']);
  expect(lines.filter((line) => line.changed).map((line) => line.text)).toEqual(["  name: '__Host-sid',"]);
});

test('says in a comment what has been left out', () => {
  const { lines } = snippet(frameworks.django, 'cookie', sound, ['domain', 'lifetime']);
  expect(lines.filter((line) => line.changed).map((line) => line.text)).toEqual([
    '    # no domain: the cookie is for this host alone',
    '    max_age=3600,',
  ]);
});

test('says what a framework cannot', () => {
  const { cannot, lines } = snippet(frameworks.nginx, 'session', sound, ['name']);
  expect(cannot).toEqual(['name']);
  expect(lines).toEqual([]);
});

test('reads the wanted cookie off a line', () => {
  const line = parseSetCookie(bytes('sid=1; Domain=.Shop.example; Path=/; Max-Age=60; Secure; SameSite=Strict'));
  expect(wanted(line, NOW)).toEqual({
    name: 'sid',
    domain: 'shop.example',
    path: '/',
    lifetime: 60,
    secure: true,
    httpOnly: false,
    sameSite: 'strict',
    partitioned: false,
  });
});

test('turns Expires into a length of time', () => {
  const line = parseSetCookie(bytes('sid=1; Expires=Mon, 23 Nov 2026 13:00:00 GMT'));
  expect(wanted(line, NOW).lifetime).toBe(3600);
});

test.each([
  ['sid=1', 'sid=1; HttpOnly', ['httpOnly']],
  ['sid=1; Http-Only', 'sid=1; HttpOnly', ['httpOnly']],
  ['sid=1; Path=/', '__Host-sid=1; Path=/; Secure', ['name', 'secure']],
  ['sid=1; Expires=Mon, 23 Nov 2026 13:00:00 GMT; Max-Age=60', 'sid=1; Max-Age=60', []],
  ['sid=1;;Secure', 'sid=1; Secure', []],
])('%s and %s differ in %j', (before, after, expected) => {
  const read = (line: string) => wanted(parseSetCookie(bytes(line)), NOW);
  expect(changedBetween(read(before), read(after))).toEqual(expected);
});
