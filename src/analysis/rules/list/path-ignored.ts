import { bytes } from '../../engine/base/bytes';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const pathIgnored = defineRule({
  id: 'path-ignored',
  scope: 'line',
  severity: credentials('warning', 'note'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 2 },
  column: 'path',
  title: 'Begin Path with a slash',
  why: s`A ${'Path'} that does not begin with a slash is ignored; the cookie gets the directory of the URL that set it instead.`,
  links: [rfc('5.6.4'), mdnSetCookie('pathpath-value')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'path'),
  check: ({ read }) => (read.path === null || read.path.startsWith('/') ? pass : fail({ written: read.path })),
  heading: (line) => s`Begin Path of ${line.read.name} with a slash`,
  statements: (line, { written }) => [
    observed(s`The line says ${`Path=${written}`}.`, line.places),
    predicted(
      line.set.result === null
        ? s`Browsers use the directory of the URL instead.`
        : s`Browsers use ${line.set.result.path} instead, the directory of the URL.`,
    ),
  ],
  fix: (line, { written }) =>
    byLine(line.read, s`Write the path from the root of the host.`, [
      { kind: 'set', attribute: 'path', value: bytes(/^[\w./-]*$/.test(written) ? `/${written}` : '/') },
    ]),
});

export const examples = (): Examples => [
  aLine('a relative path', 'fail', 'cart=7; Path=shop; Secure', { role: 'cart' }),
  aLine('a whole address', 'fail', 'cart=7; Path=https://shop.example/; Secure', { role: 'cart' }),
  aLine('from the root', 'pass', 'cart=7; Path=/shop; Secure', { role: 'cart' }),
];
