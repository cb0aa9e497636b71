import { rfc } from '../../rules/engine/link';
import { s } from '../../rules/engine/sentence';
import { brief, causeSentence, consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { sessionSuspects } from '../engine/session-suspects';
import { lacksTransaction } from '../scene/returning';

export const sessionLost = defineKind({
  id: 'session-lost',
  name: 'A session that was there does not come with a request',
  why: s`A session is in the jar, and a request goes without it: because of where the request comes from, which host and path it goes to, or because the cookie has gone meanwhile.`,
  links: [rfc('5.8.3')],
  applies: ({ failure: { consequence, exchange }, suspects, scene }) =>
    consequence.kind !== 'cors' && consequence.kind !== 'still-signed-in' && !lacksTransaction(exchange, suspects, scene),
  check: (one) =>
    sessionSuspects(one)
      .slice(0, 1)
      .map((suspect) =>
        ofSuspect(suspect, one, {
          title: s`A request goes without its session`,
          heading: s`${requestOf(one.failure)} ${consequenceClause(one.failure)}: ${suspect.name} is ${brief(suspect)}`,
          why: causeSentence(suspect, one.failure),
        }),
      ),
});

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const SIGNED_IN = { ask: 'POST https://shop.example/login', fields: { user: 'a', password: 'b' } } as const;
const TO_LOGIN = { status: 302, answers: { location: '/login' } } as const;

export const examples = (): IncidentExamples => [
  {
    title: 'a link in a mail, and the session is Strict',
    steps: [
      { ...SIGNED_IN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Strict`] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
      { ...TO_LOGIN, ask: 'GET https://shop.example/order', from: 'https://mail.example' },
    ],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'another site signs in, and has a page of its own for that',
    steps: [
      { ...SIGNED_IN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      {
        ask: 'GET https://shop.example/sign-in',
        from: 'https://shop.example',
        status: 302,
        answers: { location: 'https://sso.shop.example/authorize?client_id=shop&response_type=code&state=xk3fq9almn0pr7tv' },
      },
      {
        ask: 'GET https://sso.shop.example/authorize?client_id=shop&response_type=code&state=xk3fq9almn0pr7tv',
        isRedirect: true,
        status: 302,
        answers: { location: '/login/1' },
      },
    ],
    expect: null,
  },
  {
    title: 'the session of www is not sent to the host without it',
    steps: [
      { ...SIGNED_IN, ask: 'POST https://www.shop.example/login', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ask: 'GET https://www.shop.example/account', from: 'https://www.shop.example' },
      { ...TO_LOGIN, ask: 'GET https://shop.example/account', from: 'https://www.shop.example' },
    ],
    expect: { cookie: 'sid', cause: 'other-host' },
  },
  {
    title: 'a token that renews another is for its own path',
    steps: [
      {
        ...SIGNED_IN,
        sets: [
          `refresh_token=${ID}; Path=/api/refresh; Secure; HttpOnly`,
          'access_token=9f2c71d0a4e85b3631d4d96e407aad42; Path=/; Max-Age=3600; Secure; HttpOnly',
        ],
      },
      { ask: 'GET https://shop.example/api/me', as: 'fetch', from: 'https://shop.example' },
      { ask: 'GET https://shop.example/api/me', as: 'fetch', from: 'https://shop.example', after: 4000, status: 401 },
      { ask: 'POST https://shop.example/api/refresh', as: 'fetch', from: 'https://shop.example' },
    ],
    expect: null,
  },
  {
    title: 'a banner of another host gives a cookie of its own anew',
    steps: [
      { ...SIGNED_IN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      ...[ID, '9f2c71d0a4e85b3631d4d96e407aad42'].map(
        (value) =>
          ({
            ask: 'GET https://ads.shop.example/banner',
            as: 'subdocument',
            from: 'https://shop.example',
            sets: [`tracker=${value}; Path=/; Secure; HttpOnly; Max-Age=1`],
          }) as const,
      ),
    ],
    expect: null,
  },
  {
    title: 'a page is missing, and a cookie was withheld',
    steps: [
      { ...SIGNED_IN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Strict`] },
      { ask: 'GET https://shop.example/old', from: 'https://mail.example', status: 404 },
    ],
    expect: null,
  },
];
