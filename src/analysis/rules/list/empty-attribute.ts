import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { rfc, SECURE_COOKIES } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const emptyAttribute = defineRule({
  id: 'empty-attribute',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  points: { error: 0, warning: 0, note: 0 },
  column: 'name',
  title: 'Leave out semicolons that nothing follows',
  why: s`A semicolon at the end, or two in a row, has no effect. It is often left over from an attribute whose value was empty.`,
  links: [rfc('4.1.1'), SECURE_COOKIES],
  applies: (line) => line.read.line.includes(';'),
  check: (line) => (/;[ \t]*(?:;|$)/.test(line.read.line) ? fail(null) : pass),
  heading: (line) => s`Leave the empty attribute out of ${line.read.name}`,
  statements: (line) => [observed(s`The line has a semicolon that nothing follows.`, line.places)],
  fix: (line) => byLine(line.read, s`Leave it out, and check whether something is missing there.`, [{ kind: 'drop-empty' }]),
});

export const examples = (): Examples => [
  aLine('a semicolon at the end', 'fail', 'theme=dark; Path=/; Secure;', { role: 'preference' }),
  aLine('none', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
];
