import { describe, expect, test } from 'vitest';
import { bytes } from '../facts/bytes';
import { instant, seconds } from '../facts/units';
import { parseSetCookie } from '../header/set-cookie';
import { ACTIONS, FRAMEWORKS } from './framework';
import { frameworks } from './frameworks';
import { actionLines, snippet, type Wanted } from './snippet';
import { changedBy, wanted } from './wanted';

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

  test('fills every slot of its actions', () => {
    for (const action of ACTIONS) {
      expect(actionLines(frameworks[id], action, sound).join('\n')).not.toMatch(/\$(?:name|domain|path)\b/);
    }
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

test('names the properties that changes are about, each once', () => {
  expect(
    changedBy([
      { kind: 'drop', attribute: 'expires' },
      { kind: 'set', attribute: 'max-age', value: bytes('1') },
      { kind: 'add-flag', flag: 'httponly' },
      { kind: 'drop-empty' },
    ]),
  ).toEqual(['lifetime', 'httpOnly']);
});
