import { byCount } from '../../session/shared/english';
import { cannotTell, defineRule, fail, observed, pass, unknown } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { counted, s } from '../engine/sentence';
import { always } from '../engine/severity';

const SID = 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e';
const SIGNED_IN = signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', SID);
const SIGNING_OUT = {
  ask: 'POST https://shop.example/logout',
  from: 'https://shop.example',
  sends: SID,
  status: 303,
  answers: { location: '/' },
} as const;

export const sessionAliveAfterSignOut = defineRule({
  id: 'session-alive-after-sign-out',
  scope: 'session',
  severity: always('error'),
  harm: 'session-taken',
  points: { error: 40, warning: 20, note: 5 },
  column: null,
  title: 'End the session on the server',
  why: s`Deleting the cookie only removes it from this browser. If the server still accepts the old id, every copy of it is signed in.`,
  links: [asvs('7.4.1'), wstg('06'), cwe(613), SECURE_COOKIES],
  applies: ({ signIn }) => signIn.end?.kind === 'sign-out',
  check: ({ signIn }) => {
    const reuse = signIn.end?.kind === 'sign-out' ? signIn.end.reuse : null;
    if (reuse === null) return unknown(s`whether the server ended the session: the old id was not sent again`);
    if (reuse.answered === 'cannot-tell')
      return unknown(s`whether the server still accepts the old id: the response would have been the same without it`);
    return reuse.answered === 'authenticated' ? fail({ reuse }) : pass;
  },
  heading: () => s`End the session on the server when signing out`,
  statements: (_, { reuse }) => [
    observed(
      s`${[counted(reuse.visits.length, 'request')]} with the old id ${[byCount(reuse.visits.length, 'was', 'were')]} answered as for a signed-in user.`,
      reuse.visits.slice(0, 5).map(({ exchange }) => ({ row: exchange.id, line: null })),
    ),
    cannotTell(s`How long it stays valid.`),
  ],
  fix: () =>
    byAction(
      'end-session',
      s`Delete the session from its store. With several servers, delete it from the store that they share.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'the account is still served',
    steps: [...SIGNED_IN, SIGNING_OUT, { ask: 'GET https://shop.example/account', from: 'https://shop.example', sends: SID }],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'the old id is sent and refused',
    steps: [
      ...SIGNED_IN,
      SIGNING_OUT,
      {
        ask: 'GET https://shop.example/account',
        from: 'https://shop.example',
        sends: SID,
        status: 302,
        answers: { location: '/login' },
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
  {
    title: 'nobody sent the old id again',
    steps: [...SIGNED_IN, { ...SIGNING_OUT, sets: ['sid=; Path=/; Max-Age=0; Secure'] }],
    roles: { sid: 'session-id' },
    expect: 'unknown',
  },
];
