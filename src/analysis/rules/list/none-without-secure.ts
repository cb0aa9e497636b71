import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction, byLine } from '../engine/fix';
import { asvs, mdnSetCookie, rfc } from '../engine/link';
import { ADD_SECURE } from '../engine/same-site-fix';
import { s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';

export const noneWithoutSecure = defineRule({
  id: 'none-without-secure',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'secure',
  title: 'Add Secure to SameSite=None',
  why: s`Browsers reject a line with ${'SameSite=None'} unless it has ${'Secure'}: a cookie that is sent everywhere must at least be sent encrypted.`,
  links: [rfc('5.7'), mdnSetCookie('none'), asvs('3.3.2')],
  applies: (line) => !line.deletes && line.read.sameSite === 'none',
  check: (line) => (line.read.secure ? pass : fail(null)),
  heading: (line) => s`Add Secure to ${line.read.name}, so that it is stored`,
  statements: (line) => [
    observed(s`The line has ${'SameSite=None'} and no ${'Secure'}.`, line.places),
    predicted(s`Chrome and Firefox reject it, on every host.`),
  ],
  fix: (line) =>
    line.channel === 'http'
      ? byAction(
          'trust-proxy',
          s`Over plain http there is no ${'SameSite=None'}: serve the site over https. Behind a proxy that terminates TLS, configure the application for it.`,
        )
      : byLine(
          line.read,
          s`Add ${'Secure'}; or, if no other site embeds or posts to yours, write ${'Lax'} instead of ${'None'}.`,
          [ADD_SECURE],
        ),
});

export const examples = (): Examples => [
  aLine('a session for other sites, sent in the clear', 'fail', 'sid=31d4d96e407aad42; Path=/; HttpOnly; SameSite=None', {
    role: 'session-id',
  }),
  aLine('an OIDC cookie with both is as it should be', 'pass', 'nonce=8a1f; Path=/; Secure; HttpOnly; SameSite=None', {
    role: 'unknown',
  }),
  aLine('no SameSite is another finding', 'not-applicable', 'sid=31d4d96e407aad42; Path=/', { role: 'session-id' }),
];
