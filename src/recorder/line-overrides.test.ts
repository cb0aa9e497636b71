import { beforeEach, describe, expect, test } from 'vitest';
import { aFewTurns } from '../../test/build/a-few-turns';
import { NOON } from '../../test/build/clock';
import { aCookie } from '../../test/build/cookie';
import { bytes } from '../analysis/engine/base/bytes';
import type { JarCookie } from '../analysis/facts/fact';
import type { UserWrite } from '../protocol/recording-log';
import { LineOverrides } from './line-overrides';
import { overridden } from './override-cookie';

const URL = 'https://shop.example/login';
let writes: string[] = [];
let answer: string | null = null;
const described = ({ cookie, removed }: UserWrite) =>
  `${removed ? 'delete' : 'set'} ${cookie.name}=${cookie.value} ${cookie.path} ${cookie.sameSite}${cookie.secure ? ' secure' : ''}`;
const overrides = () =>
  new LineOverrides({
    browser: 'chromium',
    topLevelSite: () => 'https://shop.example',
    now: () => NOON,
    changed: () => {},
    write: async (write) => {
      writes.push(described(write));
      return answer;
    },
  });
const sid = (value: string, fields: Partial<JarCookie> = {}) => aCookie(`sid=${value}`).on('shop.example').with(fields).cookie;

beforeEach(() => {
  writes = [];
  answer = null;
});

describe('a line that the browser refuses', () => {
  const asked = { url: URL, line: 'sid=old; Path=/; SameSite=None; Secure', present: null, isTaken: false };

  test('is written with the value of each response, and gone when it ends', async () => {
    const all = overrides();
    await all.begin(asked);
    all.received(URL, [bytes('sid=1; Path=/; SameSite=None'), bytes('other=1')]);
    all.received('https://shop.example/again', [bytes('sid=2; Path=/; SameSite=None')]);
    all.received('https://pay.example/', [bytes('sid=3; Path=/; SameSite=None')]);
    await aFewTurns();
    expect(writes).toEqual(['set sid=1 / none secure', 'set sid=2 / none secure']);
    expect(all.states).toMatchObject([{ name: 'sid', host: 'shop.example', applied: 2, refused: null }]);
    writes = [];
    await all.end(all.states[0]?.id ?? '');
    expect(writes).toEqual(['delete sid=2 / none secure']);
    expect(all.states).toEqual([]);
  });

  test('that no browser would take either is said to be none', async () => {
    const all = overrides();
    await all.begin({ ...asked, line: '__Host-sid=old; Path=/sub; Secure' });
    all.received(URL, [bytes('__Host-sid=1; Path=/')]);
    await aFewTurns();
    expect([writes, all.states[0]?.refused]).toEqual([[], { reason: 'prefix-host-path' }]);
  });

  test('that the browser refuses of an extension is reported with its words', async () => {
    answer = 'no';
    const all = overrides();
    await all.begin(asked);
    all.received(URL, [bytes('sid=1; Path=/; SameSite=None')]);
    await aFewTurns();
    expect(all.states[0]).toMatchObject({ applied: 0, refused: { words: 'no' } });
  });
});

describe('a line that the browser takes', () => {
  const present = sid('1', { sameSite: 'strict' });
  const asked = { url: URL, line: 'sid=1; Path=/; SameSite=Lax', present, isTaken: true };

  test('is overridden at once, and again when the browser stores it after our write; it is put back at the end', async () => {
    const all = overrides();
    await all.begin(asked);
    expect(writes).toEqual(['set sid=1 / lax']);
    all.received(URL, [bytes('sid=2; Path=/; SameSite=Strict')]);
    all.cookieChanged({ cookie: sid('2', { sameSite: 'strict' }), removed: false });
    all.cookieChanged({ cookie: sid('2', { sameSite: 'lax' }), removed: false });
    await aFewTurns();
    expect(writes).toEqual(['set sid=1 / lax', 'set sid=2 / lax', 'set sid=2 / lax']);
    writes = [];
    expect(all.restoring().map(described)).toEqual(['set sid=2 / strict']);
    await all.end(all.states[0]?.id ?? '');
    expect(writes).toEqual(['set sid=2 / strict']);
  });

  test('with another path in the correction: one of the two is there, never both', async () => {
    const all = overrides();
    await all.begin({ url: URL, line: 'sid=1; Path=/', present: sid('1', { path: bytes('/login') }), isTaken: true });
    expect(writes).toEqual(['set sid=1 / absent', 'delete sid=1 /login absent']);
    writes = [];
    await all.end(all.states[0]?.id ?? '');
    expect(writes).toEqual(['delete sid=1 / absent', 'set sid=1 /login absent']);
  });

  test('a deletion by the server deletes the overridden cookie, and nothing comes back', async () => {
    const all = overrides();
    await all.begin(asked);
    writes = [];
    all.received(URL, [bytes('sid=; Path=/; Max-Age=0')]);
    await aFewTurns();
    expect(writes).toEqual(['delete sid= / lax']);
    await all.end(all.states[0]?.id ?? '');
    expect(writes).toHaveLength(1);
  });
});

test.each([
  [
    'sid=2; Path=/x; Expires=Thu, 01 Jan 2099 00:00:00 GMT',
    'sid=1; Path=/; Secure',
    'sid=2; Path=/; Secure; Expires=Thu, 01 Jan 2099 00:00:00 GMT',
  ],
  ['sid=2; Max-Age=60', 'sid=1; Max-Age=600; HttpOnly', 'sid=2; Max-Age=600; HttpOnly'],
  ['sid=; Max-Age=0', 'sid=1; Max-Age=600; Path=/', 'sid=; Path=/; Max-Age=0'],
  ['sid=2', 'sid=1', 'sid=2'],
])('%s corrected as %s is %s', (server, correction, line) => {
  expect(overridden(bytes(server), bytes(correction))).toBe(line);
});
