import type { Bytes } from '../../engine/base/units';
import { prefixOf } from '../../engine/header/prefix';
import type { Change } from '../../fixes/change';
import { PREFIX_CHANGES } from '../../fixes/prefix';
import { cannotTell, defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byCookie } from '../engine/fix';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from '../engine/link';
import { counted, listOf, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import type { CookieSubject } from '../subject/subject';

export const domainTooBroad = defineRule({
  id: 'domain-too-broad',
  scope: 'cookie',
  severity: { ...credentials('warning'), 'csrf-token': 'note' },
  harm: 'session-exposed',
  points: { error: 15, warning: 10, note: 4 },
  column: 'domain',
  title: 'Drop Domain',
  why: s`With ${'Domain'} the cookie goes to every subdomain, including those that others run or that are taken over one day, and each of them can overwrite it. Without it the cookie is sent only to the host that set it.`,
  links: [rfc('5.7'), mdnSetCookie('domaindomain-value'), asvs('3.3.3'), wstg('02'), cwe(1275)],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => (cookie.hostOnly ? pass : fail({ others: othersOf(cookie) })),
  // Two applications that both work with it: shared on purpose, as single sign-on does.
  mitigated: isShared,
  heading: (cookie) => s`Limit ${cookie.name} to one host: drop Domain`,
  statements: (cookie, { others }) => [
    observed(s`It was set with ${`Domain=${cookie.domain}`}.`, cookie.lines[0]?.places ?? []),
    predicted(s`Browsers send it to ${cookie.domain} and every host below.`),
    ...(others.length > 0
      ? [
          observed(
            s`It was sent to ${listOf(others)} in ${[counted(usesOf(cookie, others), 'request')]}.`,
            others.flatMap((host) => cookie.hosts.get(host)?.places ?? []).slice(0, 5),
          ),
        ]
      : [cannotTell(s`Whether another host needs it: no request to one was recorded.`)]),
  ],
  fix: (cookie) => {
    const host = cookie.lines[0]?.host;
    const last = cookie.last;
    const rename = last?.secure === true && last.path === '/' && prefixOf(cookie.name) === 'none';
    const changes: Change[] = [{ kind: 'drop', attribute: 'domain' }];
    if (rename) changes.push({ kind: 'rename', name: `__Host-${cookie.name}` as Bytes }, ...PREFIX_CHANGES.host);
    return byCookie(
      cookie,
      rename
        ? s`Leave ${'Domain'} out and rename it ${`__Host-${cookie.name}`}: then no subdomain can set one.`
        : s`Leave ${'Domain'} out.`,
      changes,
      host === undefined
        ? s`Make sure that no other host uses it.`
        : s`Hosts other than ${host} will not get it any more. Delete the old cookie with its ${'Domain'}, or both are sent.`,
    );
  },
});

export const examples = (): Examples => [
  aLine(
    'a session for every subdomain',
    'fail',
    'sid=31d4d96e407aad42; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax',
    {
      role: 'session-id',
    },
  ),
  aLine('a session for one host', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('an analytics id for every subdomain', 'not-applicable', '_ga=GA1.1.90; Domain=shop.example; Path=/; Secure', {
    role: 'analytics',
  }),
];

function othersOf(cookie: CookieSubject): readonly string[] {
  const setters = new Set(cookie.lines.map((line) => line.host));
  return setters.size === 0 ? [] : [...cookie.hosts.keys()].filter((host) => !setters.has(host));
}

const usesOf = (cookie: CookieSubject, hosts: readonly string[]): number =>
  hosts.reduce((sum, host) => sum + (cookie.hosts.get(host)?.sent ?? 0), 0);

/** Whether more than one host that runs an application got it. */
export function isShared(cookie: CookieSubject): boolean {
  return [...cookie.hosts.values()].filter((use) => use.dynamic > 0).length > 1;
}
