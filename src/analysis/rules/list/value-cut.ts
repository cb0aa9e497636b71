import { encodedValue } from '../../fixes/encoded-value';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { counted, s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';

export const valueCut = defineRule({
  id: 'value-cut',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'value',
  title: 'Encode the semicolon in the value',
  why: s`A semicolon ends the value, even in quotes and brackets. Browsers read the rest as unknown attributes, and the cookie comes back cut off.`,
  links: [rfc('4.1.1'), mdnSetCookie('cookie-namecookie-value')],
  ofGarbled: true,
  applies: ({ deletes }) => !deletes,
  check: ({ garbled }) => (garbled?.kind === 'cut' ? fail(garbled) : pass),
  heading: (line) => s`Encode the semicolon in the value of ${line.read.name}`,
  statements: (line, { value }) => [
    observed(
      s`The value opens a bracket or a quote and is cut before it closes: ${line.read.value.length} of ${[counted(value.length, 'octet')]} are left.`,
      line.places,
    ),
    predicted(s`Browsers store and send only what precedes the semicolon.`),
  ],
  fix: (line, { value, rest }) =>
    byLine(line.read, s`Percent-encode the value (${'encodeURIComponent'}) and decode it where it is read.`, [
      { kind: 'value', value: encodedValue(value) },
      ...rest.map((at) => ({ kind: 'drop-at', at }) as const),
    ]),
});

export const examples = (): Examples => [
  aLine('JSON with a semicolon', 'fail', 'prefs={"size":"big;round"}; Path=/; Secure', { role: 'preference' }),
  aLine('JSON without one', 'pass', 'prefs={"size":"big"}; Path=/; Secure', { role: 'preference' }),
];
