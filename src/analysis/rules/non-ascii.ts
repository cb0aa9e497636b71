import { isUtf8 } from '../facts/bytes';
import type { Bytes } from '../facts/units';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

const ABOVE_ASCII = /[\x80-\xff]/;

export const nonAscii = defineRule({
  id: 'non-ascii',
  scope: 'line',
  severity: always('warning'),
  title: 'Keep to ASCII',
  why: s`The standard knows only ASCII here. What stands for a letter beyond it is for each browser, server and library to guess; Firefox replaces octets that are not UTF-8.`,
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
  softer: (_, { where, utf8 }) => where === 'value' && utf8,
  heading: (line) => s`Keep ${line.read.name} to ASCII`,
  found: (line, { where, utf8 }) => [
    observed(
      utf8
        ? s`There are octets beyond ASCII in the ${[where]}.`
        : s`There are octets beyond ASCII in the ${[where]}, and they are not UTF-8.`,
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
