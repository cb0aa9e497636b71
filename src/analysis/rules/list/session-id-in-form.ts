import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';

const SID = 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e';
const SIGNED_IN = signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', SID);

export const sessionIdInForm = defineRule({
  id: 'session-id-in-form',
  scope: 'session',
  severity: always('warning'),
  harm: 'session-taken',
  points: { error: 20, warning: 10, note: 5 },
  column: null,
  ofSite: true,
  title: 'Keep session ids out of pages',
  why: s`${'HttpOnly'} keeps scripts from reading a cookie. A page that has the session id in a form’s field hands it to every script that runs in it, and to whoever keeps or caches the page.`,
  links: [asvs('3.3.4'), wstg('04'), cwe(200), SECURE_COOKIES],
  applies: ({ signIn }) => signIn.carriers.length > 0,
  check: ({ csrf: { idsInForms } }) => (idsInForms.length > 0 ? fail({ idsInForms }) : pass),
  heading: (_, { idsInForms }) => s`Keep ${listOf([...new Set(idsInForms.map(({ life }) => life.name))])} out of forms`,
  statements: (_, { idsInForms }) =>
    [...new Set(idsInForms.map(({ name }) => name))].slice(0, 5).map((field) =>
      observed(
        s`The field ${field} had the value of the cookie.`,
        idsInForms
          .filter(({ name }) => name === field)
          .slice(0, 5)
          .map(({ exchange }) => ({ row: exchange.id, line: null })),
      ),
    ),
  fix: () =>
    byAction(
      null,
      s`Leave the id to the cookie. As a token against forgery, put a random value or an HMAC of the id into the form, never the id.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'a hidden field with the session id',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/address',
        from: 'https://shop.example',
        sends: SID,
        fields: { street: 'Elm Street', s: '9b02c7715e8fd1a060aa4f18c3d92b7e' },
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'a token of its own',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/address',
        from: 'https://shop.example',
        sends: SID,
        fields: { street: 'Elm Street', csrf_token: '9f2c71d0a4e85b36' },
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];
