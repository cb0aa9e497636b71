import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { holdsJwt } from './form/note-of';
import { lasting, s } from './form/sentence';
import { credentials } from './form/severity';

/** 30 days: longer than any session should last without a fresh look. */
const LIMIT = 30 * 86_400;

const SOUND =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE4MjY5NzEyMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtLongLived = defineRule({
  id: 'jwt-long-lived',
  scope: 'cookie',
  severity: credentials('warning', 'note'),
  title: 'Let the token end sooner',
  why: s`A signed token cannot be taken back: until its ${'exp'} it opens what it opens, after a sign-out or a change of password too.`,
  links: [asvs('7.3.2'), asvs('9.2.1'), wstg('10'), cwe(613), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const lifetime = cookie.token()?.jwt?.lifetime ?? null;
    return lifetime !== null && lifetime > LIMIT ? fail({ lifetime }) : pass;
  },
  heading: (cookie) => s`Let the token in ${cookie.name} end sooner`,
  found: (cookie, { lifetime }) => [
    observed(s`It is valid for ${lasting(lifetime)} from its issue.`, cookie.lines[0]?.places ?? []),
  ],
  fix: () => byAction(null, s`Give it minutes, and renew it with a refresh token that the server can revoke.`),
});

export const examples = (): Examples => [
  aLine('a token for a year', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=31536000`, { role: 'auth-token' }),
  aLine('a token for 15 minutes', 'pass', `token=${SOUND}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
