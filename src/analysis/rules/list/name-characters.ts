import type { Bytes } from '../../engine/base/units';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

/** @see RFC 9110 §5.6.2, token */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

export const nameCharacters = defineRule({
  id: 'name-characters',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  points: { error: 1, warning: 1, note: 1 },
  column: 'name',
  title: 'Name cookies with letters, digits, - and _',
  why: s`A name with spaces, quotes, brackets or the like is outside the standard’s grammar. Browsers accept it; libraries on the server reject it, cut it or misread it.`,
  links: [rfc('4.1.1'), mdnSetCookie('cookie-namecookie-value')],
  applies: (line) => line.read.name !== '',
  // Octets beyond ASCII are non-ascii's finding.
  check: ({ read }) => (TOKEN.test(read.name.replace(/[\x80-\xff]/g, '')) ? pass : fail(null)),
  heading: (line) => s`Rename ${line.read.name}`,
  statements: (line) => [
    observed(s`The name ${line.read.name} contains characters that the standard does not allow a server to send.`, line.places),
    predicted(s`Browsers accept it as it is.`),
  ],
  fix: (line) =>
    byLine(line.read, s`Use letters, digits, ${'-'} and ${'_'}.`, [
      { kind: 'rename', name: line.read.name.replace(/[^0-9A-Za-z_-]+/g, '_') as Bytes },
    ]),
});

export const examples = (): Examples => [
  aLine('brackets', 'fail', 'user[id]=7; Path=/; Secure', { role: 'preference' }),
  aLine('a dot and a dash', 'pass', '.AspNet-x=7; Path=/; Secure', { role: 'preference' }),
];
