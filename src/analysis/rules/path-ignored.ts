import { bytes } from '../facts/bytes';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';

export const pathIgnored = defineRule({
  id: 'path-ignored',
  scope: 'line',
  severity: credentials('warning', 'note'),
  title: 'Begin Path with a slash',
  why: s`A ${'Path'} that does not begin with a slash is ignored; the cookie gets the folder of the address that set it instead.`,
  links: [rfc('5.6.4'), mdnSetCookie('pathpath-value')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'path'),
  check: ({ read }) => (read.path === null || read.path.startsWith('/') ? pass : fail({ written: read.path })),
  heading: (line) => s`Begin Path of ${line.read.name} with a slash`,
  found: (line, { written }) => [
    observed(s`The line says ${`Path=${written}`}.`, line.places),
    predicted(
      line.set.result === null
        ? s`Browsers take the folder of the address instead.`
        : s`Browsers take ${line.set.result.path} instead, the folder of the address.`,
    ),
  ],
  fix: (line, { written }) =>
    byLine(line.read, s`Write the path from the root of the host on.`, [
      { kind: 'set', attribute: 'path', value: bytes(/^[\w./-]*$/.test(written) ? `/${written}` : '/') },
    ]),
});

export const examples = (): Examples => [
  aLine('a relative path', 'fail', 'cart=7; Path=shop; Secure', { role: 'cart' }),
  aLine('a whole address', 'fail', 'cart=7; Path=https://shop.example/; Secure', { role: 'cart' }),
  aLine('from the root', 'pass', 'cart=7; Path=/shop; Secure', { role: 'cart' }),
];
