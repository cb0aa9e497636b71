import { MAX_ATTRIBUTE } from '../../engine/header/limits';
import { SPELLING } from '../../fixes/change';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const attributeTooLong = defineRule({
  id: 'attribute-too-long',
  scope: 'line',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 3, note: 1 },
  column: 'name',
  title: 'Keep attributes below 1,024 octets',
  why: s`A browser ignores an attribute whose value is longer than 1,024 octets. The cookie is stored without it.`,
  links: [rfc('5.6'), mdnSetCookie('attributes')],
  applies: (line) => line.read.attributes.length > 0,
  check: (line) => {
    const long = line.read.attributes.find(({ known, value }) => known !== null && value.length > MAX_ATTRIBUTE);
    return long?.known === undefined || long.known === null
      ? pass
      : fail({ name: SPELLING[long.known], octets: long.value.length });
  },
  heading: (line, { name }) => s`Shorten ${name} on ${line.read.name}`,
  statements: (line, { name, octets }) => [
    observed(s`${name} has ${octets} octets.`, line.places),
    predicted(s`Browsers ignore it and keep the cookie.`),
  ],
  fix: (line, { name }) => byLine(line.read, s`Give ${name} a value of at most 1,024 octets.`, []),
});

export const examples = (): Examples => [
  aLine('a path of 1,100 octets', 'fail', `theme=dark; Path=/${'a'.repeat(1100)}; Secure`, { role: 'preference' }),
  aLine('a path of 1,000 octets', 'pass', `theme=dark; Path=/${'a'.repeat(999)}; Secure`, { role: 'preference' }),
];
