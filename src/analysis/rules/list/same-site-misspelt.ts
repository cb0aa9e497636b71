import { bytes } from '../../engine/base/bytes';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { distance } from '../engine/distance';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { asvs, cwe, mdnSetCookie, rfc } from '../engine/link';
import { crossSiteFix, crossSiteNeed } from '../engine/same-site-fix';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

const WORDS = ['Strict', 'Lax', 'None'] as const;

export const sameSiteMisspelt = defineRule({
  id: 'same-site-misspelt',
  scope: 'line',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  harm: 'cookie-broken',
  points: { error: 10, warning: 10, note: 3 },
  column: 'samesite',
  title: 'Write SameSite as Strict, Lax or None',
  why: s`Any word other than the three counts as no ${'SameSite'}, and then browsers disagree about where the cookie is sent.`,
  links: [rfc('5.6.7'), mdnSetCookie('samesitesamesite-value'), asvs('3.3.2'), cwe(1275)],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'samesite'),
  check: (line) => {
    const at = line.read.attributes.findLastIndex((attribute) => attribute.known === 'samesite' && attribute.counts);
    const written = line.read.attributes[at]?.value;
    if (written === undefined || WORDS.some((word) => word.toLowerCase() === written.toLowerCase())) return pass;
    // What was meant has to go where the recording shows the cookie to be needed.
    const meant = crossSiteNeed(line) === null ? meantBy(written) : 'None';
    return fail({ written, meant });
  },
  heading: (line, { meant }) => s`Write ${`SameSite=${meant}`} on ${line.read.name}`,
  statements: (line, { written }) => [
    observed(s`The line says ${`SameSite=${written}`}.`, line.places),
    predicted(s`Chrome treats the cookie as ${'Lax'}, Firefox as ${'None'}.`),
  ],
  fix: (line, { meant }) => {
    const because = crossSiteNeed(line);
    return because === null
      ? byLine(line.read, s`Write ${`SameSite=${meant}`}.`, [{ kind: 'set', attribute: 'samesite', value: bytes(meant) }])
      : crossSiteFix(line.read, because);
  },
});

export const examples = (): Examples => [
  aLine('a typing mistake', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lex', { role: 'session-id' }),
  aLine('a boolean', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=true', { role: 'session-id' }),
  aLine('any case', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=lax', { role: 'session-id' }),
];

/** The nearest of the three words; Lax where none is near. */
function meantBy(written: string): (typeof WORDS)[number] {
  return WORDS.find((word) => distance(written.toLowerCase(), word.toLowerCase()) <= 2) ?? 'Lax';
}
