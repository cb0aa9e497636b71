import { MAX_PAIR } from '../header/limits';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, mdn, rfc } from './form/link';
import { byAction } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

const NEAR = Math.floor(MAX_PAIR * 0.9);

export const pairNearLimit = defineRule({
  id: 'pair-near-limit',
  scope: 'line',
  severity: always('note'),
  title: 'Make room before the cookie is too large',
  why: s`Past 4,096 octets of name and value a browser throws the cookie away without a word. A user with a longer name or one more role gets there first.`,
  links: [rfc('5.6'), asvs('3.3.5'), mdn('Cookies', 'Guides/Cookies')],
  applies: ({ read }) => read.name.length + read.value.length <= MAX_PAIR,
  check: ({ read }) => {
    const octets = read.name.length + read.value.length;
    return octets > NEAR ? fail({ octets, left: MAX_PAIR - octets }) : pass;
  },
  heading: (line) => s`Make room in ${line.read.name}`,
  found: (line, { octets, left }) => [
    observed(s`Name and value have ${octets} octets.`, line.places),
    predicted(s`With ${left + 1} more it is not stored at all.`),
  ],
  fix: () => byAction(null, s`Keep what can be looked up on the server.`),
});

export const examples = (): Examples => [
  aLine('3,900 octets', 'fail', `cart=${'7'.repeat(3896)}; Path=/; Secure`, { role: 'cart' }),
  aLine('small', 'pass', 'cart=7; Path=/; Secure', { role: 'cart' }),
  aLine('too large is another finding', 'not-applicable', `cart=${'7'.repeat(4996)}; Path=/; Secure`, { role: 'cart' }),
];
