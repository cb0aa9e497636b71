import type { Bytes } from '../facts/units';
import { prefixOf } from '../header/prefix';
import { defineRule, fail, observed, pass } from './define';
import { isShared } from './domain-too-broad';
import { aLine, type Examples } from './form/example';
import { asvs, mdnSetCookie, rfc } from './form/link';
import { byCookie } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';
import { LOOK_ALIKE } from './prefix-look-alike';
import type { CookieSubject } from './subject/subject';

export const prefixMissing = defineRule({
  id: 'prefix-missing',
  scope: 'cookie',
  severity: { ...credentials('note'), 'csrf-token': 'note' },
  title: 'Give the name a prefix that the browser guards',
  why: s`A name with ${'__Host-'} can only be set by this host, over https and without ${'Domain'}: no subdomain and nobody on the network can plant a cookie in its place. ${'__Secure-'} promises https alone.`,
  links: [rfc('4.1.3'), mdnSetCookie('cookie_prefixes'), asvs('3.3.1'), asvs('3.3.3')],
  // What is not Secure or goes to every subdomain has that to mend first.
  applies: ({ last, hostOnly, channel, party }) => last?.secure === true && channel !== 'http' && (hostOnly || party === 'own'),
  check: (cookie) => {
    const prefix = prefixFor(cookie);
    // A name that only looks like it has one is prefix-look-alike's finding.
    if (prefix === null || prefixOf(cookie.name) !== 'none' || LOOK_ALIKE.test(cookie.name)) return pass;
    return fail({ prefix });
  },
  heading: (cookie, { prefix }) => s`Rename ${cookie.name} to ${prefix + cookie.name}`,
  found: (cookie, { prefix }) => [
    prefix === '__Host-'
      ? observed(s`It has ${'Secure'}, ${'Path=/'} and no ${'Domain'}: all that ${prefix} asks.`, cookie.lines[0]?.places ?? [])
      : observed(s`It has ${'Secure'}: all that ${prefix} asks.`, cookie.lines[0]?.places ?? []),
  ],
  fix: (cookie, { prefix }) =>
    byCookie(
      cookie,
      s`Set it under the name ${prefix + cookie.name}.`,
      [{ kind: 'rename', name: (prefix + cookie.name) as Bytes }],
      s`Whatever reads ${cookie.name} must read the new name; who is signed in signs in once more.`,
    ),
});

export const examples = (): Examples => [
  aLine('a session id that could bear __Host-', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('a session id that bears it', 'pass', '__Host-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('not Secure: that comes first', 'not-applicable', 'sid=31d4d96e407aad42; Path=/; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('a narrower Path: no __Host-, but __Secure-', 'fail', 'refresh=31d4d96e407aad42; Path=/auth; Secure; HttpOnly', {
    role: 'auth-token',
  }),
];

/** The strongest prefix that the cookie as it is could bear; null = Domain goes first, see domain-too-broad. */
function prefixFor(cookie: CookieSubject): '__Host-' | '__Secure-' | null {
  if (cookie.hostOnly) return cookie.path === '/' ? '__Host-' : '__Secure-';
  return isShared(cookie) ? '__Secure-' : null;
}
