import { seconds } from '../facts/units';
import { defineRule, fail, observed, pass, unknown } from './define';
import { aLine, type Example, type Examples } from './form/example';
import { asvs, cwe, mdn } from './form/link';
import { byAction } from './form/mend';
import { lasting, listed, s } from './form/sentence';
import { always } from './form/severity';

const YEAR = 31_536_000;

const page = (says: string, expect: Example['expect'], header: string | null, url = 'https://shop.example/'): Example =>
  aLine(says, expect, 'theme=dark; Path=/; Secure', {
    ask: `GET ${url}`,
    ...(header === null ? {} : { answers: { 'strict-transport-security': header } }),
  });

export const hstsMissing = defineRule({
  id: 'hsts-missing',
  scope: 'site',
  severity: always('warning'),
  title: 'Send Strict-Transport-Security',
  why: s`Who types the address begins with http, and whoever is on the way can keep the visit there. With ${'Strict-Transport-Security'} the browser asks over https by itself, for as long as the header says.`,
  links: [mdn('Strict-Transport-Security', 'Reference/Headers/Strict-Transport-Security'), asvs('3.4.1'), cwe(523)],
  applies: (site) => site.channel === 'https',
  check: (site) => {
    const pages = [...site.hosts].filter(([, host]) => host.documents > 0 && host.channel === 'https');
    const told = pages.filter(([, host]) => host.hsts.kind !== 'unseen');
    if (told.length === 0) return unknown(s`the headers of a page: none was loaded while recording`);
    const without = told.filter(([, host]) => host.hsts.kind === 'absent');
    const short = told.flatMap(([host, { hsts }]) =>
      hsts.kind === 'given' && hsts.maxAge < YEAR ? [{ host, maxAge: hsts.maxAge }] : [],
    );
    return without.length + short.length === 0
      ? pass
      : fail({
          without: without.map(([host]) => host),
          short,
          places: told.flatMap(([, { hsts }]) => (hsts.kind === 'unseen' ? [] : hsts.places)),
        });
  },
  softer: (_, { without }) => without.length === 0,
  heading: (site) => s`Send Strict-Transport-Security from ${site.site}`,
  found: (_, { without, short, places }) => [
    ...(without.length > 0 ? [observed(s`Pages of ${listed(without)} came without it.`, places)] : []),
    ...short.map(({ host, maxAge }) =>
      observed(s`${host} gives it for ${lasting(seconds(maxAge))}; a year is asked for.`, places),
    ),
  ],
  fix: () =>
    byAction(
      'hsts',
      s`Answer every https request with ${'Strict-Transport-Security: max-age=31536000; includeSubDomains'}.`,
      s`With ${'includeSubDomains'} every subdomain must be on https. Begin with a short ${'max-age'}.`,
    ),
});

export const examples = (): Examples => [
  page('a page without it', 'fail', null),
  page('a year', 'pass', 'max-age=31536000; includeSubDomains'),
  page('an hour', 'fail', 'max-age=3600'),
  page('this machine', 'not-applicable', null, 'http://localhost:3000/'),
];
