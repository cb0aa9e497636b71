import { MAX_PAIR } from '../../engine/header/limits';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, mdn, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

const NEAR = Math.floor(MAX_PAIR * 0.9);

export const pairNearLimit = defineRule({
  id: 'pair-near-limit',
  scope: 'line',
  severity: always('note'),
  harm: 'cookie-broken',
  points: { error: 2, warning: 2, note: 2 },
  column: 'size',
  title: 'Make the cookie smaller before it is too large',
  why: s`Above 4,096 octets of name and value a browser silently rejects the cookie. A user with a longer name or one more role reaches the limit first.`,
  links: [rfc('5.6'), asvs('3.3.5'), mdn('Cookies', 'Guides/Cookies')],
  applies: ({ read }) => read.name.length + read.value.length <= MAX_PAIR,
  check: ({ read }) => {
    const octets = read.name.length + read.value.length;
    return octets > NEAR ? fail({ octets, left: MAX_PAIR - octets }) : pass;
  },
  heading: (line) => s`Make ${line.read.name} smaller`,
  statements: (line, { octets, left }) => [
    observed(s`Name and value have ${octets} octets.`, line.places),
    predicted(s`With ${left + 1} more it is not stored.`),
  ],
  fix: () => byAction(null, s`Store on the server what can be looked up there.`),
});

export const examples = (): Examples => [
  aLine('3,900 octets', 'fail', `cart=${'7'.repeat(3896)}; Path=/; Secure`, { role: 'cart' }),
  aLine('small', 'pass', 'cart=7; Path=/; Secure', { role: 'cart' }),
  aLine('too large is another finding', 'not-applicable', `cart=${'7'.repeat(4996)}; Path=/; Secure`, { role: 'cart' }),
];
