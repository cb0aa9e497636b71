import { cannotTell, defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

const [BEFORE, AFTER] = ['sid=31d4d96e407aad42f3c1b7a09e5d8c26', 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e'];

/** Fails where the form that signed in was sent without a token. */
export const signInFormOpen = defineRule({
  id: 'sign-in-form-open',
  scope: 'session',
  severity: always('note'),
  harm: 'request-forged',
  points: { error: 5, warning: 5, note: 2 },
  column: null,
  ofSite: true,
  title: 'Put a CSRF token into the sign-in form',
  why: s`Another site can sign its visitor in to yours with the attacker’s account: what the visitor then enters goes to that account.`,
  links: [
    asvs('3.5.1'),
    wstg('05'),
    cwe(352),
    { label: 'MDN: CSRF', url: 'https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/CSRF' },
  ],
  applies: ({ signIn }) =>
    signIn.how === 'credentials' && signIn.attempts.some(({ step, by }) => step === 'password' && by === 'form'),
  check: ({ signIn, csrf }) => {
    const visit = signIn.attempts.map((attempt) => attempt.visit).find((each) => csrf.openSignIns.includes(each));
    return visit === undefined ? pass : fail({ visit });
  },
  heading: () => s`Put a CSRF token into the sign-in form`,
  statements: (_, { visit }) => [
    observed(s`${visit.exchange.sent.method} ${visit.address.path} was sent with a password and without a CSRF token.`, [
      { row: visit.exchange.id, line: null },
    ]),
    cannotTell(s`Whether the server compares ${'Origin'} or ${'Sec-Fetch-Site'} instead; then there is nothing to do.`),
  ],
  fix: () => byAction(null, s`Give the anonymous visitor a CSRF token too, and check it with the password.`),
});

export const examples = (): Examples => [
  { title: 'a form with a name and a password', steps: signingIn(BEFORE, AFTER), roles: { sid: 'session-id' }, expect: 'fail' },
  {
    title: 'a form with a token',
    steps: signingIn(BEFORE, AFTER).map((step) =>
      'fields' in step ? { ...step, fields: { ...step.fields, csrf_token: '9f2c71d0a4e85b36' } } : step,
    ),
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];
