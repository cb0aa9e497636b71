import { defineRule, fail, observed, pass, predicted, unknown } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, mdn, wstg } from '../engine/link';
import { listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';
import type { SessionSubject } from '../subject/subject';

export const sessionFixation = defineRule({
  id: 'session-fixation',
  scope: 'session',
  severity: always('error'),
  harm: 'session-taken',
  points: { error: 40, warning: 20, note: 5 },
  column: null,
  title: 'Give a new session id at sign-in',
  why: s`Attackers who plant an id before the sign-in, through a link, a subdomain or a shared computer, also know it afterwards: with the same id they are signed in as their victim.`,
  links: [asvs('7.2.4'), wstg('03'), mdn('Cookies', 'Guides/Cookies'), cwe(384)],
  applies: ({ signIn }) => (signIn.how === 'credentials' || signIn.how === 'external') && signIn.id !== 'no-cookie',
  check: (session) => {
    switch (session.signIn.id) {
      case 'not-rotated':
        return fail({ names: namesOf(session) });
      case 'cannot-tell':
      case 'changes-anyway':
        return unknown(s`whether the id that signs the user in changed at sign-in`);
      case 'rotated':
      case 'issued':
      case 'self-contained':
      case 'no-cookie':
        return pass;
      default:
        return session.signIn.id satisfies never;
    }
  },
  heading: (_, { names }) => s`Give ${listOf(names)} a new value at sign-in`,
  statements: ({ signIn }, { names }) => [
    observed(s`${listOf(names)} had the same value before the credentials were sent and after they were accepted.`, [
      { row: signIn.first.exchange.id, line: null },
      { row: signIn.last.exchange.id, line: null },
    ]),
    predicted(s`An id planted before the sign-in is valid after it.`),
  ],
  fix: () =>
    byAction(
      'rotate-id',
      s`Create a new id when the password is accepted, move the session to it and delete the old one on the server.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'the same id before and after',
    steps: signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26'),
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'a new id with the sign-in',
    steps: signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e'),
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];

function namesOf({ signIn }: SessionSubject): readonly string[] {
  return signIn.carriers.slice(0, 1).map(({ life }) => life.name);
}
