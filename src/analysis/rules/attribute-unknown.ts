import type { Attribute } from '../header/parsed-line';
import { meantBy } from './attribute-misspelt';
import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { listed, s } from './form/sentence';
import { always } from './form/severity';

export const attributeUnknown = defineRule({
  id: 'attribute-unknown',
  scope: 'line',
  severity: always('note'),
  title: 'Leave out what browsers ignore',
  why: s`Browsers ignore attributes they do not know. ${'Version'} and ${'Comment'} are from a standard of 1997 that nobody reads any more.`,
  links: [rfc('5.6'), mdnSetCookie('attributes')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === null),
  check: (line) => {
    const at = line.read.attributes.flatMap((attribute, index) => (isStrange(attribute) ? [index] : []));
    return at.length === 0 ? pass : fail({ at, names: at.map((index) => line.read.attributes[index]?.name ?? '') });
  },
  heading: (line, { names }) => s`Leave ${listed(names)} out of ${line.read.name}`,
  found: (line, { names }) => [observed(s`The line has ${listed(names)}, which no browser knows.`, line.places)],
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
