import { byCount } from '../../session/shared/english';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, mdn, wstg } from '../engine/link';
import { counted, listOf, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import type { CookieSubject } from '../subject/subject';

export const subdomainSurface = defineRule({
  id: 'subdomain-surface',
  scope: 'cookie',
  severity: credentials('note'),
  harm: 'session-exposed',
  points: { error: 2, warning: 2, note: 2 },
  column: 'domain',
  title: 'Know every host that gets the session',
  why: s`Each host that receives the session can use it. One forgotten subdomain that points at a service someone else can now rent gives away the session of everyone who loads anything from it.`,
  links: [
    {
      label: 'WSTG-CONF-10 (subdomain takeover)',
      url: 'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover',
    },
    mdn('Cookies', 'Guides/Cookies'),
    asvs('3.3.3'),
    wstg('09'),
    cwe(668),
  ],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own' && !cookie.hostOnly,
  check: (cookie) => {
    const others = otherHosts(cookie);
    return others.length === 0 ? pass : fail({ others });
  },
  heading: (cookie, { others }) =>
    s`Look after ${[counted(others.length, 'more host')]} that ${[byCount(others.length, 'gets', 'get')]} ${cookie.name}`,
  statements: (cookie, { others }) => [
    observed(s`It also went to ${listOf(others)}.`, others.flatMap((host) => cookie.hosts.get(host)?.places ?? []).slice(0, 5)),
    predicted(s`Any other subdomain would get it too.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Drop ${'Domain'} where one host is enough. Otherwise keep a list of the hosts under the domain, and remove names that point nowhere.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'the session goes to the host of the pictures',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Domain=shop.example; Path=/; Secure; HttpOnly'] },
      { ask: 'GET https://img.shop.example/a.png', as: 'image', from: 'https://shop.example', sends: 'sid=31d4d96e407aad42' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'for the domain, but only one host was seen',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Domain=shop.example; Path=/; Secure; HttpOnly'] },
      { ask: 'GET https://shop.example/account', sends: 'sid=31d4d96e407aad42' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
];

/** Hosts that got it and did not set it. */
function otherHosts(cookie: CookieSubject): readonly string[] {
  const setters = new Set(cookie.lines.map((line) => line.host));
  const hosts = [...cookie.hosts.keys()];
  return setters.size === 0 ? hosts.slice(1) : hosts.filter((host) => !setters.has(host));
}
