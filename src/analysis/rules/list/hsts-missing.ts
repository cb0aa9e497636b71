import { seconds } from '../../engine/base/units';
import { defineRule, fail, observed, pass, unknown } from '../engine/define';
import { aLine, type Examples, type RuleExample } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, mdn } from '../engine/link';
import { lasting, listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';

const YEAR = 31_536_000;

const page = (says: string, expect: RuleExample['expect'], header: string | null, url = 'https://shop.example/'): RuleExample =>
  aLine(says, expect, 'theme=dark; Path=/; Secure', {
    ask: `GET ${url}`,
    ...(header === null ? {} : { answers: { 'strict-transport-security': header } }),
  });

export const hstsMissing = defineRule({
  id: 'hsts-missing',
  scope: 'site',
  severity: always('warning'),
  harm: 'session-exposed',
  points: { error: 5, warning: 5, note: 2 },
  column: null,
  title: 'Send Strict-Transport-Security',
  why: s`A visit that begins with http, because the user typed the address, can be kept on http by anyone on the network. With ${'Strict-Transport-Security'} the browser itself uses https, for as long as the header says.`,
  links: [mdn('Strict-Transport-Security', 'Reference/Headers/Strict-Transport-Security'), asvs('3.4.1'), cwe(523)],
  applies: (site) => site.channel === 'https',
  check: (site) => {
    const pages = [...site.hosts].filter(([, host]) => host.documents > 0 && host.channel === 'https');
    const withHeaders = pages.filter(([, host]) => host.hsts.kind !== 'unseen');
    if (withHeaders.length === 0) return unknown(s`the headers of a page: none was loaded while recording`);
    const without = withHeaders.filter(([, host]) => host.hsts.kind === 'absent');
    const short = withHeaders.flatMap(([host, { hsts }]) =>
      hsts.kind === 'given' && hsts.maxAge < YEAR ? [{ host, maxAge: hsts.maxAge }] : [],
    );
    return without.length + short.length === 0
      ? pass
      : fail({
          without: without.map(([host]) => host),
          short,
          places: withHeaders.flatMap(([, { hsts }]) => (hsts.kind === 'unseen' ? [] : hsts.places)),
        });
  },
  mitigated: (_, { without }) => without.length === 0,
  heading: (site) => s`Send Strict-Transport-Security from ${site.site}`,
  statements: (_, { without, short, places }) => [
    ...(without.length > 0 ? [observed(s`Pages of ${listOf(without)} came without it.`, places)] : []),
    ...short.map(({ host, maxAge }) =>
      observed(s`${host} sends it for ${lasting(seconds(maxAge))}; a year is required.`, places),
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
