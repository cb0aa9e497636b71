import { bytes } from '../../engine/base/bytes';
import { ATTRIBUTE_NAMES, type Attribute, type AttributeName } from '../../engine/header/parsed-line';
import { SPELLING } from '../../fixes/change';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { distance } from '../engine/distance';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

interface Misspelt {
  readonly at: number;
  readonly written: Attribute;
  readonly meant: AttributeName;
}

export const attributeMisspelt = defineRule({
  id: 'attribute-misspelt',
  scope: 'line',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  harm: 'cookie-broken',
  points: { error: 5, warning: 3, note: 1 },
  column: 'name',
  title: 'Correct the spelling of the attribute',
  why: s`Browsers silently ignore an attribute that they do not know. A misspelled attribute protects nothing.`,
  links: [rfc('5.6'), mdnSetCookie('attributes')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === null),
  check: (line) => {
    const found = line.read.attributes.flatMap((written, at): Misspelt[] => {
      const meant = written.known === null ? meantBy(written.name) : null;
      return meant === null ? [] : [{ at, written, meant }];
    });
    return found.length === 0 ? pass : fail({ found });
  },
  heading: (line, { found }) =>
    s`Write ${SPELLING[found[0]?.meant ?? 'secure']} for ${found[0]?.written.name ?? ''} on ${line.read.name}`,
  statements: (line, { found }) =>
    found.flatMap(({ written, meant }) => [
      observed(s`The line says ${written.name}.`, line.places),
      predicted(s`Browsers ignore this unknown attribute: it does not set ${SPELLING[meant]}.`),
    ]),
  fix: (line, { found }) =>
    byLine(
      line.read,
      s`Write the attribute as the standard spells it.`,
      found.map(({ at, written, meant }) => ({
        kind: 'replace-at',
        at,
        text: isFlag(meant) ? bytes(SPELLING[meant]) : bytes(`${SPELLING[meant]}=${written.value}`),
      })),
    ),
});

export const examples = (): Examples => [
  aLine('a dash in HttpOnly', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; Http-Only; SameSite=Lax', { role: 'session-id' }),
  aLine('SameSite in two words', 'fail', 'theme=dark; Path=/; Secure; Same-Site=Lax', { role: 'preference' }),
  aLine('any case is right', 'pass', 'sid=31d4d96e407aad42; path=/; SECURE; httponly; Future=1', { role: 'session-id' }),
  aLine('no unknown attribute', 'not-applicable', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', { role: 'session-id' }),
];

const isFlag = (name: AttributeName): boolean => name === 'secure' || name === 'httponly' || name === 'partitioned';

/** The attribute that a word nearly is; null = none is near. */
export function meantBy(word: string): AttributeName | null {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '');
  if (bare.length < 3) return null;
  const near = ATTRIBUTE_NAMES.map((name) => ({ name, away: distance(bare, name.replace('-', '')) }));
  const best = near.reduce((a, b) => (b.away < a.away ? b : a));
  return best.away <= (best.name.length > 6 ? 2 : 1) ? best.name : null;
}
