import { MAX_PAIR } from '../header/limits';
import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, mdn, rfc } from './form/link';
import { byAction } from './form/mend';
import { s } from './form/sentence';
import { breaking } from './form/severity';

export const pairTooLarge = defineRule({
  id: 'pair-too-large',
  scope: 'line',
  severity: breaking,
  title: 'Keep name and value within 4,096 octets',
  why: s`A browser throws away a cookie whose name and value together are longer than 4,096 octets. The server never sees it again and is not told.`,
  links: [rfc('5.6'), asvs('3.3.5'), mdn('Cookies', 'Guides/Cookies')],
  applies: () => true,
  check: ({ read }) => {
    const octets = read.name.length + read.value.length;
    return octets > MAX_PAIR ? fail({ octets }) : pass;
  },
  heading: (line) => s`Make ${line.read.name} smaller, so that it is stored at all`,
  found: (line, { octets }) => [
    observed(s`Name and value have ${octets} octets; the limit is ${MAX_PAIR}.`, line.places),
    predicted(s`Every browser throws it away.`),
  ],
  fix: () =>
    byAction(null, s`Keep the data on the server and let the cookie hold an id. Or split it, which each request then pays for.`),
});

export const examples = (): Examples => [
  aLine('5,000 octets', 'fail', `cart=${'7'.repeat(4996)}; Path=/; Secure`, { role: 'cart' }),
  aLine('exactly 4,096', 'pass', `cart=${'7'.repeat(4092)}; Path=/; Secure`, { role: 'cart' }),
];
