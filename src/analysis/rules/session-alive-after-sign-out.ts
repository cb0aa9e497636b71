import { cannotTell, defineRule, fail, observed, pass, unknown } from './define';
import type { Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { counted, s } from './form/sentence';
import { always } from './form/severity';
import { signingIn } from './session-fixation';

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
  title: 'End the session on the server',
  why: s`Deleting the cookie only makes this browser forget. If the server still takes the old id, every copy of it is signed in.`,
  links: [asvs('7.4.1'), wstg('06'), cwe(613), SECURE_COOKIES],
  applies: ({ signIn }) => signIn.end?.kind === 'sign-out',
  check: ({ signIn }) => {
    const reuse = signIn.end?.kind === 'sign-out' ? signIn.end.reuse : null;
    if (reuse === null) return unknown(s`whether the server ended the session: the old id was not sent again`);
    if (reuse.answered === 'cannot-tell')
      return unknown(s`whether the server still takes the old id: what it answered would have been the same without`);
    return reuse.answered === 'authenticated' ? fail({ reuse }) : pass;
  },
  heading: () => s`End the session on the server when signing out`,
  found: (_, { reuse }) => [
    observed(
      s`${[counted(reuse.visits.length, 'request')]} with the old id ${[reuse.visits.length === 1 ? 'was' : 'were']} served what only signed-in users get.`,
      reuse.visits.slice(0, 5).map(({ exchange }) => ({ row: exchange.id, line: null })),
    ),
    cannotTell(s`How long it lives on.`),
  ],
  fix: () => byAction('end-session', s`Delete the session from its store. With several servers, from the store they share.`),
});

export const examples = (): Examples => [
  {
    says: 'the account is still served',
    steps: [...SIGNED_IN, SIGNING_OUT, { ask: 'GET https://shop.example/account', from: 'https://shop.example', sends: SID }],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    says: 'the old id is sent and refused',
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
    says: 'nobody sent the old id again',
    steps: [...SIGNED_IN, { ...SIGNING_OUT, sets: ['sid=; Path=/; Max-Age=0; Secure'] }],
    roles: { sid: 'session-id' },
    expect: 'unknown',
  },
];
