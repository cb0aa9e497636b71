import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction, lineFor } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { requestSentence, requestText } from '../engine/request-words';
import { counted, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { withheldFix } from '../engine/withheld-fix';

export const sameSiteWithholds = defineRule({
  id: 'same-site-withholds',
  scope: 'cookie',
  severity: {
    ...credentials('error', 'warning'),
    'csrf-token': 'error',
    'sign-in-transaction': 'error',
    'device-bound-session': 'error',
    preference: null,
    analytics: null,
    advertising: null,
    consent: null,
    'load-balancer': null,
    'feature-flag': null,
  },
  harm: 'cookie-broken',
  points: { error: 20, warning: 8, note: 3 },
  column: 'samesite',
  title: 'Let the cookie be sent where another site sends the user back',
  why: s`A cookie with ${'SameSite=Lax'} or ${'Strict'} is withheld when another site posts to yours, and with ${'Strict'} also when it links to yours. A sign-in that comes back in this way finds neither its state nor the session, and fails.`,
  links: [rfc('5.8.3'), mdnSetCookie('samesitesamesite-value')],
  applies: ({ last, party }) => last !== null && party === 'own',
  check: (cookie) => {
    const missed = cookie.missed.filter(({ reason }) => reason.startsWith('same-site-'));
    const [first] = missed;
    return first === undefined ? pass : fail({ first, missed });
  },
  heading: (cookie, { first }) => s`Let ${cookie.name} be sent with ${requestText(first.exchange)}`,
  statements: (cookie, { first, missed }) => [
    observed(
      s`${[counted(missed.length, 'request')]} failed and had been sent without ${cookie.name}: ${requestSentence(first.exchange)}, was answered ${[String(first.exchange.status ?? '')]}.`,
      missed.map(({ exchange }) => ({ row: exchange.id, line: null })),
    ),
    predicted(s`${'SameSite'} withheld it; whether that alone made the request fail, only the server knows.`),
  ],
  fix: (cookie, { first: { exchange, reason } }) => {
    const line = lineFor(cookie);
    const fix =
      line === null || cookie.last === null
        ? null
        : withheldFix({ exchange, cookie: cookie.last, line, reasons: [reason], isNeeded: true });
    return fix ?? byAction(null, s`Give it a name and ${'SameSite=None; Secure'}.`);
  },
});

export const examples = (): Examples => [
  {
    title: 'the state of a sign-in, with Lax, where the identity provider posts back',
    steps: [
      { ask: 'GET https://shop.example/login', sets: ['corr=N; Path=/signin; Secure; SameSite=Lax'], status: 302 },
      { ask: 'POST https://shop.example/signin', from: 'https://idp.example', status: 500 },
    ],
    roles: { corr: 'sign-in-transaction' },
    of: 'corr',
    expect: 'fail',
  },
  {
    title: 'a strict session, and a link from another site that ends at the sign-in',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Strict'] },
      {
        ask: 'GET https://shop.example/order',
        from: 'https://mail.example',
        status: 302,
        answers: { location: '/login' },
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'the session beside the cookie by which the sign-in knows its own answer',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax'] },
      {
        ask: 'GET https://shop.example/login',
        sets: ['request=kq81lzp3vbn5; Path=/; HttpOnly; SameSite=None'],
        status: 302,
        answers: { location: 'https://idp.example/sso?client_id=shop&response_type=code&state=q8dk2lx7' },
      },
      { ask: 'GET https://idp.example/sso?client_id=shop&response_type=code&state=q8dk2lx7', isRedirect: true },
      {
        ask: 'POST https://shop.example/callback',
        from: 'https://idp.example',
        fields: { code: 'c0de', state: 'q8dk2lx7' },
        status: 403,
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
  {
    title: 'a token that no page needs to be shown',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['csrf=31d4d96e407aad42; Path=/; Secure; SameSite=Strict'] },
      { ask: 'GET https://shop.example/order', from: 'https://mail.example', status: 302, answers: { location: '/login' } },
    ],
    roles: { csrf: 'csrf-token' },
    of: 'csrf',
    expect: 'pass',
  },
  {
    title: 'a post of another site that needs no cookie',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax'] },
      { ask: 'POST https://shop.example/hook', from: 'https://pay.example' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
];
