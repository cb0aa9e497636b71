import type { Attribute } from '../../engine/header/parsed-line';
import { byCount } from '../../session/shared/english';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';
import { meantBy } from './attribute-misspelt';

export const attributeUnknown = defineRule({
  id: 'attribute-unknown',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  points: { error: 0, warning: 0, note: 0 },
  column: 'name',
  title: 'Leave out what browsers ignore',
  why: s`Browsers ignore attributes they do not know. ${'Version'} and ${'Comment'} come from a standard of 1997 that is no longer used.`,
  links: [rfc('5.6'), mdnSetCookie('attributes')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === null),
  check: (line) => {
    const at = line.read.attributes.flatMap((attribute, index) => (isStrange(attribute) ? [index] : []));
    return at.length === 0 ? pass : fail({ at, names: at.map((index) => line.read.attributes[index]?.name ?? '') });
  },
  heading: (line, { names }) => s`Leave ${listOf(names)} out of ${line.read.name}`,
  statements: (line, { names }) => [
    observed(s`The line has ${listOf(names)}.`, line.places),
    predicted(
      s`Browsers ignore ${[byCount(names.length, 'it', 'them')]}: no standard in use defines ${[byCount(names.length, 'it', 'them')]}.`,
    ),
  ],
  fix: (line, { at }) =>
    byLine(
      line.read,
      s`Leave it out.`,
      at.map((index) => ({ kind: 'drop-at', at: index })),
    ),
});

export const examples = (): Examples => [
  aLine('Version from RFC 2109', 'fail', 'cart=7; Version=1; Path=/; Secure', { role: 'cart' }),
  aLine('a spelling mistake is another finding', 'pass', 'cart=7; Path=/; Secur', { role: 'cart' }),
];

const isStrange = ({ known, name }: Attribute): boolean => known === null && name !== '' && meantBy(name) === null;
