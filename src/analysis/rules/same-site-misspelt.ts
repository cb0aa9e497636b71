import { bytes } from '../facts/bytes';
import { defineRule, fail, observed, pass, predicted } from './define';
import { distance } from './form/distance';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';

const WORDS = ['Strict', 'Lax', 'None'] as const;

export const sameSiteMisspelt = defineRule({
  id: 'same-site-misspelt',
  scope: 'line',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  title: 'Write SameSite as Strict, Lax or None',
  why: s`A word that is none of the three counts as no ${'SameSite'} at all, and then browsers disagree about where the cookie goes.`,
  links: [rfc('5.6.7'), mdnSetCookie('samesitesamesite-value'), asvs('3.3.2'), cwe(1275)],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'samesite'),
  check: (line) => {
    const at = line.read.attributes.findLastIndex((attribute) => attribute.known === 'samesite' && attribute.counts);
    const written = line.read.attributes[at]?.value;
    if (written === undefined || WORDS.some((word) => word.toLowerCase() === written.toLowerCase())) return pass;
    return fail({ written, meant: meantBy(written) });
  },
  heading: (line, { meant }) => s`Write ${`SameSite=${meant}`} on ${line.read.name}`,
  found: (line, { written }) => [
    observed(s`The line says ${`SameSite=${written}`}.`, line.places),
    predicted(s`Chrome treats the cookie as ${'Lax'}, Firefox as ${'None'}.`),
  ],
  fix: (line, { meant }) =>
    byLine(line.read, s`Write ${`SameSite=${meant}`}.`, [{ kind: 'set', attribute: 'samesite', value: bytes(meant) }]),
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
