import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { CHIPS, mdnSetCookie } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { breaking } from './form/severity';

export const partitionedWithoutSecure = defineRule({
  id: 'partitioned-without-secure',
  scope: 'line',
  severity: breaking,
  title: 'Add Secure to Partitioned',
  why: s`Browsers throw a line with ${'Partitioned'} away unless it has ${'Secure'}, and Chrome’s own tools do not even say so.`,
  links: [
    CHIPS,
    mdnSetCookie('partitioned'),
    {
      label: 'MDN: Partitioned cookies',
      url: 'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies',
    },
  ],
  applies: (line) => !line.deletes && line.read.partitioned,
  check: (line) => (line.read.secure ? pass : fail(null)),
  heading: (line) => s`Add Secure to ${line.read.name}, so that it is stored at all`,
  found: (line) => [
    observed(s`The line has ${'Partitioned'} and no ${'Secure'}.`, line.places),
    predicted(s`Chrome and Firefox refuse it.`),
  ],
  fix: (line) => byLine(line.read, s`Add ${'Secure'}.`, [{ kind: 'add-flag', flag: 'secure' }]),
});

export const examples = (): Examples => [
  aLine('Partitioned in the clear', 'fail', 'chat=31d4d96e; Path=/; SameSite=None; Partitioned', { role: 'preference' }),
  aLine('with Secure', 'pass', 'chat=31d4d96e; Path=/; Secure; SameSite=None; Partitioned', { role: 'preference' }),
];
