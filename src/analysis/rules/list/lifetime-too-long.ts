import { type Seconds, seconds } from '../../engine/base/units';
import type { Role } from '../../session/shared/role-kinds';
import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byCookie } from '../engine/fix';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from '../engine/link';
import { lasting, s } from '../engine/sentence';
import type { CookieSubject } from '../subject/subject';

const DAY = 86_400;

/** How long a cookie of this role may outlive the visit that it was made for. */
const LIMIT: Partial<Record<Role, Seconds>> = {
  'session-id': seconds(30 * DAY),
  'auth-token': seconds(30 * DAY),
  'remember-me': seconds(180 * DAY),
};

export const lifetimeTooLong = defineRule({
  id: 'lifetime-too-long',
  scope: 'cookie',
  severity: { otherwise: null, 'session-id': 'warning', 'auth-token': 'warning', 'remember-me': 'note' },
  harm: 'session-exposed',
  concerns: 'lifetime',
  points: { error: 10, warning: 10, note: 4 },
  column: 'expires',
  title: 'Let the session expire sooner',
  why: s`A session that stays on a disk for months can be used by anyone who gets access to that disk. For staying signed in, use a remember-me cookie, which can be revoked and replaced at every use.`,
  links: [rfc('5.6.2'), mdnSetCookie('max-agenumber'), asvs('7.3.2'), wstg('07'), cwe(613)],
  applies: (cookie) => cookie.last !== null,
  check: (cookie) => {
    const limit = LIMIT[cookie.role.role];
    const lifetime = lifetimeOf(cookie);
    return limit === undefined || lifetime === null || lifetime <= limit ? pass : fail({ lifetime, limit });
  },
  heading: (cookie) => s`Let ${cookie.name} end sooner`,
  statements: (cookie, { lifetime, limit }) => [
    observed(
      s`It lives for ${lasting(lifetime)}; ${lasting(limit)} is long for what signs a user in.`,
      cookie.lines[0]?.places ?? [],
    ),
  ],
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Leave ${'Max-Age'} and ${'Expires'} out, so that it is deleted when the browser closes, or give it days. The server’s own limit matters as much, and the traffic does not show it.`,
      [
        { kind: 'drop', attribute: 'expires' },
        { kind: 'drop', attribute: 'max-age' },
      ],
    ),
});

export const examples = (): Examples => [
  aLine('a session id of a year', 'fail', 'sid=31d4d96e407aad42; Max-Age=31536000; Path=/; Secure; HttpOnly', {
    role: 'session-id',
  }),
  aLine('a session id of two weeks', 'pass', 'sid=31d4d96e407aad42; Max-Age=1209600; Path=/; Secure; HttpOnly', {
    role: 'session-id',
  }),
  aLine('a session id that ends with the browser', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
  }),
  aLine('a remember-me token of a year', 'fail', 'remember=8f1d; Max-Age=31536000; Path=/; Secure; HttpOnly', {
    role: 'remember-me',
  }),
];

/** From when it was set to when it ends; null = it ends with the browser, or nobody saw it set. */
function lifetimeOf({ last, lines }: CookieSubject): Seconds | null {
  const at = lines[0]?.exchange.at ?? last?.creation;
  return last === null || last.expires === null || at === undefined ? null : seconds(Math.round((last.expires - at) / 1000));
}
