import { describe, expect, test } from 'vitest';
import { accessFor, jarWith, NOON, octets } from '../../../../test/build/engine-example';
import { PROFILES, type Profile } from '../base/profile';
import type { StoredCookie } from '../jar/stored-cookie';
import { type Circumstances, image, script } from './examples/example';
import { applySet, decideSet, explainSet, type SetDecision } from './on-set';

const HERE = 'https://a.test/x/y';

interface Then {
  readonly url?: string;
  readonly more?: Circumstances;
  readonly profile?: Profile;
}

/** What becomes of a line after others. */
const lineAfter = (lines: readonly string[], line: string, { url = HERE, more = {}, profile = 'spec' }: Then = {}) => {
  const jar = jarWith(
    lines.map((each) => [each, HERE]),
    profile,
    60,
  );
  const access = accessFor(url, more, profile);
  const before = [...jar.all()];
  const decision = decideSet(jar, access, octets(line));
  expect([...jar.all()]).toEqual(before);
  const applied = applySet(jar, access, octets(line));
  return { decision, applied, jar };
};

describe('what becomes of a line', () => {
  test.each<[before: readonly string[], line: string, outcome: SetDecision['outcome']]>([
    [[], 'a=1', 'stored'],
    [['b=1'], 'a=1', 'stored'],
    [['a=1; Path=/'], 'a=1', 'stored'],
    [['a=1; Domain=a.test'], 'a=1', 'stored'],
    [['a=1'], 'a=2', 'replaced'],
    [['a=1'], 'a=1', 'unchanged'],
    [['a=1'], 'a=1; Secure', 'replaced'],
    [['a=1'], 'a=1; HttpOnly', 'replaced'],
    [['a=1'], 'a=1; SameSite=Lax', 'replaced'],
    [['a=1'], 'a=1; Max-Age=60', 'replaced'],
    [['a=1'], 'a=1; Priority=High', 'replaced'],
    [['a=1'], 'a=; Max-Age=0', 'deleted'],
    [['a=1'], 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'deleted'],
    [[], 'a=1; Max-Age=0', 'deleted'],
    [['a=1'], 'a=1; Domain=b.test', 'rejected'],
    [['a=1'], '=', 'rejected'],
  ])('after %j, %j is %s', (before, line, outcome) => {
    const { decision, applied, jar } = lineAfter(before, line);
    expect([decision.outcome, applied.outcome]).toEqual([outcome, outcome]);
    expect(decision.accepted).toBe(outcome !== 'rejected');
    expect(decision.evicted).toEqual([]);
    const count = before.length + (outcome === 'stored' ? 1 : outcome === 'deleted' ? -before.length : 0);
    expect(jar.size).toBe(count);
    if (decision.cookie !== null) expect(jar.find(decision.cookie)).toEqual(decision.cookie);
  });

  test('what cannot be told changes nothing, and says what it would store', () => {
    const { decision, jar } = lineAfter([], 'a=1; Max-Age=60', { more: { clock: 'unknown' } });
    expect(decision).toMatchObject({ accepted: 'cannot-tell', outcome: 'cannot-tell', reasons: [], missing: ['clock'] });
    expect(decision.cookie?.name).toBe('a');
    expect(jar.size).toBe(0);
  });

  test('a certain fault decides, and what is not known is then not asked for', () => {
    const { decision } = lineAfter([], 'a=1; Max-Age=60; Domain=b.test', { more: { clock: 'unknown' } });
    expect(decision).toMatchObject({
      accepted: false,
      outcome: 'rejected',
      reasons: ['domain-mismatch'],
      missing: [],
      cookie: null,
    });
  });

  test('all that speaks against a line is given, the deciding step first', () => {
    const { decision } = lineAfter([], '__Host-a=1\x01; Domain=b.test; SameSite=None', { url: 'http://a.test/' });
    expect(decision.reasons).toEqual([
      'syntax-control-character',
      'domain-mismatch',
      'same-site-none-insecure',
      'prefix-host-secure',
    ]);
    const { allowed, decider, reasons, steps } = explainSet(
      jarWith([], 'spec'),
      accessFor('http://a.test/', {}, 'spec'),
      octets('=; Domain=b.test'),
    );
    expect([allowed, steps[decider ?? -1]?.id, reasons]).toEqual([false, 'set-empty', ['syntax-empty', 'domain-mismatch']]);
  });

  test('a line of a foreign partition replaces nothing', () => {
    const { decision, jar } = lineAfter(['a=1; SameSite=None; Secure'], 'a=2; SameSite=None; Secure; Partitioned', {
      more: { cause: image('https://b.test') },
    });
    expect([decision.outcome, jar.size]).toEqual(['stored', 2]);
    expect(decision.cookie?.partition).toEqual({ topLevelSite: 'https://b.test', crossSiteAncestor: true });
  });

  test('where the partition is not known, nothing is said of the cookie before', () => {
    const { decision } = lineAfter(['a=1'], 'a=2; Secure; Partitioned', {
      more: { unknown: { partitionKey: { unknown: 'frame' } } },
    });
    expect(decision).toMatchObject({ outcome: 'cannot-tell', previous: null, missing: ['frame'] });
    expect(decision.cookie?.partition).toBeNull();
  });
});

describe('the cookie that a line makes', () => {
  const cookieOf = (line: string, then: Then = {}): StoredCookie | null => lineAfter([], line, then).decision.cookie;

  test('has the line’s parts, and the response’s place and time', () => {
    expect(
      cookieOf('a=1; Domain=.A.test; Path=/z; Secure; HttpOnly; SameSite=Strict; Max-Age=60; Priority=High', {
        url: 'https://www.a.test/x/y',
      }),
    ).toEqual({
      name: 'a',
      value: '1',
      domain: 'a.test',
      hostOnly: false,
      path: '/z',
      secure: true,
      httpOnly: true,
      sameSite: 'strict',
      partition: null,
      priority: 'high',
      expires: NOON + 60_000,
      creation: NOON,
      lastAccess: NOON,
      serial: 0,
      scriptSerial: 0,
    });
    expect(cookieOf('a=1')).toMatchObject({ domain: 'a.test', hostOnly: true, path: '/x', expires: null, sameSite: 'absent' });
  });

  test.each<[line: string, expected: readonly [Partial<StoredCookie>, Partial<StoredCookie>, Partial<StoredCookie>]]>([
    // The standard, Chromium, Firefox.
    [
      'k',
      [
        { name: octets(''), value: octets('k') },
        { name: octets(''), value: octets('k') },
        { name: octets('k'), value: octets('') },
      ],
    ],
    ['a=\xe9', [{ value: octets('\xe9') }, { value: octets('\xe9') }, { value: octets('\xef\xbf\xbd') }]],
    ['a=\xc3\xa9', [{ value: octets('\xc3\xa9') }, { value: octets('\xc3\xa9') }, { value: octets('\xc3\xa9') }]],
    ['a=1; Path=x', [{ path: octets('/x') }, { path: octets('/x') }, { path: octets('/x') }]],
    ['a=1; Path=', [{ path: octets('/x') }, { path: octets('/x') }, { path: octets('/x') }]],
  ])('of %j', (line, expected) => {
    for (const [n, profile] of PROFILES.entries()) expect(cookieOf(line, { profile })).toMatchObject(expected[n] ?? {});
  });

  test.each([
    // An address as Domain: a domain cookie by the letter, host-only in browsers.
    ['spec', false],
    ['chromium', true],
    ['firefox', true],
  ] as const)('with Domain=127.0.0.1 on 127.0.0.1 in %s is host-only: %s', (profile, hostOnly) => {
    expect(cookieOf('a=1; Domain=127.0.0.1', { profile, url: 'http://127.0.0.1/' })).toMatchObject({
      domain: '127.0.0.1',
      hostOnly,
    });
  });

  test('with the public suffix that is its host as Domain is host-only', () => {
    expect(cookieOf('a=1; Domain=github.io', { url: 'https://github.io/' })).toMatchObject({
      domain: 'github.io',
      hostOnly: true,
    });
  });
});

describe('a cookie written again', () => {
  // Written a minute before; then again at noon.
  test.each([
    ['spec', 'a=2', NOON - 60_000],
    ['spec', 'a=1', NOON - 60_000],
    ['chromium', 'a=1', NOON - 60_000],
    // A new value makes it a new cookie to Chromium.
    ['chromium', 'a=2', NOON],
    ['firefox', 'a=2', NOON - 60_000],
  ] as const)('in %s by %s was made at %d', (profile, line, creation) => {
    const { decision } = lineAfter(['a=1', 'b=1'], line, { profile });
    expect(decision.cookie).toMatchObject({ creation, lastAccess: NOON, serial: creation === NOON ? 2 : 0 });
  });

  const byScript: Then = { profile: 'firefox', more: { cause: script() } };

  test('by a script goes last in Firefox’s document.cookie, and keeps its place in the header', () => {
    expect(lineAfter(['a=1', 'b=1'], 'a=2', byScript).decision.cookie).toMatchObject({ serial: 0, scriptSerial: 2 });
    expect(lineAfter(['a=1', 'b=1'], 'a=1', byScript).decision.cookie).toMatchObject({ serial: 0, scriptSerial: 0 });
    expect(lineAfter(['a=1', 'b=1'], 'a=2', { profile: 'firefox' }).decision.cookie).toMatchObject({
      serial: 0,
      scriptSerial: 0,
    });
    expect(lineAfter(['a=1', 'b=1'], 'a=2', { ...byScript, profile: 'spec' }).decision.cookie).toMatchObject({ scriptSerial: 0 });
  });

  test('unchanged by a response keeps the place a script gave it', () => {
    const { jar } = lineAfter(['a=1', 'b=1'], 'a=2', byScript);
    const again = applySet(jar, accessFor(HERE, {}, 'firefox'), octets('a=2'));
    expect([again.outcome, again.cookie?.scriptSerial]).toEqual(['unchanged', 2]);
    const anew = applySet(jar, accessFor(HERE, {}, 'firefox'), octets('a=3'));
    expect([anew.outcome, anew.cookie?.scriptSerial]).toEqual(['replaced', 0]);
  });
});

test('who has to make room is reported', () => {
  const lines = Array.from({ length: 180 }, (_, n) => [`c${n}=1`, HERE] as const);
  const jar = jarWith(lines, 'chromium', 60);
  const { evicted, outcome } = applySet(jar, accessFor(HERE, {}, 'chromium'), octets('new=1'));
  expect([outcome, evicted.length, jar.size]).toEqual(['stored', 31, 150]);
});
