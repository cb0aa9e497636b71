import type { Bytes } from '../../engine/base/units';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const nameless = defineRule({
  id: 'nameless',
  scope: 'line',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 2 },
  column: 'name',
  title: 'Give the cookie a name',
  why: s`A cookie without a name is sent as a bare value, which most servers drop or read as a name. Firefox reads ${'abc'} as a name without a value and rejects ${'=abc'}.`,
  links: [rfc('5.6'), mdnSetCookie('cookie-namecookie-value')],
  applies: () => true,
  check: ({ read }) => (read.name === '' ? fail({ hasEquals: read.hasEquals }) : pass),
  heading: () => s`Give the cookie a name`,
  statements: (line, { hasEquals }) => [
    observed(
      hasEquals ? s`The line begins with an equals sign.` : s`The line has no equals sign before its first semicolon.`,
      line.places,
    ),
    predicted(
      hasEquals
        ? s`Chrome stores a cookie without a name, Firefox rejects the line.`
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
