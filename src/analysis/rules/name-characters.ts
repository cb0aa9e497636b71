import type { Bytes } from '../facts/units';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

/** @see RFC 9110 §5.6.2, token */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

export const nameCharacters = defineRule({
  id: 'name-characters',
  scope: 'line',
  severity: always('note'),
  title: 'Name cookies with letters, digits, - and _',
  why: s`A name with spaces, quotes, brackets or the like is outside the standard’s grammar. Browsers take it; libraries on the server refuse it, cut it or read something into it.`,
  links: [rfc('4.1.1'), mdnSetCookie('cookie-namecookie-value')],
  applies: (line) => line.read.name !== '',
  // Octets beyond ASCII are non-ascii's finding.
  check: ({ read }) => (TOKEN.test(read.name.replace(/[\x80-\xff]/g, '')) ? pass : fail(null)),
  heading: (line) => s`Rename ${line.read.name}`,
  found: (line) => [
    observed(s`The name ${line.read.name} holds characters that the standard does not let a server send.`, line.places),
    predicted(s`Browsers take it as it is.`),
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
