import { bytes } from '../facts/bytes';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { breaking } from './form/severity';

export const noneWithoutSecure = defineRule({
  id: 'none-without-secure',
  scope: 'line',
  severity: breaking,
  title: 'Add Secure to SameSite=None',
  why: s`Browsers throw a line with ${'SameSite=None'} away unless it has ${'Secure'}: a cookie that goes everywhere must at least go encrypted.`,
  links: [rfc('5.7'), mdnSetCookie('none'), asvs('3.3.2')],
  applies: (line) => !line.deletes && line.read.sameSite === 'none',
  check: (line) => (line.read.secure ? pass : fail(null)),
  heading: (line) => s`Add Secure to ${line.read.name}, so that it is stored at all`,
  found: (line) => [
    observed(s`The line has ${'SameSite=None'} and no ${'Secure'}.`, line.places),
    predicted(s`Chrome and Firefox refuse it, on every host.`),
  ],
  fix: (line) =>
    line.channel === 'http'
      ? byLine(
          line.read,
          s`Over plain http there is no ${'SameSite=None'}: serve the site over https, or leave other sites out.`,
          [{ kind: 'set', attribute: 'samesite', value: bytes('Lax') }],
        )
      : byLine(line.read, s`Add ${'Secure'}; or, if no other site embeds or posts to yours, say ${'Lax'} instead of ${'None'}.`, [
          { kind: 'add-flag', flag: 'secure' },
        ]),
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
