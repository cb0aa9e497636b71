import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { rfc, SECURE_COOKIES } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

export const emptyAttribute = defineRule({
  id: 'empty-attribute',
  scope: 'line',
  severity: always('note'),
  title: 'Leave out semicolons with nothing behind them',
  why: s`A semicolon at the end, or two in a row, does nothing. It is often what is left of an attribute that lost its value on the way.`,
  links: [rfc('4.1.1'), SECURE_COOKIES],
  applies: (line) => line.read.line.includes(';'),
  check: (line) => (/;[ \t]*(?:;|$)/.test(line.read.line) ? fail(null) : pass),
  heading: (line) => s`Leave the empty attribute out of ${line.read.name}`,
  found: (line) => [observed(s`The line has a semicolon with nothing behind it.`, line.places)],
  fix: (line) => byLine(line.read, s`Leave it out, and look whether something is missing there.`, [{ kind: 'drop-empty' }]),
});

export const examples = (): Examples => [
  aLine('a semicolon at the end', 'fail', 'theme=dark; Path=/; Secure;', { role: 'preference' }),
  aLine('none', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
];
