import { describe, expect, test } from 'vitest';
import { accessFor, jarWith, octets } from '../../../../test/build/engine-example';
import type { Profile } from '../base/profile';
import { image, script } from './examples/example';
import { explainSet } from './on-set';

const HERE = 'https://a.test/x/y';

describe('the octets that a refusal is about', () => {
  test.each([
    ['a=1\x01; x', 'syntax-control-character', '\x01'],
    ['=; Secure', 'syntax-empty', '='],
    [`a=${'v'.repeat(4096)}`, 'syntax-pair-too-long', `a=${'v'.repeat(4096)}`],
    ['a=1; Domain=b.test; Path=/', 'domain-mismatch', 'Domain=b.test'],
    ['a=1; Domain=test', 'domain-public-suffix', 'Domain=test'],
    ['a=1; Domain=\xe9', 'domain-non-ascii', 'Domain=\xe9'],
    ['a=1; Path=/a; Path=/\xe9', 'path-non-ascii', 'Path=/\xe9'],
    ['a=1; SameSite=None', 'same-site-none-insecure', 'SameSite=None'],
    ['a=1; Partitioned', 'partitioned-insecure', 'Partitioned'],
    ['__Secure-a=1', 'prefix-secure', '__Secure-a'],
    ['__Host-a=1; Path=/', 'prefix-host-secure', '__Host-a'],
    ['__Host-a=1; Path=/; Secure; Domain=a.test', 'prefix-host-domain', 'Domain=a.test'],
    ['__Host-a=1; Secure; Path=/x', 'prefix-host-path', 'Path=/x'],
    ['__Host-a=1; Secure', 'prefix-host-path', '__Host-a'],
    ['__Http-a=1; Secure', 'prefix-http-http-only', '__Http-a'],
    ['=__Host-x', 'prefix-hidden', '__Host-x'],
  ])('%j: %s', (line, reason, expected) => {
    const { steps } = explainSet(jarWith([], 'spec'), accessFor(HERE, {}, 'spec'), octets(line));
    const span = steps.find((step) => step.reason === reason)?.span;
    expect(span && line.slice(span.start, span.end)).toBe(expected);
    expect(steps.filter((step) => step.outcome !== 'failed').every((step) => step.span === null)).toBe(true);
  });

  test.each([
    ['a=1; Secure', 'http://a.test/', {}, 'secure-insecure-origin', 'Secure'],
    ['a=1; HttpOnly', HERE, { cause: script() }, 'http-only-from-script', 'HttpOnly'],
    ['a=1; SameSite=Lax', HERE, { cause: image('https://b.test') }, 'same-site-cross-site', 'SameSite=Lax'],
    ['a=1', HERE, { cause: image('https://b.test') }, 'same-site-cross-site', null],
    ['a=1', HERE, { cause: image('https://b.test'), policy: 'block' }, 'third-party-blocked', null],
    ['__Http-a=1; Secure; HttpOnly', HERE, { cause: script() }, 'prefix-http-from-script', '__Http-a'],
    ['a=1', 'ftp://a.test/', {}, 'scheme-not-cookieable', null],
  ] as const)('%j at %s: %s', (line, url, more, reason, expected) => {
    const { steps } = explainSet(jarWith([], 'spec'), accessFor(url, more, 'spec'), octets(line));
    const span = steps.find((step) => step.reason === reason)?.span ?? null;
    expect(span && line.slice(span.start, span.end)).toBe(expected);
  });

  test('in browsers alone', () => {
    const span = (line: string, profile: Profile, reason: string) => {
      const found = explainSet(jarWith([], profile), accessFor(HERE, {}, profile), octets(line)).steps.find(
        (step) => step.reason === reason,
      )?.span;
      return found && line.slice(found.start, found.end);
    };
    expect(span('a=1\t2', 'chromium', 'syntax-tab')).toBe('\t');
    expect(span('=1', 'firefox', 'syntax-nameless')).toBe('1');
    expect(span('=a=1', 'chromium', 'syntax-nameless-equals')).toBe('a=1');
    expect(span('a=1; Path=/x\ty', 'firefox', 'path-tab')).toBe('Path=/x\ty');
  });
});
