import { defineRule, fail, observed, pass, unknown } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

const [BEFORE, AFTER] = ['sid=31d4d96e407aad42f3c1b7a09e5d8c26', 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e'];

/** Fails where a token against forgery was the same before a sign-in and after it. */
export const csrfTokenKept = defineRule({
  id: 'csrf-token-kept',
  scope: 'session',
  severity: always('note'),
  harm: 'request-forged',
  points: { error: 5, warning: 5, note: 2 },
  column: null,
  ofSite: true,
  title: 'Give a new CSRF token at sign-in',
  why: s`Whoever knew the CSRF token before the sign-in, through a shared computer or a subdomain, still knows it afterwards and can forge requests that pass the check.`,
  links: [
    asvs('3.5.1'),
    wstg('05'),
    cwe(352),
    { label: 'MDN: CSRF', url: 'https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/CSRF' },
  ],
  applies: ({ signIn, csrf }) => signIn.attempts.length > 0 && csrf.guards.length > 0,
  check: ({ csrf }) => {
    const { renewal } = csrf;
    if (renewal === null) return unknown(s`whether the CSRF token changes at sign-in`);
    return renewal.isRenewed ? pass : fail({ name: renewal.name, exchanges: renewal.exchanges });
  },
  heading: (_, { name }) => s`Give ${name} a new value at sign-in`,
  statements: (_, { name, exchanges }) => [
    observed(
      s`${name} was the same before the sign-in and after it.`,
      exchanges.map((row) => ({ row, line: null })),
    ),
  ],
  fix: () => byAction(null, s`Create a new CSRF token when the session gets its new id.`),
});

const posting = (sid: string, token: string) =>
  ({
    ask: 'POST https://shop.example/address',
    from: 'https://shop.example',
    sends: sid,
    fields: { street: 'Elm Street', csrf_token: token },
  }) as const;

export const examples = (): Examples => [
  {
    title: 'the same token on both sides',
    steps: [posting(BEFORE, '9f2c71d0a4e85b36'), ...signingIn(BEFORE, AFTER), posting(AFTER, '9f2c71d0a4e85b36')],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'another token afterwards',
    steps: [
      posting(BEFORE, '9f2c71d0a4e85b36'),
      posting(BEFORE, '9f2c71d0a4e85b36'),
      ...signingIn(BEFORE, AFTER),
      posting(AFTER, '01ab44d0a4e85b99'),
      posting(AFTER, '01ab44d0a4e85b99'),
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];
