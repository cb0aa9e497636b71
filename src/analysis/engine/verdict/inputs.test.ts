import { describe, expect, test } from 'vitest';
import { accessFor, jarWith, octets } from '../../../../test/build/engine-example';
import { storedCookie } from '../../../../test/build/stored-cookie';
import { instant } from '../base/units';
import { type Circumstances, image, redirected, script } from './examples/example';
import { explainSend } from './on-send';
import { explainSet } from './on-set';
import type { Step, StepId } from './verdict';

const HERE = 'https://www.a.test/x/y';
const words = (steps: readonly Step[], id: StepId): string =>
  steps
    .find((step) => step.id === id)
    ?.inputs.map(({ what, value }) => `${what} ${value}`)
    .join(', ') ?? 'no step';

describe('what a step on setting looked at', () => {
  test.each<[id: StepId, line: string, inputs: string, more?: Circumstances]>([
    ['set-url', 'a=1', 'scheme https, host www.a.test'],
    ['set-control-characters', 'a=1', ''],
    ['set-control-characters', 'a=1\x01', 'octet 4'],
    ['set-tab', 'a=1', ''],
    ['set-tab', 'a=1\t2', 'octet 4'],
    ['set-empty', 'a=1', ''],
    ['set-pair-size', 'ab=123', 'octets 5 / 4096'],
    ['set-nameless', 'a=1', ''],
    ['set-lifetime', 'a=1', ''],
    ['set-lifetime', 'a=1; Max-Age=60', 'lifetime-from max-age, until 2026-06-01T12:01:00.000Z'],
    ['set-lifetime', 'a=1; Max-Age=0', 'lifetime-from max-age, until -∞'],
    ['set-lifetime', 'a=1; Max-Age=99999999', 'lifetime-from max-age, until 2027-07-06T12:00:00.000Z, capped 400'],
    ['set-domain-ascii', 'a=1', 'host www.a.test'],
    ['set-public-suffix', 'a=1; Domain=test', 'domain test, host www.a.test'],
    ['set-domain-match', 'a=1; Domain=\xc3\xa9', 'domain é, host www.a.test'],
    ['set-path', 'a=1', 'path /x'],
    ['set-secure', 'a=1', 'scheme https, host www.a.test'],
    ['set-http-only', 'a=1', 'via http'],
    ['set-http-only', 'a=1', 'via script', { cause: script() }],
    ['set-leave-secure-alone', 'n=1; Path=/z; Domain=a.test', 'name n, domain a.test, path /z'],
    ['set-same-site', 'a=1; SameSite=Strict', 'same-site Strict, request-type main-frame-navigation, method GET, initiator –'],
    [
      'set-same-site',
      'a=1; SameSite=Lax',
      'same-site Lax, request-type subresource, method GET, initiator https://b.test, site-for-cookies https://b.test, redirects 1',
      { cause: redirected('https://b.test', 'https://c.test/r/') },
    ],
    [
      'set-same-site',
      'a=1',
      'same-site –, request-type subresource, method GET, site-for-cookies –',
      { cause: image('https://b.test'), unknown: { initiator: { unknown: 'x' }, siteForCookies: null } },
    ],
    ['set-none-secure', 'a=1; SameSite=None; Secure', 'same-site None, secure true'],
    ['set-prefix-secure', '__Secure-a=1', 'prefix secure'],
    ['set-prefix-host', '__Host-a=1', 'prefix host, path /x'],
    ['set-prefix-host', '__Host-a=1; Domain=a.test; Path=/', 'prefix host, domain a.test, path /'],
    ['set-prefix-http', '__Http-a=1', 'prefix http, via http'],
    ['set-prefix-hidden', 'a=1', ''],
    ['set-partitioned', 'a=1', 'partition –'],
    ['set-partitioned', 'a=1; Partitioned', 'partition https://a.test'],
    ['set-partitioned', 'a=1; Partitioned', 'partition https://b.test (cross-site ancestor)', { cause: image('https://b.test') }],
    ['set-partitioned', 'a=1; Partitioned', '', { unknown: { partitionKey: { unknown: 'x' } } }],
    ['set-third-party', 'a=1', 'policy allow'],
    ['set-third-party', 'a=1', 'policy unknown', { policy: { unknown: 'x' } }],
    ['set-overwrite-http-only', 'a=1', 'via http'],
    ['set-limit', 'a=1', ''],
  ])('%s: %j', (id, line, inputs, more = {}) => {
    const { steps } = explainSet(jarWith([], 'chromium'), accessFor(HERE, more, 'chromium'), octets(line));
    expect(words(steps, id)).toBe(inputs);
  });

  test('without a host there is none', () => {
    const { steps } = explainSet(jarWith([], 'spec'), accessFor('about:blank', {}, 'spec'), octets('a=1'));
    expect([words(steps, 'set-url'), words(steps, 'set-secure')]).toEqual(['', '']);
  });
});

describe('what a step on sending looked at', () => {
  const partition = { topLevelSite: 'https://b.test', crossSiteAncestor: true };
  test.each<[id: StepId, more: Parameters<typeof storedCookie>[1], inputs: string]>([
    ['send-domain', {}, 'host-only a.test, host www.a.test'],
    ['send-domain', { hostOnly: false }, 'domain a.test, host www.a.test'],
    ['send-path', { path: '/z' }, 'cookie-path /z, path /x/y'],
    ['send-secure', {}, 'scheme https, host www.a.test'],
    ['send-http-only', {}, 'via http'],
    ['send-same-site', { sameSite: 'lax' }, 'same-site Lax, request-type main-frame-navigation, method GET, initiator –'],
    ['send-expiry', {}, ''],
    ['send-expiry', { expires: instant(0) }, 'until 1970-01-01T00:00:00.000Z'],
    ['send-expiry', { expires: instant(-8.64e15) }, ''],
    ['send-partition', {}, 'partition –, request-partition https://a.test'],
    ['send-partition', { partition }, 'partition https://b.test (cross-site ancestor), request-partition https://a.test'],
    ['send-third-party', {}, 'policy allow'],
  ])('%s of %j', (id, more, inputs) => {
    expect(words(explainSend(storedCookie('a', more), accessFor(HERE, {}, 'spec')).steps, id)).toBe(inputs);
  });
});
