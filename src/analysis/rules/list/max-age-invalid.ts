import { parseMaxAge } from '../../engine/header/max-age';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const maxAgeInvalid = defineRule({
  id: 'max-age-invalid',
  scope: 'line',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 2 },
  column: 'expires',
  title: 'Give Max-Age a whole number of seconds',
  why: s`${'Max-Age'} consists of digits, with an optional minus. Anything else is ignored, and the cookie is deleted when the browser closes instead of when you intended.`,
  links: [rfc('5.6.2'), mdnSetCookie('max-agenumber')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'max-age'),
  check: (line) => {
    const last = line.read.attributes.findLast((attribute) => attribute.known === 'max-age');
    return last === undefined || parseMaxAge(last.value) !== null ? pass : fail({ written: last.value });
  },
  heading: (line) => s`Give Max-Age of ${line.read.name} a whole number of seconds`,
  statements: (line, { written }) => [
    observed(s`The line says ${`Max-Age=${written}`}.`, line.places),
    predicted(
      line.read.expires === null
        ? s`Browsers ignore it: the cookie is deleted when the browser closes.`
        : s`Browsers ignore it and use ${'Expires'}.`,
    ),
  ],
  fix: (line) => byLine(line.read, s`Write the seconds as digits, without quotes, signs or fractions.`, []),
});

export const examples = (): Examples => [
  aLine('quoted', 'fail', 'remember=8f1d; Max-Age="86400"; Path=/; Secure; HttpOnly', { role: 'remember-me' }),
  aLine('a calculation', 'fail', 'theme=dark; Max-Age=60*60*24; Path=/; Secure', { role: 'preference' }),
  aLine('digits', 'pass', 'theme=dark; Max-Age=86400; Path=/; Secure', { role: 'preference' }),
];
