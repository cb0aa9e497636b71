import { MAX_PAIR } from '../../engine/header/limits';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, mdn, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';

export const pairTooLarge = defineRule({
  id: 'pair-too-large',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'size',
  title: 'Keep name and value within 4,096 octets',
  why: s`A browser rejects a cookie whose name and value together are longer than 4,096 octets. The server never gets it back and does not learn why.`,
  links: [rfc('5.6'), asvs('3.3.5'), mdn('Cookies', 'Guides/Cookies')],
  applies: () => true,
  check: ({ read }) => {
    const octets = read.name.length + read.value.length;
    return octets > MAX_PAIR ? fail({ octets }) : pass;
  },
  heading: (line) => s`Make ${line.read.name} smaller, so that it is stored`,
  statements: (line, { octets }) => [
    observed(s`Name and value have ${octets} octets; the limit is ${MAX_PAIR}.`, line.places),
    predicted(s`Every browser rejects it.`),
  ],
  fix: () =>
    byAction(null, s`Store the data on the server and only an id in the cookie. Or split it, which makes every request larger.`),
});

export const examples = (): Examples => [
  aLine('5,000 octets', 'fail', `cart=${'7'.repeat(4996)}; Path=/; Secure`, { role: 'cart' }),
  aLine('exactly 4,096', 'pass', `cart=${'7'.repeat(4092)}; Path=/; Secure`, { role: 'cart' }),
];
