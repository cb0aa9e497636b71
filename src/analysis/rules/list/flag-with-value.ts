import { bytes } from '../../engine/base/bytes';
import type { Attribute } from '../../engine/header/parsed-line';
import { SPELLING } from '../../fixes/change';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

const FLAGS = new Set<Attribute['known']>(['secure', 'httponly', 'partitioned']);
const NEGATIVE = /^(?:false|no|0|off)$/i;

export const flagWithValue = defineRule({
  id: 'flag-with-value',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  points: { error: 1, warning: 1, note: 1 },
  column: 'name',
  title: 'Give flags no value',
  why: s`${'Secure'}, ${'HttpOnly'} and ${'Partitioned'} are flags: if present they are on, whatever value follows. ${'HttpOnly=false'} turns HttpOnly on.`,
  links: [rfc('5.6'), mdnSetCookie('attributes')],
  applies: (line) => line.read.attributes.some((attribute) => FLAGS.has(attribute.known)),
  check: (line) => {
    const found = line.read.attributes.flatMap((flag, at) =>
      flag.known !== null && FLAGS.has(flag.known) && flag.hasEquals ? [{ at, flag, name: SPELLING[flag.known] }] : [],
    );
    return found.length === 0 ? pass : fail({ found });
  },
  heading: (line, { found }) => s`Write ${found[0]?.name ?? ''} without a value on ${line.read.name}`,
  statements: (line, { found }) =>
    found.flatMap(({ flag, name }) => [
      observed(s`The line says ${`${name}=${flag.value}`}.`, line.places),
      predicted(
        NEGATIVE.test(flag.value) ? s`Browsers turn ${name} on, the opposite of what is written.` : s`Browsers turn ${name} on.`,
      ),
    ]),
  fix: (line, { found }) =>
    byLine(
      line.read,
      s`Write the flag alone, or leave it out if it is not wanted.`,
      found.map(({ at, flag, name }) =>
        NEGATIVE.test(flag.value) ? { kind: 'drop-at', at } : { kind: 'replace-at', at, text: bytes(name) },
      ),
      found.some(({ flag }) => NEGATIVE.test(flag.value)) ? s`If it should be off: today the cookie works with it on.` : null,
    ),
});

export const examples = (): Examples => [
  aLine('HttpOnly=false is on', 'fail', 'token=8f1d; Path=/; Secure; HttpOnly=false', { role: 'csrf-token' }),
  aLine('Secure=true is on too', 'fail', 'theme=dark; Path=/; Secure=true', { role: 'preference' }),
  aLine('a flag alone', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
];
