import type { Bytes } from '../../engine/base/units';
import { prefixOf } from '../../engine/header/prefix';
import { PREFIX_CHANGES } from '../../fixes/prefix';
import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byCookie } from '../engine/fix';
import { asvs, mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import type { CookieSubject } from '../subject/subject';
import { isShared } from './domain-too-broad';
import { LOOK_ALIKE } from './prefix-look-alike';

export const prefixMissing = defineRule({
  id: 'prefix-missing',
  scope: 'cookie',
  severity: { ...credentials('note'), 'csrf-token': 'note' },
  harm: 'session-exposed',
  points: { error: 5, warning: 5, note: 5 },
  column: 'name',
  title: 'Give the name a prefix that the browser checks',
  why: s`A name with ${'__Host-'} can only be set by this host, over https and without ${'Domain'}: no subdomain and nobody on the network can set a cookie in its place. ${'__Secure-'} requires https only.`,
  links: [rfc('4.1.3'), mdnSetCookie('cookie_prefixes'), asvs('3.3.1'), asvs('3.3.3')],
  // A cookie that is not Secure, or goes to every subdomain, has a finding for that: it comes first.
  applies: ({ last, hostOnly, channel, party }) => last?.secure === true && channel !== 'http' && (hostOnly || party === 'own'),
  check: (cookie) => {
    const prefix = prefixFor(cookie);
    // A name that only looks like it has one is prefix-look-alike's finding.
    if (prefix === null || prefixOf(cookie.name) !== 'none' || LOOK_ALIKE.test(cookie.name)) return pass;
    return fail({ prefix });
  },
  heading: (cookie, { prefix }) => s`Rename ${cookie.name} to ${prefix + cookie.name}`,
  statements: (cookie, { prefix }) => [
    prefix === '__Host-'
      ? observed(s`It has ${'Secure'}, ${'Path=/'} and no ${'Domain'}: all that ${prefix} asks.`, cookie.lines[0]?.places ?? [])
      : observed(s`It has ${'Secure'}: all that ${prefix} asks.`, cookie.lines[0]?.places ?? []),
  ],
  fix: (cookie, { prefix }) =>
    byCookie(
      cookie,
      s`Set it under the name ${prefix + cookie.name}.`,
      [{ kind: 'rename', name: (prefix + cookie.name) as Bytes }, ...PREFIX_CHANGES[prefix === '__Host-' ? 'host' : 'secure']],
      s`Whatever reads ${cookie.name} must read the new name; users who are signed in must sign in once more.`,
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
