import { type Seconds, seconds } from '../../engine/base/units';
import { readToken } from '../../session/values/token';
import { cannotTell, defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { lasting, s } from '../engine/sentence';
import { always } from '../engine/severity';
import type { SessionSubject } from '../subject/subject';

/** Short enough to wait for. */
const SHORT = 3600;

const LONG =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU1MjE2MDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

interface Outlasting {
  readonly name: string;
  readonly left: Seconds;
}

export const jwtOutlivesSignOut = defineRule({
  id: 'jwt-outlives-sign-out',
  scope: 'session',
  severity: always('note'),
  harm: 'session-exposed',
  points: { error: 3, warning: 3, note: 3 },
  column: null,
  title: 'Make JWTs short-lived, or keep a list of revoked ones',
  why: s`A signed JWT is valid until its ${'exp'}, even after a sign-out. A server that only verifies the signature accepts a copy of it until then.`,
  links: [asvs('7.4.1'), asvs('9.2.1'), wstg('10'), cwe(613), SECURE_COOKIES],
  applies: ({ signIn }) => signIn.end?.kind === 'sign-out',
  check: (session) => {
    const outlasting = outlastingIn(session);
    return outlasting.length === 0 ? pass : fail({ outlasting });
  },
  heading: (_, { outlasting }) => s`Make the JWT in ${outlasting[0]?.name ?? ''} short-lived, or revoke it at sign-out`,
  statements: ({ signIn }, { outlasting }) => [
    ...outlasting.map(({ name, left }) =>
      observed(s`The JWT in ${name} was valid for ${lasting(left)} more when the user signed out.`, [
        { row: signIn.end?.visit.exchange.id ?? signIn.last.exchange.id, line: null },
      ]),
    ),
    cannotTell(s`Whether the server keeps a list of revoked JWTs.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Let the JWT expire after minutes and renew it with a refresh token that the sign-out deletes on the server.`,
    ),
});

export const examples = (): Examples => [
  { title: 'a token with hours to go', steps: signedOut(LONG), roles: { token: 'auth-token' }, expect: 'fail' },
  { title: 'a token of minutes', steps: signedOut(A_JWT), roles: { token: 'auth-token' }, expect: 'pass' },
];

function outlastingIn({ signIn }: SessionSubject): readonly Outlasting[] {
  const { end } = signIn;
  if (end === null) return [];
  return signIn.carriers.flatMap(({ life, after }): Outlasting[] => {
    const expires = after === null ? null : (readToken(after.value).jwt?.expires ?? null);
    const left = expires === null ? 0 : Math.round((expires - end.visit.exchange.at) / 1000);
    return left > SHORT ? [{ name: life.name, left: seconds(left) }] : [];
  });
}

function signedOut(token: string) {
  const sends = `token=${token}`;
  const from = 'https://shop.example';
  return [
    { ask: 'GET https://shop.example/account', status: 302, answers: { location: '/login' } },
    {
      ask: 'POST https://shop.example/login',
      from,
      fields: { username: 'ann', password: 'secret' },
      status: 302,
      answers: { location: '/account' },
      sets: [`${sends}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    },
    { ask: 'GET https://shop.example/account', from, sends },
    {
      ask: 'POST https://shop.example/logout',
      from,
      sends,
      status: 303,
      answers: { location: '/' },
      sets: ['token=; Path=/; Max-Age=0; Secure'],
    },
    { ask: 'GET https://shop.example/account', from, status: 302, answers: { location: '/login' } },
  ] as const;
}
