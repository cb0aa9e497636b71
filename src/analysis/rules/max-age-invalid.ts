import { parseMaxAge } from '../header/max-age';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

export const maxAgeInvalid = defineRule({
  id: 'max-age-invalid',
  scope: 'line',
  severity: always('warning'),
  title: 'Give Max-Age a whole number of seconds',
  why: s`${'Max-Age'} is digits, with a minus before them at most. Anything else is ignored, and the cookie ends with the browser instead of when you meant.`,
  links: [rfc('5.6.2'), mdnSetCookie('max-agenumber')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'max-age'),
  check: (line) => {
    const last = line.read.attributes.findLast((attribute) => attribute.known === 'max-age');
    return last === undefined || parseMaxAge(last.value) !== null ? pass : fail({ written: last.value });
  },
  heading: (line) => s`Give Max-Age of ${line.read.name} a whole number of seconds`,
  found: (line, { written }) => [
    observed(s`The line says ${`Max-Age=${written}`}.`, line.places),
    predicted(
      line.read.expires === null
        ? s`Browsers ignore it: the cookie ends with the browser.`
        : s`Browsers ignore it and take ${'Expires'}.`,
    ),
  ],
  fix: (line) => byLine(line.read, s`Write the seconds as digits, without quotes, signs or fractions.`, []),
});

export const examples = (): Examples => [
  aLine('quoted', 'fail', 'remember=8f1d; Max-Age="86400"; Path=/; Secure; HttpOnly', { role: 'remember-me' }),
  aLine('a calculation', 'fail', 'theme=dark; Max-Age=60*60*24; Path=/; Secure', { role: 'preference' }),
  aLine('digits', 'pass', 'theme=dark; Max-Age=86400; Path=/; Secure', { role: 'preference' }),
];
