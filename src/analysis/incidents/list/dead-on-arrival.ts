import { rfc } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';

export const deadOnArrival = defineKind({
  id: 'dead-on-arrival',
  name: 'A cookie has expired as it arrives',
  why: s`${'Expires'} is a point in time by the server’s clock, judged by the browser’s. Where the clocks differ, or local time is written as ${'GMT'}, a cookie is dead as it arrives.`,
  links: [rfc('5.6.1')],
  applies: ({ failure }) => failure.consequence.kind !== 'cors',
  check: (one) =>
    one.suspects
      .filter(({ cause }) => cause === 'dead-on-arrival')
      .map((suspect) =>
        ofSuspect(suspect, one, {
          title: s`A cookie has expired as it arrives`,
          heading: s`${requestOf(one.failure)} ${consequenceClause(one.failure)}: ${suspect.name} had expired when it arrived`,
          why: s`The answer${suspect.source === null ? [''] : s` to ${requestText(suspect.source.exchange)}`} gives ${suspect.name} a value and a date that is past by the clock of the browser. The clock of the server is the first suspect, the time zone the second.`,
        }),
      ),
});

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';

export const examples = (): IncidentExamples => [
  {
    title: 'the server’s clock is an hour behind',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Expires=Mon, 23 Nov 2026 11:30:00 GMT; Secure; HttpOnly`],
        status: 302,
        answers: { location: '/account' },
      },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example', status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'sid', cause: 'dead-on-arrival' },
  },
  {
    title: 'local time is written as GMT, and an API answers 401',
    steps: [
      {
        ask: 'POST https://shop.example/api/login',
        as: 'fetch',
        from: 'https://shop.example',
        fields: { user: 'a', password: 'b' },
        sets: [`access_token=${ID}; Path=/; Expires=Mon, 23 Nov 2026 08:00:00 GMT; Secure; HttpOnly`],
      },
      { ask: 'GET https://shop.example/api/me', as: 'fetch', from: 'https://shop.example', status: 401 },
    ],
    expect: { cookie: 'access_token', cause: 'dead-on-arrival' },
  },
  {
    title: 'a cookie is deleted by an old date, and the visitor is asked to sign in',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      {
        ask: 'GET https://shop.example/logout',
        from: 'https://shop.example',
        sets: ['sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure'],
        status: 302,
        answers: { location: '/login' },
      },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example', status: 302, answers: { location: '/login' } },
    ],
    expect: null,
  },
];
