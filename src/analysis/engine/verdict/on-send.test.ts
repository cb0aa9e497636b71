import { describe, expect, test } from 'vitest';
import { accessFor, jarWith, NOON, octets } from '../../../../test/build/engine-example';
import { storedCookie } from '../../../../test/build/stored-cookie';
import type { Profile } from '../base/profile';
import { type Circumstances, image, script } from './examples/example';
import { cookieHeader, decideSend, explainSend } from './on-send';
import { applySet } from './on-set';

const HERE = 'https://a.test/x/y';
const header = (lines: readonly string[], more: Circumstances = {}, profile: Profile = 'spec') =>
  cookieHeader(
    jarWith(
      lines.map((line) => [line, HERE]),
      profile,
    ),
    accessFor(HERE, more, profile),
  );

describe('the Cookie header', () => {
  test.each([
    [[], ''],
    [['a=1'], 'a=1'],
    [['a=1', 'b=2'], 'a=1; b=2'],
    // The longer path goes first.
    [['a=1; Path=/', 'b=2; Path=/x'], 'b=2; a=1'],
    [['k'], 'k'],
    [['=k', 'a='], 'k; a='],
    [['a="1"'], 'a="1"'],
    [['a=1; Path=/z'], ''],
  ])('of %j is %j', (lines, expected) => {
    expect(header(lines).header).toBe(expected);
  });

  test('names who stays, those of other hosts of the site included', () => {
    const jar = jarWith(
      [
        ['a=1', HERE],
        ['b=2; Path=/z', HERE],
        ['c=3', 'https://www.a.test/'],
        ['d=4', 'https://b.test/'],
      ],
      'spec',
    );
    const { sent, withheld } = cookieHeader(jar, accessFor(HERE, {}, 'spec'));
    expect(sent.map(({ name }) => name)).toEqual(['a']);
    expect(withheld.map(({ cookie, prediction }) => [cookie.name, prediction.outcome, prediction.reasons])).toEqual([
      ['b', 'withheld', ['path-mismatch']],
      ['c', 'withheld', ['domain-mismatch']],
    ]);
  });

  test('leaves out what cannot be told', () => {
    const { header: sent, withheld } = header(['a=1; Max-Age=60', 'b=2'], { clock: 'unknown' });
    expect(sent).toBe('b=2');
    expect(withheld[0]?.prediction).toEqual({ outcome: 'cannot-tell', reasons: [], missing: ['clock'] });
  });

  test.each([
    ['spec', 'a=2; b=1'],
    ['firefox', 'b=1; a=2'],
  ] as const)('document.cookie in %s after a script rewrote a: %s', (profile, expected) => {
    const jar = jarWith(
      [
        ['a=1', HERE],
        ['b=1', HERE],
      ],
      profile,
      60,
    );
    applySet(jar, accessFor(HERE, { cause: script() }, profile), octets('a=2'));
    expect(cookieHeader(jar, accessFor(HERE, { cause: script() }, profile)).header).toBe(expected);
    expect(cookieHeader(jar, accessFor(HERE, {}, profile)).header).toBe('a=2; b=1');
  });
});

describe('one cookie and one request', () => {
  test('all that speaks against it is given, the deciding step first', () => {
    const cookie = storedCookie('a', { domain: 'www.a.test', secure: true, httpOnly: true, path: '/z', sameSite: 'strict' });
    const access = accessFor('http://a.test/', { cause: { ...image('http://b.test'), act: 'script' } }, 'spec');
    expect(decideSend(cookie, access).reasons).toEqual([
      'domain-mismatch',
      'path-mismatch',
      'secure-insecure-request',
      'http-only-script-read',
      'same-site-strict',
    ]);
    const { allowed, decider, steps } = explainSend(cookie, access);
    expect([allowed, decider, steps[0]?.span]).toEqual([false, 0, null]);
  });

  test('SameSite=None without Secure, as a jar read from a browser may hold it, stays', () => {
    const cookie = storedCookie('a', { sameSite: 'none', at: NOON });
    expect(decideSend(cookie, accessFor(HERE, {}, 'spec')).reasons).toEqual(['same-site-none-insecure']);
  });

  test.each([
    [{ topLevelSite: 'https://a.test', crossSiteAncestor: null }, 'cannot-tell'],
    [{ topLevelSite: 'https://a.test', crossSiteAncestor: false }, 'sent'],
    [{ topLevelSite: 'https://a.test', crossSiteAncestor: true }, 'withheld'],
    [{ topLevelSite: 'https://b.test', crossSiteAncestor: null }, 'withheld'],
  ] as const)('a cookie of partition %j: %s', (partition, outcome) => {
    expect(decideSend(storedCookie('a', { partition }), accessFor(HERE, {}, 'spec')).outcome).toBe(outcome);
  });

  test('where the request does not say whether another site lies between, that is missing', () => {
    const cookie = storedCookie('a', { partition: { topLevelSite: 'https://a.test', crossSiteAncestor: true } });
    const key = { topLevelSite: 'https://a.test', crossSiteAncestor: null };
    expect(decideSend(cookie, accessFor(HERE, { unknown: { partitionKey: key } }, 'chromium'))).toEqual({
      outcome: 'cannot-tell',
      reasons: [],
      missing: ['cross-site-ancestor'],
    });
    expect(decideSend(cookie, accessFor(HERE, { unknown: { partitionKey: null } }, 'chromium')).outcome).toBe('withheld');
  });

  test('what is open matters only where nothing speaks against it', () => {
    const cookie = storedCookie('a', { path: '/z', sameSite: 'lax' });
    const more = { unknown: { initiator: { unknown: 'initiator' } }, cause: image('https://a.test') };
    expect(decideSend(cookie, accessFor(HERE, more, 'spec'))).toEqual({
      outcome: 'withheld',
      reasons: ['path-mismatch'],
      missing: [],
    });
    expect(explainSend({ ...cookie, path: octets('/') }, accessFor(HERE, more, 'spec')).allowed).toBe('cannot-tell');
  });
});
