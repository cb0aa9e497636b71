import { cannotTell, defineRule, fail, observed, pass, unknown } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byCookie } from '../engine/fix';
import { asvs, cwe, mdnSetCookie, rfc } from '../engine/link';
import { crossSiteNeed, SAME_SITE_LAX } from '../engine/same-site-fix';
import { counted, s } from '../engine/sentence';
import { credentials } from '../engine/severity';

/** Cookies of sign-in protocols that come back by a POST from the identity provider, or are asked for in its frames. */
const PROTOCOL =
  /^(?:__(?:Host|Secure)-)?(?:\.AspNetCore\.(?:Correlation|OpenIdConnect)|OpenIdConnect\.nonce|mod_auth_openidc|_shib(?:session|state)_|KEYCLOAK_|KC_|AUTH_SESSION_ID|auth_verification|(?:oidc|oauth|saml)[._-]|(?:next-auth|authjs)\.(?:pkce|state|nonce)|(?:state|nonce)(?:[._-]|$))/i;

const ENOUGH = 5;

export const sameSiteNoneUnneeded = defineRule({
  id: 'same-site-none-unneeded',
  scope: 'cookie',
  severity: { ...credentials('warning'), cart: 'note', 'csrf-token': 'warning' },
  harm: 'request-forged',
  points: { error: 10, warning: 10, note: 4 },
  column: 'samesite',
  title: 'Use Lax instead of None',
  why: s`With ${'SameSite=None'} any other site can make the browser send the cookie with its own requests, which is what CSRF needs. It is right only for what other sites embed.`,
  links: [rfc('5.7'), mdnSetCookie('none'), asvs('3.3.2'), cwe(1275)],
  applies: ({ last, party }) => last?.sameSite === 'none' && last.secure && last.partition === null && party === 'own',
  check: (cookie) => {
    if (crossSiteNeed(cookie) !== null || PROTOCOL.test(cookie.name)) return pass;
    if (cookie.sent.count < ENOUGH) return unknown(s`whether other sites use it: too few requests were recorded`);
    return fail(null);
  },
  heading: (cookie) => s`Use Lax instead of None for ${cookie.name}`,
  statements: (cookie) => [
    observed(
      s`It was sent with ${[counted(cookie.sent.count, 'request')]}, none of them started by another site.`,
      cookie.sent.places,
    ),
    cannotTell(s`Whether a site that was not visited embeds this one.`),
  ],
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Set ${'SameSite=Lax'}.`,
      [SAME_SITE_LAX],
      s`If other sites embed yours or post to it, ${'None'} is right for what they need; avoid it for the session where you can.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'a session id with None that only its own pages use',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=None'] },
      ...['/', '/a', '/b', '/c', '/d'].map((path) => ({
        ask: `GET https://shop.example${path}`,
        sends: 'sid=31d4d96e407aad42',
      })),
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  aLine('nothing is known of its use yet', 'unknown', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=None', {
    role: 'session-id',
  }),
  aLine(
    'a cookie of an OpenID Connect sign-in, which comes back by a POST',
    'pass',
    '.AspNetCore.Correlation.xyz=N; Path=/signin-oidc; Secure; HttpOnly; SameSite=None',
    { role: 'csrf-token' },
  ),
];
