import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { CHIPS, mdnSetCookie } from '../engine/link';
import { s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';

export const partitionedWithoutSecure = defineRule({
  id: 'partitioned-without-secure',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'secure',
  title: 'Add Secure to Partitioned',
  why: s`Browsers reject a line with ${'Partitioned'} unless it has ${'Secure'}, and Chrome’s own tools do not even say so.`,
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
  heading: (line) => s`Add Secure to ${line.read.name}, so that it is stored`,
  statements: (line) => [
    observed(s`The line has ${'Partitioned'} and no ${'Secure'}.`, line.places),
    predicted(s`Chrome and Firefox reject it.`),
  ],
  fix: (line) => byLine(line.read, s`Add ${'Secure'}.`, [{ kind: 'add-flag', flag: 'secure' }]),
});

export const examples = (): Examples => [
  aLine('Partitioned in the clear', 'fail', 'chat=31d4d96e; Path=/; SameSite=None; Partitioned', { role: 'preference' }),
  aLine('with Secure', 'pass', 'chat=31d4d96e; Path=/; Secure; SameSite=None; Partitioned', { role: 'preference' }),
];
