import { writtenDomain } from '../../fixes/written-domain';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { domainSentence } from '../engine/domain-words';
import { aLine, type Examples } from '../engine/example';
import { mdnSetCookie, rfc } from '../engine/link';
import { domainFix } from '../engine/refused-fix';
import { s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';

export const domainRefused = defineRule({
  id: 'domain-refused',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'domain',
  title: 'Name your own host or a parent of it in Domain, or nothing',
  why: s`A host may set cookies for itself and for its parent domains, up to what can be registered. A line with any other ${'Domain'} is rejected.`,
  links: [rfc('5.7'), mdnSetCookie('domaindomain-value')],
  applies: (line) => !line.deletes && line.read.domain !== null && line.read.domain !== '',
  check: ({ read, host }) => {
    const found = writtenDomain(read.domain ?? '', host);
    return found === null ? pass : fail(found);
  },
  heading: (line, { meant }) =>
    meant === null
      ? s`Drop Domain from ${line.read.name}, so that it is stored`
      : s`Write ${`Domain=${meant}`} on ${line.read.name}, so that it is stored`,
  statements: (line, { fault, part }) => [
    observed(s`${line.host} sets it with ${`Domain=${line.read.domain ?? ''}`}.`, line.places),
    predicted(domainSentence(fault, part, line.host)),
  ],
  fix: (line) => domainFix(line.read, line.host),
});

export const examples = (): Examples => [
  aLine('another host', 'fail', 'cart=7; Domain=other.example; Path=/; Secure', { role: 'cart' }),
  aLine('a subdomain of the host', 'fail', 'cart=7; Domain=www.shop.example; Path=/; Secure', { role: 'cart' }),
  aLine('a public suffix', 'fail', 'cart=7; Domain=co.uk; Path=/; Secure', { role: 'cart', ask: 'GET https://shop.co.uk/' }),
  aLine('a parent', 'pass', 'cart=7; Domain=shop.example; Path=/; Secure', {
    role: 'cart',
    ask: 'GET https://www.shop.example/',
  }),
];
