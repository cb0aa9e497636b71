import { bytes } from '../facts/bytes';
import { defineRule, fail, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from './form/link';
import { byCookie, onLines } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';
import type { LineSubject } from './subject/subject';

export const sameSiteMissing = defineRule({
  id: 'same-site-missing',
  scope: 'cookie',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  title: 'State SameSite instead of leaving it to the browser',
  why: s`Without ${'SameSite'} browsers disagree: Chrome treats the cookie as ${'Lax'} and for two minutes sends it with cross-site POSTs too, Firefox and Safari send it everywhere. What protects your users should not depend on their browser.`,
  links: [rfc('5.7'), mdnSetCookie('samesitesamesite-value'), asvs('3.3.2'), wstg('02'), cwe(1275)],
  applies: (cookie) => cookie.last !== null,
  // A word that is none of the three is same-site-misspelt's finding.
  check: (cookie) => (cookie.last?.sameSite !== 'absent' || cookie.lines.some(hasAttribute) ? pass : fail(null)),
  heading: (cookie) => s`State SameSite on ${cookie.name}`,
  found: (cookie) => [
    ...onLines(cookie, (line) => line.read.sameSite === 'absent', s`${'SameSite'} is missing`),
    predicted(s`Chrome sends it with same-site requests and top-level navigations; Firefox sends it with every request.`),
  ],
  fix: (cookie) => {
    const third = cookie.party === 'third' || cookie.sentCrossSite.count > 0;
    const value = third && cookie.last?.secure ? 'None' : 'Lax';
    return byCookie(
      cookie,
      value === 'None'
        ? s`Set ${'SameSite=None'}: other sites embed this cookie’s site.`
        : s`Set ${'SameSite=Lax'}, or ${'Strict'} if nobody arrives by a link and must be recognised at once.`,
      [{ kind: 'set', attribute: 'samesite', value: bytes(value) }],
      cookie.role.role === 'session-id' && value === 'Lax'
        ? s`If an identity provider answers sign-ins with a POST (${'form_post'}), its own short-lived cookie needs ${'SameSite=None; Secure'}; the session does not.`
        : null,
    );
  },
});

export const examples = (): Examples => [
  aLine('a session id without SameSite', 'fail', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly', {
    role: 'session-id',
  }),
  aLine('SameSite=Lax', 'pass', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('SameSite=None is a statement too', 'pass', 'state=8a1f; Path=/; Secure; HttpOnly; SameSite=None', { role: 'unknown' }),
];

const hasAttribute = (line: LineSubject): boolean => line.read.attributes.some((attribute) => attribute.known === 'samesite');
