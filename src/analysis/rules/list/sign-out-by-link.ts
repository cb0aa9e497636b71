import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

const SID = 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e';
const SIGNED_IN = signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', SID);
const GONE = ['sid=; Path=/; Max-Age=0; Secure'];

/** Fails where a GET without a token ended the session. */
export const signOutByLink = defineRule({
  id: 'sign-out-by-link',
  scope: 'session',
  severity: always('note'),
  harm: 'request-forged',
  points: { error: 5, warning: 5, note: 2 },
  column: null,
  ofSite: true,
  title: 'Sign out with a form, not with a link',
  why: s`Any page can contain a link without a CSRF token, for example as an image: then other sites sign your users out. A browser that preloads pages does so too.`,
  links: [
    asvs('3.5.1'),
    wstg('06'),
    cwe(352),
    { label: 'MDN: CSRF', url: 'https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/CSRF' },
  ],
  applies: ({ signIn }) => signIn.end?.kind === 'sign-out' && signIn.end.certainty === 'observed',
  check: ({ signIn, csrf }) => {
    const visit = signIn.end?.kind === 'sign-out' ? signIn.end.visit : null;
    return visit !== null && csrf.openSignOuts.includes(visit) ? fail({ visit }) : pass;
  },
  heading: () => s`Sign out with a form that has a CSRF token`,
  statements: (_, { visit }) => [
    observed(s`${visit.exchange.sent.method} ${visit.address.path} ended the session and was sent without a CSRF token.`, [
      { row: visit.exchange.id, line: null },
    ]),
  ],
  fix: () => byAction(null, s`Make it a POST with the CSRF token that other forms have.`),
});

export const examples = (): Examples => [
  {
    title: 'a link',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'GET https://shop.example/logout',
        from: 'https://shop.example',
        sends: SID,
        status: 302,
        answers: { location: '/' },
        sets: GONE,
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'a form',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/logout',
        from: 'https://shop.example',
        sends: SID,
        fields: { csrf_token: '9f2c71d0a4e85b36' },
        status: 303,
        answers: { location: '/' },
        sets: GONE,
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
  {
    title: 'a signed message of the site that signs in',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'GET https://shop.example/logout?SAMLRequest=fZFRS8NADMe&SigAlg=rsa&Signature=31d4d96e407a',
        from: 'https://idp.example',
        sends: SID,
        status: 302,
        answers: { location: 'https://idp.example/slo?SAMLResponse=fVLBauMw&SigAlg=rsa&Signature=9f2c71d0a4e8' },
        sets: GONE,
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];
