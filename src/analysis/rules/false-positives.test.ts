import { describe, expect, test } from 'vitest';
import { exampleDigest, rowsOf } from '../../../test/build/example-facts';
import { sessionsOf } from '../session/sessions';
import { audit } from './audit';
import type { ExampleStep } from './engine/example';
import { signingIn } from './engine/example-values';
import type { RuleId } from './registry';

/**
 * What scanners get wrong, after public threads about them. Roles are concluded here, not given: no finding may be
 * more than a note but those named.
 */
const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const HSTS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

const page = (...sets: readonly string[]): readonly ExampleStep[] => [{ ask: 'GET https://shop.example/', sets, answers: HSTS }];

function graveFindings(steps: readonly ExampleStep[]): readonly RuleId[] {
  const rows = rowsOf({ title: '', steps: steps.map((step) => ({ answers: HSTS, ...step })), expect: 'pass' });
  const { findings } = audit(rows, 'shop.example', sessionsOf(rows, exampleDigest));
  return findings.filter(({ severity, rule }) => severity !== 'note' && rule !== 'hsts-missing').map(({ rule }) => rule);
}

describe('no alarm about', () => {
  test.each<[string, readonly ExampleStep[]]>([
    // https://github.com/zaproxy/zaproxy/issues/6482
    [
      'SameSite=None of OpenID Connect',
      page(
        '.AspNetCore.Correlation.kq3X=N; Path=/signin-oidc; Max-Age=900; Secure; HttpOnly; SameSite=None',
        '.AspNetCore.OpenIdConnect.Nonce.CfDJ8=N; Path=/signin-oidc; Max-Age=900; Secure; HttpOnly; SameSite=None',
      ),
    ],
    [
      'the session of an identity provider, which sites embed',
      page(`AUTH_SESSION_ID=${ID}.node1; Path=/; Secure; HttpOnly; SameSite=None`),
    ],
    // https://gitlab.com/gitlab-org/gitlab/-/issues/33705
    [
      'event_filter and _sort',
      page('event_filter=all; Path=/; Secure; SameSite=Lax', 'project_sort=created_desc; Path=/; Secure; SameSite=Lax'),
    ],
    ['a theme that scripts read', page('theme=dark; Path=/; Max-Age=31536000; Secure; SameSite=Lax')],
    ['a theme without Secure and SameSite: notes at most', page('theme=dark; Path=/')],
    // https://github.com/spatie/laravel-cookie-consent/discussions/182
    ['a consent cookie that scripts read', page('laravel_cookie_consent=1; Path=/; Max-Age=31536000; Secure; SameSite=Lax')],
    // https://github.com/cockpit-project/cockpit/issues/8330
    [
      'the deletion of a session cookie',
      page('cockpit=deleted; Path=/; Max-Age=0', 'connect.sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
    ],
    [
      'a CSRF token that the page reads',
      page(
        'XSRF-TOKEN=eyJpdiI6IjEifQ; Path=/; Max-Age=7200; Secure; SameSite=Lax',
        `csrftoken=${ID}; Path=/; Max-Age=31449600; Secure; SameSite=Lax`,
      ),
    ],
    // HTTP Observatory has this name as a hard-coded exception: it contains "sess".
    [
      'a load balancer whose name says session',
      page(`heroku-session-affinity=${ID}; Version=1; Path=/; Max-Age=86400; Secure; HttpOnly`),
    ],
    [
      'a name that contains "login" or "sess"',
      page('login_theme=dark; Path=/; Secure; SameSite=Lax', 'possession=yes; Path=/; Secure; SameSite=Lax'),
    ],
    [
      'analytics ids that scripts write and read',
      page('_ga=GA1.1.1795435200.1795435200; Domain=shop.example; Path=/; Max-Age=34560000; Secure; SameSite=Lax'),
    ],
    // webhint 3.0.23 calls it unknown.
    ['Partitioned', page('chat=1; Path=/; Secure; SameSite=None; Partitioned')],
    [
      'Expires beside an equal Max-Age, as Express writes them',
      page('theme=dark; Max-Age=86400; Path=/; Expires=Tue, 24 Nov 2026 12:00:01 GMT; Secure; SameSite=Lax'),
    ],
    [
      'a connection id in the address, beside a session cookie of that name',
      [
        ...page(`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`),
        {
          ask: 'GET https://shop.example/socket.io/?EIO=4&sid=Xk3fQ9aLmN0pR7tV',
          as: 'fetch',
          from: 'https://shop.example',
          sends: `sid=${ID}`,
        },
      ],
    ],
    [
      'a servlet application under its own path',
      [
        {
          ask: 'GET https://shop.example/app/',
          sets: ['JSESSIONID=9F2C71D0A4E85B3631D4D96E407AAD42; Path=/app; Secure; HttpOnly; SameSite=Lax'],
        },
        { ask: 'GET https://shop.example/app/home', sends: 'JSESSIONID=9F2C71D0A4E85B3631D4D96E407AAD42' },
      ],
    ],
  ])('%s', (_, steps) => {
    expect(graveFindings(steps)).toEqual([]);
  });
});

describe('an alarm that others miss about', () => {
  test.each<[string, readonly ExampleStep[], RuleId]>([
    [
      'connect.sid, whose name holds neither "sess" nor "login"',
      page('connect.sid=s%3AXk3fQ9aLmN0pR7tVw2yB5cD8eF1gH4jK.9f2c71d0a4e85b36XYZabc; Path=/; Secure; SameSite=Lax'),
      'http-only-missing',
    ],
    ['a Laravel session', page('laravel_session=eyJpdiI6IjEifQ%3D%3D; Path=/; HttpOnly; SameSite=Lax'), 'secure-missing'],
    ['an XSRF token without SameSite', page(`XSRF-TOKEN=${ID}; Path=/; Secure`), 'same-site-missing'],
    ['a session that keeps its id at sign-in', signingIn(`app=${ID}`, `app=${ID}`), 'session-fixation'],
  ])('%s', (_, steps, rule) => {
    expect(graveFindings(steps)).toContain(rule);
  });
});
