import { defineRule, fail, observed, pass, predicted, unknown } from './define';
import type { Examples } from './form/example';
import { asvs, cwe, mdn, wstg } from './form/link';
import { byAction } from './form/mend';
import { listed, s } from './form/sentence';
import { always } from './form/severity';
import type { SessionSubject } from './subject/subject';

export const sessionFixation = defineRule({
  id: 'session-fixation',
  scope: 'session',
  severity: always('error'),
  title: 'Give a new session id at sign-in',
  why: s`Attackers who plant an id before the sign-in, by a link, a subdomain or a shared computer, know it afterwards too: with the same id they are signed in as their victim.`,
  links: [asvs('7.2.4'), wstg('03'), mdn('Cookies', 'Guides/Cookies'), cwe(384)],
  applies: ({ signIn }) => (signIn.how === 'credentials' || signIn.how === 'external') && signIn.id !== 'no-cookie',
  check: (session) => {
    switch (session.signIn.id) {
      case 'not-rotated':
        return fail({ names: namesOf(session) });
      case 'cannot-tell':
      case 'changes-anyway':
        return unknown(s`whether the id that counts changed when the user signed in`);
      case 'rotated':
      case 'issued':
      case 'self-contained':
      case 'no-cookie':
        return pass;
      default:
        return session.signIn.id satisfies never;
    }
  },
  heading: (_, { names }) => s`Give ${listed(names)} a new value at sign-in`,
  found: ({ signIn }, { names }) => [
    observed(s`${listed(names)} had the same value before the credentials were sent and after they were accepted.`, [
      { row: signIn.first.exchange.id, line: null },
      { row: signIn.last.exchange.id, line: null },
    ]),
    predicted(s`An id planted before the sign-in is signed in after it.`),
  ],
  fix: () =>
    byAction(
      'rotate-id',
      s`Make a new id in the moment the password is accepted, move the session over and delete the old one on the server.`,
    ),
});

export const examples = (): Examples => [
  {
    says: 'the same id before and after',
    steps: signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26'),
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    says: 'a new id with the sign-in',
    steps: signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e'),
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];

function namesOf({ signIn }: SessionSubject): readonly string[] {
  return signIn.carriers.slice(0, 1).map(({ life }) => life.name);
}

/** A sign-in with an id from before: a guarded page is refused, then served. */
export function signingIn(before: string, after: string) {
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
  return [
    { ask: 'GET https://shop.example/login', sets: [`${before}; ${attributes}`] },
    { ask: 'GET https://shop.example/account', sends: before, status: 302, answers: { location: '/login' } },
    { ask: 'GET https://shop.example/login', sends: before },
    {
      ask: 'POST https://shop.example/login',
      from: 'https://shop.example',
      sends: before,
      fields: { username: 'ann', password: 'secret' },
      status: 302,
      answers: { location: '/account' },
      ...(before === after ? {} : { sets: [`${after}; ${attributes}`] }),
    },
    { ask: 'GET https://shop.example/account', from: 'https://shop.example', sends: after },
  ] as const;
}
