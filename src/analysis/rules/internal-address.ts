import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { notesOf } from './form/note-of';
import { s } from './form/sentence';
import { always } from './form/severity';

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
  title: 'Keep internal addresses out of cookies',
  why: s`An address from inside your network tells a stranger how it is built. Load balancers write theirs into a cookie unless told to encrypt it.`,
  links: [asvs('14.3.3'), wstg('04'), cwe(200), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null,
  check: (cookie) => {
    const notes = notesOf(cookie, 'internal-address');
    return notes.length > 0
      ? fail({ what: [...new Set(notes.map(({ slots }) => WHAT[String(slots.what)] ?? 'an internal address'))] })
      : pass;
  },
  heading: (cookie) => s`Keep internal addresses out of ${cookie.name}`,
  found: (cookie, { what }) => [observed(s`Decoded, its value holds ${[what.join(' and ')]}.`, cookie.lines[0]?.places ?? [])],
  fix: () => byAction(null, s`Have the load balancer encrypt the cookie, or write an opaque name for the server.`),
});

export const examples = (): Examples => [
  aLine('a BIG-IP cookie', 'fail', 'BIGipServerpool=1677787402.36895.0000; Path=/; Secure', { role: 'load-balancer' }),
  aLine('an opaque one', 'pass', 'SERVERID=s2; Path=/; Secure', { role: 'load-balancer' }),
];
