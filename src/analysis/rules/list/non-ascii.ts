import { isUtf8 } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

const ABOVE_ASCII = /[\x80-\xff]/;

export const nonAscii = defineRule({
  id: 'non-ascii',
  scope: 'line',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 4, warning: 4, note: 2 },
  column: 'value',
  title: 'Keep to ASCII',
  why: s`The standard allows only ASCII here. Each browser, server and library reads other letters in its own way; Firefox replaces octets that are not UTF-8.`,
  links: [rfc('4.1.1'), mdnSetCookie('cookie-namecookie-value')],
  applies: () => true,
  check: ({ read }) => {
    const where = ABOVE_ASCII.test(read.name)
      ? 'name'
      : ABOVE_ASCII.test(read.value)
        ? 'value'
        : ABOVE_ASCII.test(read.line)
          ? 'attributes'
          : null;
    return where === null ? pass : fail({ where, utf8: isUtf8(read.line) } as const);
  },
  mitigated: (_, { where, utf8 }) => where === 'value' && utf8,
  heading: (line) => s`Keep ${line.read.name} to ASCII`,
  statements: (line, { where, utf8 }) => [
    observed(
      utf8
        ? s`There are octets that are not ASCII in the ${[where]}.`
        : s`There are octets that are not ASCII in the ${[where]}, and they are not UTF-8.`,
      line.places,
    ),
    ...(utf8 ? [] : [predicted(s`Chrome sends them back as they are, Firefox replaces them.`)]),
  ],
  fix: (line, { where }) =>
    where === 'value'
      ? byLine(line.read, s`Percent-encode the value.`, [{ kind: 'value', value: encoded(line.read.value) }])
      : byLine(line.read, s`Use ASCII letters in names and paths; write a domain in its ${'xn--'} form.`, []),
});

export const examples = (): Examples => [
  aLine('an accent in the value', 'fail', 'city=Zürich; Path=/; Secure', { role: 'preference' }),
  aLine('percent-encoded', 'pass', 'city=Z%C3%BCrich; Path=/; Secure', { role: 'preference' }),
];

const encoded = (value: Bytes): Bytes =>
  value.replace(/[\x80-\xff]/g, (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase()}`) as Bytes;
