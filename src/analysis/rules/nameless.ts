import type { Bytes } from '../facts/units';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

export const nameless = defineRule({
  id: 'nameless',
  scope: 'line',
  severity: always('warning'),
  title: 'Give the cookie a name',
  why: s`A cookie without a name is sent as a bare value, which most servers drop or read as a name. Firefox takes ${'abc'} for a name without a value and refuses ${'=abc'}.`,
  links: [rfc('5.6'), mdnSetCookie('cookie-namecookie-value')],
  applies: () => true,
  check: ({ read }) => (read.name === '' ? fail({ hasEquals: read.hasEquals }) : pass),
  heading: () => s`Give the cookie a name`,
  found: (line, { hasEquals }) => [
    observed(
      hasEquals ? s`The line begins with an equals sign.` : s`The line has no equals sign before its first semicolon.`,
      line.places,
    ),
    predicted(
      hasEquals
        ? s`Chrome stores a cookie without a name, Firefox refuses the line.`
        : s`Chrome stores a value without a name, Firefox a name without a value.`,
    ),
  ],
  fix: (line) =>
    byLine(line.read, s`Write ${'name=value'}.`, line.read.hasEquals ? [{ kind: 'rename', name: 'name' as Bytes }] : []),
});

export const examples = (): Examples => [
  aLine('a bare value', 'fail', 'compact; Path=/; Secure'),
  aLine('nothing before the equals sign', 'fail', '=compact; Path=/; Secure'),
  aLine('a name', 'pass', 'view=compact; Path=/; Secure', { role: 'preference' }),
];
