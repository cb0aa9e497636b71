import { bytes } from '../../engine/base/bytes';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { CHIPS, mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const partitionedSameSite = defineRule({
  id: 'partitioned-same-site',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  points: { error: 2, warning: 2, note: 2 },
  column: 'partitioned',
  title: 'Say None with Partitioned, or drop Partitioned',
  why: s`${'Partitioned'} is for cookies of embedded sites: one jar for each page they are embedded in. Without ${'SameSite=None'} the cookie is not sent from there, so the attribute has no effect.`,
  links: [CHIPS, mdnSetCookie('partitioned'), rfc('5.7')],
  applies: (line) => line.read.partitioned && line.read.secure,
  check: (line) => (line.read.sameSite === 'none' ? pass : fail(null)),
  heading: (line) => s`Say None with Partitioned on ${line.read.name}, or drop Partitioned`,
  statements: (line) => [
    observed(
      line.read.sameSite === 'absent'
        ? s`The line has ${'Partitioned'} and no ${'SameSite'}.`
        : s`The line has ${'Partitioned'} and ${line.read.sameSite === 'lax' ? 'SameSite=Lax' : 'SameSite=Strict'}.`,
      line.places,
    ),
    predicted(
      line.read.sameSite === 'absent'
        ? s`Embedded in another site Chrome does not send it; Firefox does.`
        : s`Embedded in another site it is neither stored nor sent.`,
    ),
  ],
  fix: (line) =>
    line.exchange.thirdParty === true
      ? byLine(line.read, s`Write ${'SameSite=None'}.`, [{ kind: 'set', attribute: 'samesite', value: bytes('None') }])
      : byLine(line.read, s`Drop ${'Partitioned'}; or write ${'SameSite=None'} if other sites embed this one.`, [
          { kind: 'drop', attribute: 'partitioned' },
        ]),
});

export const examples = (): Examples => [
  aLine('Partitioned and Lax', 'fail', 'chat=31d4d96e; Path=/; Secure; SameSite=Lax; Partitioned', { role: 'preference' }),
  aLine('Partitioned and None', 'pass', 'chat=31d4d96e; Path=/; Secure; SameSite=None; Partitioned', { role: 'preference' }),
];
