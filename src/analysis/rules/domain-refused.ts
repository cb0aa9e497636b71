import { domainMatches } from '../jar/match';
import { isPublicSuffix } from '../site/registrable';
import { defineRule, fail, type Outcome, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { breaking } from './form/severity';

interface Refused {
  readonly domain: string;
  readonly why: 'non-ascii' | 'public-suffix' | 'elsewhere';
}

export const domainRefused = defineRule({
  id: 'domain-refused',
  scope: 'line',
  severity: breaking,
  title: 'Name your own host or a parent of it in Domain, or nothing',
  why: s`A host may set cookies for itself and for its parent domains, up to what can be registered. A line with any other ${'Domain'} is thrown away.`,
  links: [rfc('5.7'), mdnSetCookie('domaindomain-value')],
  applies: (line) => !line.deletes && line.read.domain !== null && line.read.domain !== '',
  check: ({ read, host }): Outcome<Refused> => {
    const domain = (read.domain ?? '').replace(/^\./, '').toLowerCase();
    if (/[\x80-\xff]/.test(domain)) return fail({ domain, why: 'non-ascii' });
    if (domain !== '' && domain === host) return pass;
    if (isPublicSuffix(domain)) return fail({ domain, why: 'public-suffix' });
    return domain !== '' && domainMatches(host, domain) ? pass : fail({ domain, why: 'elsewhere' });
  },
  heading: (line) => s`Drop Domain from ${line.read.name}, so that it is stored at all`,
  found: (line, { domain, why }) => [
    observed(s`${line.host} sets it with ${`Domain=${line.read.domain ?? ''}`}.`, line.places),
    predicted(
      why === 'public-suffix'
        ? s`Anybody can register a name under ${domain}: browsers refuse cookies for all of it.`
        : why === 'non-ascii'
          ? s`A domain beyond ASCII must be written in its ${'xn--'} form.`
          : s`${line.host} does not lie under it: browsers throw the line away.`,
    ),
  ],
  fix: (line) =>
    byLine(line.read, s`Leave ${'Domain'} out: the cookie then belongs to ${line.host}.`, [
      { kind: 'drop', attribute: 'domain' },
    ]),
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
