import type { CookieKey } from '../../session/cookies/cookie-key';
import type { SignOut } from '../../session/sign-in/session-kinds';
import { cannotTell, defineRule, fail, observed, pass, unknown } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { counted, listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';
import type { SessionSubject } from '../subject/subject';

const SID = 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e';
const SIGNED_IN = signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', SID);

export const signOutLeavesCookie = defineRule({
  id: 'sign-out-leaves-cookie',
  scope: 'session',
  severity: always('error'),
  harm: 'session-taken',
  points: { error: 20, warning: 10, note: 3 },
  column: null,
  title: 'Delete at sign-out what signs the user in',
  why: s`What is left in the browser after a sign-out is sent with the next request. Whoever uses the computer next, or has copied the value, is signed in for as long as the server accepts it.`,
  links: [asvs('7.4.1'), wstg('06'), cwe(613), SECURE_COOKIES],
  applies: ({ signIn }) => signIn.end?.kind === 'sign-out',
  check: (session) => {
    const { end } = session.signIn;
    if (end?.kind !== 'sign-out') return pass;
    if (end.certainty === 'cannot-tell') return unknown(s`whether that was a sign-out`);
    const left = end.fates.filter(
      ({ key, fate }) => fate === 'left' && isOfSignIn(session, key) && !isOutOfReach(end, session.cookieOf(key)?.name),
    );
    if (left.length === 0) return pass;
    return fail({
      left: left.map(({ key, sentAfter }) => ({ name: session.cookieOf(key)?.name ?? key.split('\t')[0] ?? '', sentAfter })),
      end,
    });
  },
  // The server was seen not to take it any more; or what the sign-in went by is gone, and this was only beside it.
  mitigated: (session, { end }) => end.reuse?.answered === 'refused' || !carrierLeft(session, end),
  heading: (_, { left }) => s`Delete ${listOf(left.map(({ name }) => name))} when signing out`,
  statements: (session, { left, end }) => [
    observed(
      s`The answer to ${end.visit.exchange.sent.method} ${end.visit.address.path} left ${listOf(left.map(({ name }) => name))} in the jar.`,
      [{ row: end.visit.exchange.id, line: null }],
    ),
    ...left
      .filter(({ sentAfter }) => sentAfter.length > 0)
      .map(({ name, sentAfter }) =>
        observed(
          s`${name} was sent with ${[counted(sentAfter.length, 'later request')]}.`,
          sentAfter.slice(0, 5).map((row) => ({ row, line: null })),
        ),
      ),
    ...(carrierLeft(session, end)
      ? []
      : [cannotTell(s`Whether it alone signs the user in: the cookie that the sign-in used was deleted.`)]),
  ],
  fix: () =>
    byAction(
      'end-session',
      s`End the session on the server and delete the cookie with the ${'Domain'} and ${'Path'} it was set with. A JWT must also be put on a list of revoked ones, or be short-lived.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'the id is left and goes on being sent, though the server takes it no more',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/logout',
        from: 'https://shop.example',
        sends: SID,
        status: 303,
        answers: { location: '/' },
      },
      {
        ask: 'GET https://shop.example/account',
        from: 'https://shop.example',
        sends: SID,
        status: 302,
        answers: { location: '/login' },
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'the id is deleted',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/logout',
        from: 'https://shop.example',
        sends: SID,
        status: 303,
        answers: { location: '/' },
        sets: ['sid=; Path=/; Max-Age=0; Secure'],
      },
      { ask: 'GET https://shop.example/', from: 'https://shop.example' },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];

/** Whether something that the sign-in went by is left. */
const carrierLeft = ({ signIn: { carriers } }: SessionSubject, { fates }: SignOut): boolean => {
  const isOne = (fate: 'left' | 'deleted', of: typeof carriers): boolean =>
    fates.some((each) => each.fate === fate && of.some(({ life }) => life.key === each.key));
  // Without the likeliest, those beside it may sign in nobody.
  return isOne('left', carriers) && !isOne('deleted', carriers.slice(0, 1));
};

/** Whether it did not go into the frame in which the application was told: there no answer of its deletes it. */
const isOutOfReach = ({ withheld }: SignOut, name: string | undefined): boolean => name !== undefined && withheld.includes(name);

/** Whether the cookie is what the user was signed in with, or came with it: an anonymous session from before may stay. */
function isOfSignIn({ signIn, cookieOf }: SessionSubject, key: CookieKey): boolean {
  if (signIn.carriers.some(({ life }) => life.key === key)) return true;
  return cookieOf(key)?.lines.some(({ exchange }) => exchange.sent.seq >= signIn.first.seq) ?? false;
}
