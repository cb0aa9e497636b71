import { defineRule, fail, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byCookie, lineFor, onLines } from '../engine/fix';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from '../engine/link';
import { crossSiteFix, crossSiteNeed, SAME_SITE_LAX } from '../engine/same-site-fix';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import type { LineSubject } from '../subject/subject';

export const sameSiteMissing = defineRule({
  id: 'same-site-missing',
  scope: 'cookie',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  harm: 'request-forged',
  points: { error: 10, warning: 10, note: 3 },
  column: 'samesite',
  title: 'State SameSite instead of leaving it to the browser',
  why: s`Without ${'SameSite'} browsers disagree: Chrome treats the cookie as ${'Lax'} and for two minutes sends it with cross-site POSTs too, Firefox and Safari send it everywhere. The protection of your users should not depend on their browser.`,
  links: [rfc('5.7'), mdnSetCookie('samesitesamesite-value'), asvs('3.3.2'), wstg('02'), cwe(1275)],
  applies: (cookie) => cookie.last !== null,
  // A word that is none of the three is same-site-misspelt's finding.
  check: (cookie) => (cookie.last?.sameSite !== 'absent' || cookie.lines.some(hasAttribute) ? pass : fail(null)),
  heading: (cookie) => s`State SameSite on ${cookie.name}`,
  statements: (cookie) => [
    ...onLines(cookie, (line) => line.read.sameSite === 'absent', s`${'SameSite'} is missing`),
    predicted(s`Chrome sends it with same-site requests and top-level navigations; Firefox sends it with every request.`),
  ],
  fix: (cookie) => {
    const because = crossSiteNeed(cookie);
    const line = lineFor(cookie);
    if (because !== null && line !== null) return crossSiteFix(line, because);
    return byCookie(
      cookie,
      s`Set ${'SameSite=Lax'}, or ${'Strict'} if no user who follows a link from another site must be signed in at once.`,
      [SAME_SITE_LAX],
      cookie.role.role === 'session-id'
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
  {
    title: 'a state that another site posts back, which a browser held back after two minutes',
    steps: [
      { ask: 'GET https://shop.example/signin', sets: ['auth=31d4d96e; Path=/; Secure; HttpOnly'] },
      { ask: 'POST https://shop.example/acs', from: 'https://idp.example', after: 150, status: 403 },
    ],
    roles: { auth: 'session-id' },
    of: 'auth',
    expect: 'fail',
  },
  aLine('SameSite=None is a statement too', 'pass', 'state=8a1f; Path=/; Secure; HttpOnly; SameSite=None', { role: 'unknown' }),
];

const hasAttribute = (line: LineSubject): boolean => line.read.attributes.some((attribute) => attribute.known === 'samesite');
