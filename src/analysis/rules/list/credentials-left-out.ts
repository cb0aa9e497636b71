import { credentialsFix } from '../engine/credentials-fix';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { rfc } from '../engine/link';
import { carriesAuthorization, requestSentence, requestText } from '../engine/request-words';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const credentialsLeftOut = defineRule({
  id: 'credentials-left-out',
  scope: 'cookie',
  severity: { ...credentials('error'), 'csrf-token': 'warning' },
  harm: 'cookie-broken',
  points: { error: 15, warning: 6, note: 2 },
  column: 'name',
  title: 'Make the request with credentials',
  why: s`${'fetch'} leaves cookies out of requests to another origin (including a sibling host or another port), and accepts none from the response, unless the page uses ${"credentials: 'include'"}.`,
  links: [
    { label: 'Fetch: credentials mode', url: 'https://fetch.spec.whatwg.org/#concept-request-credentials-mode' },
    {
      label: 'MDN: Including credentials',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/Fetch_API/Using_Fetch#including_credentials',
    },
    rfc('5.8.3'),
  ],
  applies: ({ last, party }) => last !== null && party === 'own',
  check: (cookie) => {
    const first = cookie.missed.find(
      ({ reason, exchange }) => reason === 'credentials-omitted' && !carriesAuthorization(exchange),
    );
    return first === undefined ? pass : fail(first);
  },
  heading: (cookie, { exchange }) => s`Request ${requestText(exchange)} with credentials, so that ${cookie.name} is sent`,
  statements: (cookie, { exchange }) => [
    observed(
      s`${requestSentence(exchange)}, was sent without ${cookie.name} and answered with ${[String(exchange.status ?? '')]}.`,
      [{ row: exchange.id, line: null }],
    ),
    predicted(s`The page made the request without credentials.`),
  ],
  fix: (_, { exchange }) => credentialsFix(exchange),
});

export const examples = (): Examples => [
  {
    title: 'a fetch to a sibling host without credentials',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Domain=shop.example; Path=/; Secure; HttpOnly'] },
      { ask: 'GET https://shop.example/' },
      {
        ask: 'GET https://api.shop.example/me',
        as: 'fetch',
        from: 'https://shop.example',
        top: 'https://shop.example/',
        headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' },
        status: 401,
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'a fetch with credentials',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Domain=shop.example; Path=/; Secure; HttpOnly'] },
      {
        ask: 'GET https://api.shop.example/me',
        as: 'fetch',
        from: 'https://shop.example',
        top: 'https://shop.example/',
        sends: 'sid=31d4d96e407aad42',
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
];
