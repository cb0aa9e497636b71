import { bytes } from '../../engine/base/bytes';
import { lifetimeOf } from '../../engine/header/lifetime';
import { MAX_AGE } from '../../engine/header/limits';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

/** A proxy or a slow response can add a little to exactly 400 days. */
const SLACK = 60_000;

export const lifetimeCapped = defineRule({
  id: 'lifetime-capped',
  scope: 'line',
  severity: always('note'),
  harm: 'cookie-broken',
  concerns: 'lifetime',
  points: { error: 1, warning: 1, note: 1 },
  column: 'expires',
  title: 'Ask for at most 400 days',
  why: s`Browsers keep no cookie longer than 400 days after it was last set, whatever the line says.`,
  links: [rfc('5.5'), mdnSetCookie('max-agenumber')],
  applies: (line) => !line.deletes && (line.read.maxAge !== null || line.read.expires !== null),
  check: ({ read, exchange }) => {
    const at = exchange.received?.at ?? exchange.at;
    const generous = lifetimeOf(read, (at + SLACK) as typeof at, null, 'spec');
    return generous.capped ? fail({ by: generous.from === 'max-age' ? ('max-age' as const) : ('expires' as const) }) : pass;
  },
  heading: (line) => s`Ask for at most 400 days for ${line.read.name}`,
  statements: (line, { by }) => [
    observed(s`${by === 'max-age' ? 'Max-Age' : 'Expires'} asks for more than 400 days.`, line.places),
    predicted(s`The browser reduces it to 400 days.`),
  ],
  fix: (line) =>
    byLine(line.read, s`Give ${'Max-Age=34560000'} at most; set the cookie again when the visitor comes back.`, [
      { kind: 'drop', attribute: 'expires' },
      { kind: 'set', attribute: 'max-age', value: bytes(String(MAX_AGE / 1000)) },
    ]),
});

export const examples = (): Examples => [
  aLine('ten years', 'fail', 'theme=dark; Max-Age=315360000; Path=/; Secure', { role: 'preference' }),
  aLine('a year', 'pass', 'theme=dark; Max-Age=31536000; Path=/; Secure', { role: 'preference' }),
  aLine('a date far away', 'fail', 'theme=dark; Expires=Fri, 31 Dec 2038 23:59:59 GMT; Path=/; Secure', { role: 'preference' }),
];
