import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { listedWords, s } from '../engine/sentence';
import { always } from '../engine/severity';
import { tokenNotes } from '../engine/token-notes';

const WHAT: Readonly<Record<string, string>> = {
  ipv4: 'a private IPv4 address',
  ipv6: 'a local IPv6 address',
  host: 'the name of an internal host',
  'big-ip': 'the address and port of a server behind the load balancer',
};

export const internalAddress = defineRule({
  id: 'internal-address',
  scope: 'cookie',
  severity: always('note'),
  harm: 'data-disclosed',
  points: { error: 5, warning: 5, note: 3 },
  column: 'value',
  title: 'Keep internal addresses out of cookies',
  why: s`An internal address tells a stranger how your network is built. Load balancers write theirs into a cookie unless told to encrypt it.`,
  links: [asvs('14.3.3'), wstg('04'), cwe(200), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null,
  check: (cookie) => {
    const notes = tokenNotes(cookie, 'internal-address');
    return notes.length > 0
      ? fail({ what: [...new Set(notes.map(({ slots }) => WHAT[String(slots.what)] ?? 'an internal address'))] })
      : pass;
  },
  heading: (cookie) => s`Keep internal addresses out of ${cookie.name}`,
  statements: (cookie, { what }) => [
    observed(s`Decoded, its value contains ${[listedWords(what)]}.`, cookie.lines[0]?.places ?? []),
  ],
  fix: () => byAction(null, s`Let the load balancer encrypt the cookie, or use a name for the server that says nothing.`),
});

export const examples = (): Examples => [
  aLine('a BIG-IP cookie', 'fail', 'BIGipServerpool=1677787402.36895.0000; Path=/; Secure', { role: 'load-balancer' }),
  aLine('an opaque one', 'pass', 'SERVERID=s2; Path=/; Secure', { role: 'load-balancer' }),
];
