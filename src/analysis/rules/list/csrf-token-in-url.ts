import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, wstg } from '../engine/link';
import { counted, s } from '../engine/sentence';
import { always } from '../engine/severity';

const SID = 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e';
const SIGNED_IN = signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', SID);

/** Fails where an address holds a token against forgery. */
export const csrfTokenInUrl = defineRule({
  id: 'csrf-token-in-url',
  scope: 'session',
  severity: always('note'),
  harm: 'request-forged',
  points: { error: 5, warning: 5, note: 2 },
  column: null,
  ofSite: true,
  title: 'Keep CSRF tokens out of addresses',
  why: s`Addresses are kept in histories and logs and go to other sites as ${'Referer'}. Whoever reads the token there can forge requests for as long as it is valid.`,
  links: [
    asvs('14.2.1'),
    wstg('05'),
    cwe(598),
    { label: 'MDN: Referer', url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Referer' },
  ],
  applies: ({ signIn, csrf }) => signIn.carriers.length > 0 && (csrf.guards.length > 0 || csrf.inAddresses.length > 0),
  check: ({ csrf: { inAddresses } }) => (inAddresses.length > 0 ? fail({ inAddresses }) : pass),
  heading: () => s`Send the CSRF token in a form or a header, not in the address`,
  statements: (_, { inAddresses }) => [
    observed(
      s`${[counted(inAddresses.length, 'address')]} had one.`,
      inAddresses.slice(0, 5).map(({ exchange }) => ({ row: exchange.id, line: null })),
    ),
  ],
  fix: () =>
    byAction(null, s`Make every request that changes something a POST with the token in its body; links then need no token.`),
});

export const examples = (): Examples => [
  {
    title: 'a link that deletes, with a token',
    steps: [
      ...SIGNED_IN,
      { ask: 'GET https://shop.example/delete?id=3&csrf_token=9f2c71d0a4e85b36', from: 'https://shop.example', sends: SID },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'a form with a token',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/delete',
        from: 'https://shop.example',
        sends: SID,
        fields: { id: '3', csrf_token: '9f2c71d0a4e85b36' },
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];
