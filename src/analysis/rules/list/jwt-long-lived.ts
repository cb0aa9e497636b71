import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { lasting, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { holdsJwt } from '../engine/token-notes';

/** 30 days: longer than any session should last without a fresh look. */
const LIMIT = 30 * 86_400;

const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE4MjY5NzEyMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtLongLived = defineRule({
  id: 'jwt-long-lived',
  scope: 'cookie',
  severity: credentials('warning', 'note'),
  harm: 'session-exposed',
  concerns: 'lifetime',
  points: { error: 10, warning: 10, note: 4 },
  column: 'expires',
  title: 'Let the JWT expire sooner',
  why: s`A signed JWT cannot be revoked: it stays valid until its ${'exp'}, even after a sign-out or a change of password.`,
  links: [asvs('7.3.2'), asvs('9.2.1'), wstg('10'), cwe(613), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const lifetime = cookie.token()?.jwt?.lifetime ?? null;
    return lifetime !== null && lifetime > LIMIT ? fail({ lifetime }) : pass;
  },
  heading: (cookie) => s`Let the JWT in ${cookie.name} expire sooner`,
  statements: (cookie, { lifetime }) => [
    observed(s`It is valid for ${lasting(lifetime)} from its issue.`, cookie.lines[0]?.places ?? []),
  ],
  fix: () => byAction(null, s`Let it expire after minutes, and renew it with a refresh token that the server can revoke.`),
});

export const examples = (): Examples => [
  aLine('a token for a year', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=31536000`, { role: 'auth-token' }),
  aLine('a token for 15 minutes', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
